/** Stage 1: the papers that share a text's strongest words, found term at a time over the postings. */

import { Best, type Scored } from './best.ts';
import type { FeatureStore } from './feature-store.ts';
import type { Postings } from './postings.ts';
import type { Query } from './query.ts';
import { lowerBound } from './radix-sort.ts';
import { damping, inPaper } from './weights.ts';

/** Of these, the full score finds the best ten in 99.7 of 100 cases at 10,000 papers (`npm run bench`). */
const CANDIDATES = 300;

export class CandidateFinder {
  /** Sum of each slot, all 0 between queries. */
  private sums = new Float32Array(0);
  private touched = new Uint32Array(0);
  /** Damping of each slot, for the average length it was computed with. */
  private damps = new Float32Array(0);
  private dampsAverage = Number.NaN;
  private dampsCount = 0;

  get byteSize(): number {
    return this.sums.byteLength + this.touched.byteLength + this.damps.byteLength;
  }

  /** @returns at most 300, best first */
  find(store: FeatureStore, postings: Postings, query: Query, exclude: ReadonlySet<string> | undefined): Scored[] {
    this.prepare(store, query.average);
    const { sums, touched, damps } = this;
    let count = 0;
    for (const index of query.strongest) {
      const term = query.features.terms[index] ?? 0;
      const weight = query.weights[index] ?? 0;
      const { from, to } = postings.rangeOf(term);
      for (let i = from; i < to; i++) {
        const slot = postings.slots[i] ?? 0;
        const before = sums[slot] ?? 0;
        if (before === 0) touched[count++] = slot;
        sums[slot] = before + weight * inPaper(postings.counts[i] ?? 0, damps[slot] ?? 1);
      }
      // Papers that came after the base was built are few: look into each.
      for (let slot = postings.slotCount; slot < store.slotCount; slot++) {
        const end = store.startOf(slot + 1);
        const at = lowerBound(store.terms, term, store.startOf(slot), end);
        if (at === end || store.terms[at] !== term) continue;
        const before = sums[slot] ?? 0;
        if (before === 0) touched[count++] = slot;
        sums[slot] = before + weight * inPaper(store.counts[at] ?? 0, damps[slot] ?? 1);
      }
    }
    return this.best(store, count, exclude);
  }

  private best(store: FeatureStore, count: number, exclude: ReadonlySet<string> | undefined): Scored[] {
    const best = new Best(CANDIDATES);
    for (let i = 0; i < count; i++) {
      const slot = this.touched[i] ?? 0;
      const score = this.sums[slot] ?? 0;
      this.sums[slot] = 0;
      if (score < best.threshold) continue;
      const key = store.keys[slot];
      if (key !== undefined && exclude?.has(key) !== true) best.offer({ slot, key, score });
    }
    return best.sorted();
  }

  private prepare(store: FeatureStore, average: number): void {
    const slots = store.slotCount;
    if (this.sums.length < slots) {
      const room = Math.ceil(slots * 1.25);
      this.sums = new Float32Array(room);
      this.touched = new Uint32Array(room);
      this.damps = new Float32Array(room);
      this.dampsCount = 0;
    }
    if (this.dampsAverage === average && this.dampsCount === slots) return;
    for (let slot = 0; slot < slots; slot++) this.damps[slot] = damping(store.lengthOf(slot), average);
    this.dampsAverage = average;
    this.dampsCount = slots;
  }
}
