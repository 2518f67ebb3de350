/**
 * The papers of an index as a few frozen segments, like the levels of a log-structured store: new papers are gathered, frozen, and
 * merged with segments of their size, so that adding stays cheap and a search looks at few of them. What is stored does not depend
 * on the order of changes in anything a search can see: all sums are whole numbers over the live papers.
 */

import { mergeInSteps, mergeSegments } from './merge-segments.ts';
import { FIELDS, type SearchDoc } from './search-doc.ts';
import type { Segment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';

/** Papers gathered before they are frozen, which takes some 25 ms then. */
const GATHERED = 1_024;
/** So many segments of about one size become one. */
const FANOUT = 8;

const tierOf = (segment: Segment): number => Math.floor(Math.log(Math.max(1, segment.liveCount)) / Math.log(FANOUT));

export class Segments {
  /** Largest first. */
  private frozen: Segment[];
  private builder = new SegmentBuilder();
  /** Keys in `builder`. */
  private gathered = new Set<string>();
  /** Words of all live papers, by field; the builder's are added when it is frozen. */
  private readonly totals: number[] = FIELDS.map(() => 0);
  private live = 0;
  /** Merges wait for `tidy`. */
  private readonly patient: boolean;

  /** @param patient merge in `tidy` alone, never while papers are added or taken out */
  constructor(frozen: readonly Segment[] = [], patient = false) {
    this.frozen = [...frozen];
    this.patient = patient;
    for (const segment of frozen) this.count(segment);
  }

  get size(): number {
    return this.live + this.builder.size;
  }

  has(key: string): boolean {
    return this.gathered.has(key) || this.frozen.some((segment) => segment.find(key) !== undefined);
  }

  add(doc: SearchDoc): void {
    this.remove(doc.key);
    this.builder.add(doc);
    this.gathered.add(doc.key);
    if (this.builder.size >= GATHERED) this.freeze();
  }

  remove(key: string): boolean {
    if (this.gathered.has(key)) this.freeze();
    for (const segment of this.frozen) {
      const doc = segment.find(key);
      if (doc === undefined) continue;
      for (const [field, length] of segment.lengthOf(doc).entries()) {
        this.totals[field] = (this.totals[field] ?? 0) - length;
      }
      segment.remove(doc);
      this.live--;
      this.prune(segment);
      return true;
    }
    return false;
  }

  /** All papers, frozen: what a search reads. */
  all(): readonly Segment[] {
    this.freeze();
    return this.frozen;
  }

  /** Mean number of words of each field, over the papers that are there; 0 where there are none. */
  averages(): readonly number[] {
    this.freeze();
    return this.totals.map((total) => (this.live === 0 ? 0 : total / this.live));
  }

  /** Makes one segment of all: the smallest and fastest form. */
  compact(): void {
    this.freeze();
    if (this.frozen.length > 1 || this.frozen.some((segment) => segment.liveCount < segment.size)) {
      this.frozen = [mergeSegments(this.frozen)];
    }
  }

  /** Does the merges that are due, with pauses: until it is done, papers may be added, taken out and searched. */
  *tidy(): Generator<void> {
    this.freeze();
    for (;;) {
      const due = this.due();
      if (due === undefined) return;
      const merged = yield* mergeInSteps(due);
      this.frozen = this.frozen.filter((segment) => !due.includes(segment));
      if (merged.liveCount > 0) this.frozen.push(merged);
      this.frozen.sort((a, b) => b.liveCount - a.liveCount);
    }
  }

  private freeze(): void {
    if (this.builder.size === 0) return;
    const segment = this.builder.done();
    this.builder = new SegmentBuilder();
    this.gathered = new Set();
    this.count(segment);
    this.frozen.push(segment);
    this.settle();
  }

  private count(segment: Segment): void {
    const { docs, live, size } = segment;
    for (let field = 0; field < FIELDS.length; field++) {
      let sum = 0;
      for (let doc = 0; doc < size; doc++) if (live[doc] === 1) sum += docs.lengths[field * size + doc] ?? 0;
      this.totals[field] = (this.totals[field] ?? 0) + sum;
    }
    this.live += segment.liveCount;
  }

  /** Merges the smallest ones while there are too many of their size. */
  private settle(): void {
    this.frozen.sort((a, b) => b.liveCount - a.liveCount);
    if (this.patient) return;
    for (let due = this.due(); due !== undefined; due = this.due()) {
      const gone = new Set(due);
      const merged = mergeSegments(due);
      const rest = this.frozen.filter((segment) => !gone.has(segment));
      this.frozen = [...rest, ...(merged.liveCount > 0 ? [merged] : [])].sort((a, b) => b.liveCount - a.liveCount);
    }
  }

  /** Segments to merge next: too many of one size, or one more than half of whose papers were taken out. */
  private due(): readonly Segment[] | undefined {
    const worn = this.frozen.find((segment) => segment.liveCount * 2 <= segment.size);
    if (worn !== undefined) return [worn];
    const last = this.frozen.at(-1);
    if (last === undefined) return undefined;
    const from = this.frozen.findIndex((segment) => tierOf(segment) <= tierOf(last));
    return this.frozen.length - from < FANOUT ? undefined : this.frozen.slice(from);
  }

  /** A segment more than half of whose papers were taken out gives its room back. */
  private prune(segment: Segment): void {
    if (segment.liveCount === 0) this.frozen = this.frozen.filter((one) => one !== segment);
    else if (!this.patient && segment.liveCount * 2 <= segment.size) this.settle();
  }
}
