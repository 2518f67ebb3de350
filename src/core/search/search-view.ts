/** What a search reads: the segments side by side, every paper with one number, and arrays to reckon in. Made anew after a change. */

import { FIELDS, LONGEST_FIELD } from './search-doc.ts';
import type { Postings } from './section.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';
import { fieldNorm } from './weights.ts';

export interface Placed {
  readonly segment: Segment;
  /** Number of its first paper. */
  readonly first: number;
}

/** Room to reckon in, one place a paper; all zero between searches. Outlives views, for it is large. */
export class Workspace {
  readonly weighted: Float32Array;
  readonly score: Float32Array;
  readonly matched: Uint8Array;
  readonly where: Uint8Array;
  readonly touched: Uint32Array;
  readonly decoded: Postings;

  constructor(size: number) {
    this.weighted = new Float32Array(size);
    this.score = new Float32Array(size);
    this.matched = new Uint8Array(size);
    this.where = new Uint8Array(size);
    this.touched = new Uint32Array(size);
    this.decoded = { docs: new Uint32Array(size), counts: new Uint8Array(size) };
  }
}

export class SearchView {
  readonly parts: readonly Placed[];
  /** Papers, those taken out included. */
  readonly total: number;
  /** Papers that are there. */
  readonly papers: number;
  /** `norms[field][words of the field]`: what one occurrence counts. */
  readonly norms: readonly Float32Array[];
  readonly space: Workspace;

  /** @param room of a view that is not used any more */
  constructor(segments: Segments, room?: Workspace) {
    const parts: Placed[] = [];
    let first = 0;
    for (const segment of segments.all()) {
      parts.push({ segment, first });
      first += segment.size;
    }
    this.papers = segments.size;
    this.parts = parts;
    this.total = first;
    this.space = room !== undefined && room.score.length >= first ? room : new Workspace(first + (first >> 3) + 64);
    this.norms = segments
      .averages()
      .map((average, field) =>
        Float32Array.from({ length: LONGEST_FIELD + 1 }, (_, n) => fieldNorm(field, n, average)),
      );
  }

  /** @param paper a number of this view */
  keyOf(paper: number): string {
    const { segment, first } = this.partOf(paper);
    return segment.docs.keys[paper - first] ?? '';
  }

  yearOf(paper: number): number {
    const { segment, first } = this.partOf(paper);
    return segment.docs.years[paper - first] ?? 0;
  }

  /** Leaves the working space as it was found. */
  clear(): void {
    const { weighted, score, matched, where } = this.space;
    weighted.fill(0, 0, this.total);
    score.fill(0, 0, this.total);
    matched.fill(0, 0, this.total);
    where.fill(0, 0, this.total);
  }

  private partOf(paper: number): Placed {
    const { parts } = this;
    let at = parts.length - 1;
    while (at > 0 && (parts[at]?.first ?? 0) > paper) at--;
    const part = parts[at];
    if (part === undefined) throw new Error('a view without segments has no papers');
    return part;
  }
}

/** Words of a field, by local number of the paper: a view of the segment's table. */
export const lengthsOf = ({ docs, size }: Segment, field: (typeof FIELDS)[number]): Uint16Array => {
  const at = FIELDS.indexOf(field) * size;
  return docs.lengths.subarray(at, at + size);
};
