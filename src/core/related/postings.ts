/**
 * Which papers have which word, and how many papers have a term at all.
 * A sorted base over the papers that were there when it was built, and the changes since: exact at any time, whatever the order of changes.
 */

import type { FeatureStore } from './feature-store.ts';
import { type Features, isPair } from './features.ts';
import { ascending, lowerBound, sorted } from './radix-sort.ts';

/** Range of a term in `words`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export class Postings {
  /** Number of slots of the store that the base covers. */
  readonly slotCount: number;
  /** Words, sorted; beside each the slot and the count. */
  readonly words: Uint32Array;
  readonly slots: Uint32Array;
  readonly counts: Uint8Array;
  /** Pairs need no slots: only the final score looks at them, and only for a few papers. */
  private readonly pairs: Uint32Array;
  /** Term -> papers more (or fewer) than in the base. */
  private readonly changes = new Map<number, number>();

  /** @param store without empty slots */
  constructor(store: FeatureStore) {
    this.slotCount = store.slotCount;
    const used = store.startOf(store.slotCount);
    let wordCount = 0;
    for (let i = 0; i < used; i++) if (!isPair(store.terms[i] ?? 0)) wordCount++;
    const words = new Uint32Array(wordCount);
    const slots = new Uint32Array(wordCount);
    const counts = new Uint8Array(wordCount);
    const pairs = new Uint32Array(used - wordCount);
    let word = 0;
    let pair = 0;
    for (let slot = 0, i = 0; slot < store.slotCount; slot++) {
      for (const end = store.startOf(slot + 1); i < end; i++) {
        const term = store.terms[i] ?? 0;
        if (isPair(term)) pairs[pair++] = term;
        else {
          words[word] = term;
          slots[word] = slot;
          counts[word++] = store.counts[i] ?? 0;
        }
      }
    }
    this.pairs = sorted(pairs);
    const order = ascending(words);
    this.words = new Uint32Array(wordCount);
    this.slots = new Uint32Array(wordCount);
    this.counts = new Uint8Array(wordCount);
    for (let i = 0; i < wordCount; i++) {
      const at = order[i] ?? 0;
      this.words[i] = words[at] ?? 0;
      this.slots[i] = slots[at] ?? 0;
      this.counts[i] = counts[at] ?? 0;
    }
  }

  /** Number of changes kept apart; the owner builds a new base when they are many. */
  get changed(): number {
    return this.changes.size;
  }

  /** @param by 1: a paper with these features came; -1: it went */
  change({ terms }: Features, by: 1 | -1): void {
    for (const term of terms) {
      const now = (this.changes.get(term) ?? 0) + by;
      if (now === 0) this.changes.delete(term);
      else this.changes.set(term, now);
    }
  }

  rangeOf(term: number): Range {
    const from = lowerBound(this.words, term);
    return { from, to: lowerBound(this.words, term + 1, from) };
  }

  /** Number of papers that have the term. */
  papersWith(term: number): number {
    const all = isPair(term) ? this.pairs : this.words;
    const from = lowerBound(all, term);
    const changed = this.changes.size === 0 ? 0 : (this.changes.get(term) ?? 0);
    return lowerBound(all, term + 1, from, Math.min(all.length, from + this.slotCount)) - from + changed;
  }

  /** Bytes held in typed arrays. */
  get byteSize(): number {
    return this.words.byteLength + this.slots.byteLength + this.counts.byteLength + this.pairs.byteLength;
  }
}
