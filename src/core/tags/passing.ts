/** Tells a topic from a word dropped in passing: "… with applications such as robotics and autonomous driving". */

import type { VocabularyEntry } from './vocabulary/entries.ts';

const REACH = 70;
/** What introduces examples, contrasts and motives rather than the paper's own subject. */
const ASIDE =
  /\b(?:such as|e\.g\.|eg\.|including|applications?(?: areas)? (?:in|to|like|of)|inspired by|unlike|beyond|critical to|crucial (?:for|to)|essential for|ranging from|like|in contrast to|as opposed to|(?:existing|previous|prior|conventional|traditional) (?:[\w-]+ ){0,3}(?:methods|approaches|works?|studies|models|techniques|solutions))\b[^.;]*$/i;
/** What a paper compares with is part of its subject. */
const COMPARED = /\b(?:baselines?|outperform\w*|surpass\w*|compared (?:to|with))\b[^.;]*$/i;
/** "GRPO", "HIQL": a name written like a name is chosen with care. */
const LIKE_A_NAME = /^[^\s]*\p{Lu}[^\s]*\p{Lu}[^\s]*$/u;

/** Benchmarks, models and names are used even when listed as examples; other words are then not the subject. */
export function onlyInPassing(text: string, start: number, end: number, entry: VocabularyEntry): boolean {
  if (entry.kind === 'bench' || entry.kind === 'model' || LIKE_A_NAME.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  return ASIDE.test(before) && !COMPARED.test(before);
}
