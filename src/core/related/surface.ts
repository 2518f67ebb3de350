/** Shared terms as a person knows them: the query's own words, pairs before their parts, never a stem. */

import { abstractWords, pairTerm, type RelatedText, titleWords, wordTerm } from './features.ts';
import type { SharedTerm } from './query.ts';
import type { Word } from './words.ts';

interface Surface {
  readonly text: string;
  /** Stems of its one or two words. */
  readonly stems: readonly string[];
  /** Lower is a better way to show it. */
  readonly cost: number;
}

const MOST_SHARED = 5;
const LONGEST = 48;

/** "LLM", "BM25", "mRNA": a shape that lower case would destroy. */
const HAS_SHAPE = /\p{L}\p{Lu}|\p{N}\p{L}|\p{L}\p{N}/u;
/** After these a large first letter is only grammar. */
const BEGINS = /(?:^|[.!?:;]\s*|\n\s*)["'“(]*$/;

function surfaceOfWord(text: string, word: Word, isTitle: boolean): { text: string; cost: number } {
  const written = text.slice(word.start, word.end);
  const lower = written.toLowerCase();
  if (lower === written || HAS_SHAPE.test(written)) return { text: written, cost: 0 };
  // "Markov" inside a sentence is a name; in a title or at a sentence's beginning, nobody can tell.
  const grammar = isTitle || BEGINS.test(text.slice(Math.max(0, word.start - 12), word.start));
  return grammar ? { text: lower, cost: 2 } : { text: written, cost: 1 };
}

/** @returns term -> how to show it, for all terms of a text */
export function surfacesOf(query: RelatedText): ReadonlyMap<number, Surface> {
  const surfaces = new Map<number, Surface>();
  const propose = (term: number, surface: Surface): void => {
    const known = surfaces.get(term);
    if (known === undefined || surface.cost < known.cost) surfaces.set(term, surface);
  };
  const read = (text: string, words: readonly Word[], isTitle: boolean): void => {
    let before:
      | { readonly word: Word; readonly term: number; readonly text: string; readonly cost: number }
      | undefined;
    for (const word of words) {
      const term = wordTerm(word.stem);
      const surface = surfaceOfWord(text, word, isTitle);
      propose(term, { ...surface, stems: [word.stem] });
      if (word.follows && before !== undefined) {
        const between = text.slice(before.word.end, word.start).replace(/\s+/g, ' ').toLowerCase();
        const shown = `${before.text}${between}${surface.text}`;
        const stems = [before.word.stem, word.stem];
        if (shown.length <= LONGEST) {
          propose(pairTerm(before.term, term), { text: shown, stems, cost: before.cost + surface.cost });
        }
      }
      before = { word, term, ...surface };
    }
  };
  read(query.title, titleWords(query), true);
  read(query.abstract ?? '', abstractWords(query), false);
  return surfaces;
}

/** @returns at most five, the strongest first. A word that a better pair holds is left out, and a pair gets the weight of its words. */
export function sharedWords(shared: readonly SharedTerm[], surfaces: ReadonlyMap<number, Surface>): string[] {
  const known = shared.flatMap(({ term, part }) => {
    const surface = surfaces.get(term);
    return surface === undefined ? [] : [{ part, ...surface }];
  });
  const wordParts = new Map(known.filter((s) => s.stems.length === 1).map((s) => [s.stems[0], s.part]));
  const strength = (s: (typeof known)[number]): number =>
    s.stems.length === 1 ? s.part : s.part + s.stems.reduce((sum, stem) => sum + (wordParts.get(stem) ?? 0), 0) / 2;
  const strongest = known
    .map((s) => ({ ...s, strength: strength(s) }))
    .sort((a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1));
  const chosen: string[] = [];
  const held = new Set<string>();
  for (const { text, stems } of strongest) {
    if (chosen.length >= MOST_SHARED) break;
    if (stems.every((stem) => held.has(stem))) continue;
    for (const stem of stems) held.add(stem);
    chosen.push(text);
  }
  return chosen;
}
