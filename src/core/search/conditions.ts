/** The conditions of a query that only let papers through or not: operators, phrases, exclusions. */

import { markAuthor, markPhrase, type WordSpan } from './phrases.ts';
import { type Clause, conditionsOf } from './query.ts';
import { FACET } from './search-doc.ts';
import type { Placed, SearchView } from './search-view.ts';
import { decode, prefixEnd, type Section, wordAt } from './section.ts';
import { HAS_CODE, HAS_NOTES, ratingIn } from './segment.ts';
import { exactForms, mayHaveTypo, typoForms } from './word-forms.ts';

/** Marks the papers that have a word of the range. */
function markWords(
  section: Section,
  { segment, first }: Placed,
  from: number,
  to: number,
  view: SearchView,
  marks: Uint8Array,
): void {
  for (let word = from; word < to; word++) {
    const n = decode(section, word, view.space.decoded);
    for (let i = 0; i < n; i++) {
      const doc = view.space.decoded.docs[i] ?? 0;
      if (segment.live[doc] === 1) marks[first + doc] = 1;
    }
  }
}

/** Marks the papers with a facet: exactly this name, or one that begins so. */
function markFacet(view: SearchView, name: string, whole: boolean, marks: Uint8Array): void {
  for (const part of view.parts) {
    const { head } = part.segment;
    const from = wordAt(head.words, name);
    const isThere = head.words[from] === name;
    markWords(head, part, from, whole ? from + (isThere ? 1 : 0) : prefixEnd(head.words, name, from), view, marks);
  }
}

/** Every word must begin a word of the venue: "neurips" and "neural information" are both ways to say one. */
function markVenue(view: SearchView, words: readonly string[], whole: boolean, marks: Uint8Array): void {
  marks.fill(1);
  for (const word of words) {
    const own = new Uint8Array(view.total);
    markFacet(view, FACET.venue + word, whole, own);
    for (let paper = 0; paper < own.length; paper++) marks[paper] = (marks[paper] ?? 0) & (own[paper] ?? 0);
  }
}

/** Names that begin so; where nobody has one, names that are one edit away. */
function markAuthors(view: SearchView, words: readonly string[], whole: boolean, marks: Uint8Array): void {
  const exact = (section: Section, word: string): readonly WordSpan[] => {
    const from = wordAt(section.words, word);
    const end = whole ? from + (section.words[from] === word ? 1 : 0) : prefixEnd(section.words, word, from);
    return [[from, end]];
  };
  for (const part of view.parts) markAuthor(part, words, exact, view.space.decoded, marks);
  if (words.every((word) => !mayHaveTypo(word)) || anyLive(view, marks)) return;
  const near = (section: Section, word: string): readonly WordSpan[] => {
    const typos = mayHaveTypo(word) ? typoForms(section, { word, prefix: !whole }, false) : [];
    return [...exact(section, word), ...typos.map(({ from, to }): WordSpan => [from, to])];
  };
  for (const part of view.parts) markAuthor(part, words, near, view.space.decoded, marks);
}

function anyLive({ parts }: SearchView, marks: Uint8Array): boolean {
  return parts.some(({ segment, first }) => segment.live.some((live, doc) => live === 1 && marks[first + doc] === 1));
}

/** Marks by what the table of papers says. */
function markTable(view: SearchView, test: (year: number, flags: number) => boolean, marks: Uint8Array): void {
  for (const { segment, first } of view.parts) {
    const { years, flags } = segment.docs;
    for (let doc = 0; doc < segment.size; doc++) if (test(years[doc] ?? 0, flags[doc] ?? 0)) marks[first + doc] = 1;
  }
}

/** An excluded word excludes itself and its other number, never what merely begins so. */
function markWord(view: SearchView, word: string, marks: Uint8Array): void {
  for (const part of view.parts) {
    for (const [section, isBody] of [
      [part.segment.head, false],
      [part.segment.body, true],
    ] as const) {
      for (const { from, to } of exactForms(section, { word, prefix: false }, isBody)) {
        markWords(section, part, from, to, view, marks);
      }
    }
  }
}

function mark(view: SearchView, clause: Clause, marks: Uint8Array): void {
  if (clause.kind === 'word') markWord(view, clause.word, marks);
  else if (clause.kind === 'phrase') {
    for (const part of view.parts) markPhrase(part, clause.words, clause.open, view.space.decoded, marks);
  } else if (clause.kind === 'author') markAuthors(view, clause.words, clause.whole, marks);
  else if (clause.kind === 'venue') markVenue(view, clause.words, clause.whole, marks);
  else if (clause.kind === 'status') {
    for (const status of clause.any) markFacet(view, FACET.status + status, true, marks);
  } else if (clause.kind === 'has') {
    const { what } = clause;
    const flag = what === 'code' ? HAS_CODE : HAS_NOTES;
    markTable(view, (_, flags) => (what === 'rating' ? ratingIn(flags) > 0 : (flags & flag) !== 0), marks);
  } else if (clause.kind === 'rating') {
    const { from = 1, to = 5 } = clause;
    markTable(view, (_, flags) => ratingIn(flags) >= from && ratingIn(flags) <= to, marks);
  } else if (clause.kind === 'year') {
    const { from = 1, to = 9_999 } = clause;
    markTable(view, (year) => year >= from && year <= to, marks);
  } else markFacet(view, FACET[clause.kind] + clause.words.join(' '), clause.whole, marks);
}

/** @returns 1 for every paper that meets all conditions; undefined where there are none */
export function allowedBy(view: SearchView, clauses: readonly Clause[]): Uint8Array | undefined {
  let allowed: Uint8Array | undefined;
  for (const group of conditionsOf(clauses)) {
    const marks = new Uint8Array(view.total);
    for (const clause of group) {
      const own = new Uint8Array(view.total);
      mark(view, clause, own);
      for (let paper = 0; paper < own.length; paper++) if (own[paper] === 1) marks[paper] = 1;
    }
    const wanted = group[0]?.not ? 0 : 1;
    allowed ??= livePapers(view);
    for (let paper = 0; paper < marks.length; paper++) if (marks[paper] !== wanted) allowed[paper] = 0;
  }
  return allowed;
}

/** @returns 1 for every paper that is there */
export function livePapers(view: SearchView): Uint8Array {
  const live = new Uint8Array(view.total);
  for (const { segment, first } of view.parts) live.set(segment.live, first);
  return live;
}
