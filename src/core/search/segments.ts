/**
 * The papers of an index as a few frozen segments, like the levels of a log-structured store: new papers are gathered, frozen, and
 * merged with segments of their size, so that adding stays cheap and a search looks at few of them. What is stored does not depend
 * on the order of changes in anything a search can see: all sums are whole numbers over the live papers.
 */

import { mergeSegments } from './merge-segments.ts';
import { FIELDS, type SearchDoc } from './search-doc.ts';
import type { Segment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';

/** Papers gathered before they are frozen. */
const GATHERED = 2_048;
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

  constructor(frozen: readonly Segment[] = []) {
    this.frozen = [...frozen];
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
    const { lengths } = segment.docs;
    for (let i = 0; i < lengths.length; i++) {
      const field = Math.floor(i / segment.size);
      this.totals[field] = (this.totals[field] ?? 0) + (lengths[i] ?? 0);
    }
    this.live += segment.liveCount;
  }

  /** Merges the smallest ones while there are too many of their size. */
  private settle(): void {
    this.frozen.sort((a, b) => b.liveCount - a.liveCount);
    for (;;) {
      const last = this.frozen.at(-1);
      if (last === undefined) return;
      const tier = tierOf(last);
      const from = this.frozen.findIndex((segment) => tierOf(segment) <= tier);
      if (this.frozen.length - from < FANOUT) return;
      const merged = mergeSegments(this.frozen.slice(from));
      this.frozen = [...this.frozen.slice(0, from), merged].sort((a, b) => b.liveCount - a.liveCount);
    }
  }

  /** A segment more than half of whose papers were taken out gives its room back. */
  private prune(segment: Segment): void {
    if (segment.liveCount * 2 > segment.size) return;
    this.frozen = this.frozen.flatMap((one) => {
      if (one !== segment) return [one];
      return one.liveCount === 0 ? [] : [mergeSegments([one])];
    });
  }
}
