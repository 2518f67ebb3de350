/**
 * Which stored papers are close to a text, and the shared terms that say why: two-stage BM25 with word pairs (RELATED 6).
 * Stage 1 finds candidates by the text's strongest words, term at a time; stage 2 scores them by all words and pairs.
 */

import { Best } from './best.ts';
import { CandidateFinder } from './candidates.ts';
import { FeatureStore } from './feature-store.ts';
import { featuresOf, isPair, type RelatedText } from './features.ts';
import { Postings } from './postings.ts';
import { type Query, queryOf, scoreOf, sharedTerms } from './query.ts';
import { readStore, writeStore } from './stored-index.ts';
import { sharedWords, surfacesOf } from './surface.ts';

export type { RelatedText } from './features.ts';

/** A paper as the index reads it. */
export interface RelatedDoc extends RelatedText {
  readonly key: string;
}

export interface Closest {
  readonly key: string;
  /** 0 to 1: share of the score that the query has with itself. */
  readonly score: number;
  /** Shared terms as a person knows them, strongest first, at most 5. */
  readonly shared: readonly string[];
}

export interface ClosestOptions {
  readonly limit: number;
  /** Keys never to return: the paper itself. */
  readonly exclude?: ReadonlySet<string>;
}

export interface RelatedIndex {
  readonly size: number;
  /** Bytes held in typed arrays. */
  readonly byteSize: number;
  /** Adds, or replaces what has this key. */
  add(doc: RelatedDoc): void;
  /** @returns whether the key was there */
  remove(key: string): boolean;
  /** @returns papers close enough to be a hint, best first, equal scores by key; the result depends on what is stored, not on the order of changes */
  closest(query: RelatedText, options: ClosestOptions): readonly Closest[];
  /** Full scores of given papers without any floor, in their order; 0 for a key that is not there. */
  scores(query: RelatedText, keys: readonly string[]): readonly number[];
  /** A stored form for `relatedIndexFrom`. */
  bytes(): Uint8Array;
}

/** Below this a hint is chance (RELATED 6). */
const LOWEST_SCORE = 0.1;
const FEWEST_SHARED = 3;
/** Changes are scanned at each query, so they are merged into a new base when they are more than this, or an eighth of it. */
const MOST_CHANGES = 40_000;

class BuiltIndex implements RelatedIndex {
  private store: FeatureStore;
  private postings: Postings;
  private readonly finder = new CandidateFinder();

  /** @param store without empty slots */
  constructor(store: FeatureStore) {
    this.store = store;
    this.postings = new Postings(store);
  }

  get size(): number {
    return this.store.size;
  }

  get byteSize(): number {
    const { terms, counts, starts, lengths } = this.store;
    const store = terms.byteLength + counts.byteLength + starts.byteLength + lengths.byteLength;
    return store + this.postings.byteSize + this.finder.byteSize;
  }

  add(doc: RelatedDoc): void {
    this.remove(doc.key);
    const features = featuresOf(doc);
    this.store.add(doc.key, features);
    this.postings.change(features, 1);
    this.mergeChanges();
  }

  remove(key: string): boolean {
    const slot = this.store.remove(key);
    if (slot === undefined) return false;
    this.postings.change(this.store.featuresOf(slot), -1);
    this.mergeChanges();
    return true;
  }

  closest(text: RelatedText, { limit, exclude }: ClosestOptions): readonly Closest[] {
    const query = this.queryOf(text);
    const best = new Best(Math.max(0, Math.floor(limit)));
    for (const { slot, key } of this.finder.find(this.store, this.postings, query, exclude)) {
      const paper = this.store.featuresOf(slot);
      const score = scoreOf(query, paper);
      if (score < LOWEST_SCORE || score < best.threshold) continue;
      const words = sharedTerms(query, paper).filter(({ term }) => !isPair(term));
      if (words.length >= FEWEST_SHARED) best.offer({ slot, key, score });
    }
    const found = best.sorted();
    if (found.length === 0) return [];
    const surfaces = surfacesOf(text);
    return found.map(({ slot, key, score }) => ({
      key,
      score: Math.min(1, score),
      shared: sharedWords(sharedTerms(query, this.store.featuresOf(slot)), surfaces),
    }));
  }

  scores(text: RelatedText, keys: readonly string[]): readonly number[] {
    const query = this.queryOf(text);
    return keys.map((key) => {
      const slot = this.store.slots.get(key);
      return slot === undefined ? 0 : scoreOf(query, this.store.featuresOf(slot));
    });
  }

  bytes(): Uint8Array {
    return writeStore(this.store);
  }

  private queryOf(text: RelatedText): Query {
    const average = this.size === 0 ? 0 : this.store.totalLength / this.size;
    return queryOf(featuresOf(text), this.size, (term) => this.postings.papersWith(term), average);
  }

  private mergeChanges(): void {
    if (this.postings.changed <= Math.max(MOST_CHANGES, this.postings.words.length / 8)) return;
    this.store = this.store.packed();
    this.postings = new Postings(this.store);
  }
}

/** @returns an index of these papers; of two with one key the later counts */
export function relatedIndex(docs: readonly RelatedDoc[]): RelatedIndex {
  const store = new FeatureStore();
  for (const doc of docs) {
    store.remove(doc.key);
    store.add(doc.key, featuresOf(doc));
  }
  return new BuiltIndex(store.packed());
}

/** @returns the index that `bytes` stored, or undefined where they are damaged or of another version: build it anew then */
export function relatedIndexFrom(bytes: Uint8Array): RelatedIndex | undefined {
  const store = readStore(bytes);
  return store === undefined ? undefined : new BuiltIndex(store);
}
