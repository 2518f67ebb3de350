/** Tells a topic from a word dropped in passing: "… with applications such as robotics and autonomous driving". */

import type { VocabularyEntry } from './vocabulary/entries.ts';

const REACH = 90;
/** What introduces examples, contrasts and motives rather than the paper's own subject. */
const ASIDE =
  /\b(?:such as|e\.g\.|eg\.|including|applications?(?: areas)? (?:in|to|like|of)|inspired by|unlike|beyond|critical to|crucial (?:for|to)|essential for|ranging from|like|prior (?:work|works|methods)|in contrast to|as opposed to)\b[^.;]*$/i;

/** Benchmarks and models are used even when listed as examples; tasks, methods and fields are then not the subject. */
export function onlyInPassing(text: string, start: number, entry: VocabularyEntry): boolean {
  if (entry.kind === 'bench' || entry.kind === 'model') return false;
  return ASIDE.test(text.slice(Math.max(0, start - REACH), start));
}
