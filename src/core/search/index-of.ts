/**
 * Our full-text index: title, authors, abstract, tags and notes as separate fields scored together (BM25F), prefix on the last word,
 * one typo in words of five letters and more, operators and phrases (query.ts). Incremental; its answers depend on what is stored,
 * never on the order of changes.
 */

import { Best } from '../related/best.ts';
import { allowedBy, livePapers } from './conditions.ts';
import { isFunctionWord } from './function-words.ts';
import type { Clause, ParsedQuery } from './query.ts';
import { FIELDS, type Field, type SearchDoc } from './search-doc.ts';
import { SearchView, type Workspace } from './search-view.ts';
import type { Segment } from './segment.ts';
import { Segments } from './segments.ts';
import { readSegment, writeSegment } from './stored-index.ts';
import type { Typed } from './word-forms.ts';
import { WordGroups } from './word-groups.ts';

export type { Field, SearchDoc } from './search-doc.ts';

export interface Hit {
  readonly key: string;
  /** Higher is better; comparable within one answer only. Without words to search for it is the year. */
  readonly score: number;
  /** Fields in which words of the query were found; the year counts as a tag. */
  readonly where: readonly Field[];
}

export interface Found {
  /** Best first; equal scores by key. */
  readonly hits: readonly Hit[];
  /** All papers that match. */
  readonly total: number;
  /** False: no paper has all words, so these have as many as any paper has, at least half. */
  readonly complete: boolean;
}

export interface FindOptions {
  readonly limit: number;
  /** Papers not to find. */
  readonly exclude?: ReadonlySet<string>;
}

export interface SearchIndex {
  readonly size: number;
  /** Bytes in typed arrays; keys and the lexicon's words come on top, about as much as a fifth of it. */
  readonly byteSize: number;
  has(key: string): boolean;
  /** Adds, or replaces what has this key. */
  add(doc: SearchDoc): void;
  /** @returns whether the key was there */
  remove(key: string): boolean;
  find(query: ParsedQuery, options: FindOptions): Found;
  /**
   * Hands over everything that matches, in no order; the score is 0 where there are no words to search for. `use` must not change the
   * index. @param only papers that may be found; missing: all
   * @returns `Found.complete`
   */
  each(
    query: ParsedQuery,
    use: (key: string, score: number, where: number) => void,
    only?: (key: string) => boolean,
  ): boolean;
  /** Keys of all that match, in no order: for selections, facets and exports. An empty query matches all. */
  keys(query: ParsedQuery): readonly string[];
  /** Merges everything into its smallest and fastest form; about a second for 100,000 papers, so at idle time. */
  compact(): void;
  /** Does the merges that are due, with pauses; the index may be used and changed meanwhile. */
  tidy(): Generator<void>;
  /** Its parts as they are: what is in one never changes but by papers that are taken out. For storing them one by one. */
  segments(): readonly Segment[];
  /** A stored form for `searchIndexFrom`; compacts first. */
  bytes(): Uint8Array;
}

/** Bits of `where` that `each` gives, in the order of FIELDS. */
export const WHERE = { title: 1, authors: 2, tags: 4, abstract: 8, notes: 16 } as const satisfies Record<Field, number>;

class BuiltIndex implements SearchIndex {
  private readonly segmentsOf: Segments;
  /** Dropped at every change, for it holds segments that may be merged away meanwhile. */
  private lastView: SearchView | undefined;
  private space: Workspace | undefined;

  constructor(segments: Segments) {
    this.segmentsOf = segments;
  }

  get size(): number {
    return this.segmentsOf.size;
  }

  get byteSize(): number {
    return this.segmentsOf.all().reduce((sum, segment) => sum + segment.byteSize, 0);
  }

  has(key: string): boolean {
    return this.segmentsOf.has(key);
  }

  add(doc: SearchDoc): void {
    this.lastView = undefined;
    this.segmentsOf.add(doc);
  }

  remove(key: string): boolean {
    this.lastView = undefined;
    return this.segmentsOf.remove(key);
  }

  find({ clauses }: ParsedQuery, { limit, exclude }: FindOptions): Found {
    const view = this.view();
    const most = Math.max(0, Math.floor(limit));
    const best = new Best(most);
    const offer = (paper: number, score: number): void => {
      if (most === 0 || score < best.threshold) return;
      best.offer({ slot: paper, key: view.keyOf(paper), score });
    };
    const excluded = exclude?.size ? exclude : undefined;
    return this.match(view, clauses, (papers, complete, scored) => {
      let total = 0;
      for (const paper of papers) {
        if (excluded?.has(view.keyOf(paper))) continue;
        total++;
        offer(paper, scored ? (view.space.score[paper] ?? 0) : view.yearOf(paper));
      }
      const hits = best
        .sorted()
        .map(({ key, slot, score }) => ({ key, score, where: fieldsOf(view.space.where[slot] ?? 0) }));
      return { hits, total, complete };
    });
  }

  each(
    { clauses }: ParsedQuery,
    use: (key: string, score: number, where: number) => void,
    only?: (key: string) => boolean,
  ): boolean {
    const view = this.view();
    const { score, where } = view.space;
    const give = (papers: readonly number[], complete: boolean): boolean => {
      for (const paper of papers) use(view.keyOf(paper), score[paper] ?? 0, where[paper] ?? 0);
      return complete;
    };
    return this.match(view, clauses, give, only);
  }

  keys({ clauses }: ParsedQuery): readonly string[] {
    const view = this.view();
    return this.match(view, clauses, (papers) => papers.map((paper) => view.keyOf(paper)));
  }

  compact(): void {
    this.lastView = undefined;
    this.segmentsOf.compact();
  }

  *tidy(): Generator<void> {
    yield* this.segmentsOf.tidy();
    this.lastView = undefined;
  }

  segments(): readonly Segment[] {
    return this.segmentsOf.all();
  }

  bytes(): Uint8Array {
    this.compact();
    return writeSegment(this.segmentsOf.all()[0]);
  }

  private view(): SearchView {
    this.lastView ??= new SearchView(this.segmentsOf, this.space);
    this.space = this.lastView.space;
    return this.lastView;
  }

  /** @param use gets the papers that match while their scores stand in the view */
  private match<T>(
    view: SearchView,
    clauses: readonly Clause[],
    use: (papers: readonly number[], complete: boolean, scored: boolean) => T,
    only?: (key: string) => boolean,
  ): T {
    const allowed = onlyThose(view, allowedBy(view, clauses), only);
    const words = wantedWords(clauses);
    const phrases = clauses.flatMap((clause) => (clause.kind === 'phrase' && !clause.not ? [clause] : []));
    const inPhrases = phrases.flatMap((phrase) =>
      phrase.words.map((word, i) => ({ word, prefix: phrase.open && i === phrase.words.length - 1 })),
    );
    if (words.length + inPhrases.length === 0) return use(papersOf(view, allowed), true, false);
    // Function words are not kept of abstracts, so they may help but not be asked for; unless there is nothing else.
    const weak = words.filter(({ word }) => isFunctionWord(word));
    const strong = words.length + phrases.length > weak.length;
    const groups = new WordGroups(view);
    try {
      for (const word of words) {
        groups.add(word, { allowed, required: !(strong && isFunctionWord(word.word)) });
      }
      for (const word of inPhrases) groups.addExact(word, { allowed, required: false });
      const hasWords = groups.required > 0;
      const { papers, complete } = hasWords
        ? mostMatched(view, groups)
        : { papers: papersOf(view, allowed), complete: true };
      return use(papers, complete, true);
    } finally {
      view.clear();
    }
  }
}

/** Leaves of the papers allowed those that `only` lets through. */
function onlyThose(
  view: SearchView,
  allowed: Uint8Array | undefined,
  only: ((key: string) => boolean) | undefined,
): Uint8Array | undefined {
  if (only === undefined) return allowed;
  const left = allowed ?? livePapers(view);
  for (const { segment, first } of view.parts) {
    for (let doc = 0; doc < segment.size; doc++) {
      if (left[first + doc] === 1 && !only(segment.docs.keys[doc] ?? '')) left[first + doc] = 0;
    }
  }
  return left;
}

/** Words to search for, each once; one that may go on stands for the same word finished. */
function wantedWords(clauses: readonly Clause[]): readonly Typed[] {
  const words = new Map<string, Typed>();
  for (const clause of clauses) {
    if (clause.kind !== 'word' || clause.not) continue;
    const { word, prefix } = clause;
    words.set(word, { word, prefix: prefix || words.get(word)?.prefix === true });
  }
  return [...words.values()];
}

/** Papers that have all required words; where there are none, those that have as many as any has, at least half. */
function mostMatched(
  view: SearchView,
  { found, required }: WordGroups,
): { papers: readonly number[]; complete: boolean } {
  const { matched } = view.space;
  let most = 0;
  for (const paper of found) most = Math.max(most, matched[paper] ?? 0);
  if (most < required && most * 2 < required) return { papers: [], complete: false };
  return { papers: found.filter((paper) => matched[paper] === most), complete: most === required };
}

/** All live papers, or those allowed. */
function papersOf({ parts }: SearchView, allowed: Uint8Array | undefined): readonly number[] {
  const papers: number[] = [];
  for (const { segment, first } of parts) {
    for (let doc = 0; doc < segment.size; doc++) {
      if (allowed === undefined ? segment.live[doc] === 1 : allowed[first + doc] === 1) papers.push(first + doc);
    }
  }
  return papers;
}

const fieldsOf = (bits: number): readonly Field[] => FIELDS.filter((_, field) => (bits & (1 << field)) !== 0);

/** @param docs where a key comes twice, the last one counts */
export function searchIndex(docs: Iterable<SearchDoc> = []): SearchIndex {
  const segments = new Segments();
  for (const doc of docs) segments.add(doc);
  return new BuiltIndex(segments);
}

/** An index of stored parts that merges in `tidy` alone. @param segments no key is live in two of them */
export const patientIndex = (segments: readonly Segment[] = []): SearchIndex =>
  new BuiltIndex(new Segments(segments, true));

/** @returns undefined where the bytes are not exactly what `bytes()` of this version gives: then build it anew */
export function searchIndexFrom(bytes: Uint8Array): SearchIndex | undefined {
  const segment = readSegment(bytes);
  if (segment === undefined) return undefined;
  return new BuiltIndex(new Segments(segment.size === 0 ? [] : [segment]));
}
