/** What a search reads: the segments side by side, every paper with one number, and arrays to reckon in. Made anew after a change. */

import { FIELDS } from './search-doc.ts';
import type { Postings } from './section.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';
import { fieldNorm } from './weights.ts';

export interface Placed {
  readonly segment: Segment;
  /** Number of its first paper. */
  readonly first: number;
}

export class SearchView {
  readonly version: number;
  readonly parts: readonly Placed[];
  /** Papers, those taken out included. */
  readonly total: number;
  /** Papers that are there. */
  readonly papers: number;
  /** `norms[field][paper]`: what one occurrence counts. */
  readonly norms: readonly Float32Array[];
  readonly decoded: Postings;
  /** Working space, one a paper, all zero between searches. */
  readonly weighted: Float32Array;
  readonly score: Float32Array;
  readonly matched: Uint8Array;
  /** Bits of the fields in which something was found. */
  readonly where: Uint8Array;

  constructor(segments: Segments) {
    const all = segments.all();
    this.version = segments.version;
    this.papers = segments.size;
    const parts: Placed[] = [];
    let first = 0;
    let largest = 0;
    for (const segment of all) {
      parts.push({ segment, first });
      first += segment.size;
      largest = Math.max(largest, segment.size);
    }
    this.parts = parts;
    this.total = first;
    this.decoded = { docs: new Uint32Array(largest), counts: new Uint8Array(largest) };
    this.weighted = new Float32Array(first);
    this.score = new Float32Array(first);
    this.matched = new Uint8Array(first);
    this.where = new Uint8Array(first);
    const averages = segments.averages();
    this.norms = FIELDS.map((_, field) => {
      const norms = new Float32Array(first);
      for (const { segment, first: at } of parts) {
        const { lengths } = segment.docs;
        const from = field * segment.size;
        for (let doc = 0; doc < segment.size; doc++) {
          norms[at + doc] = fieldNorm(field, lengths[from + doc] ?? 0, averages[field] ?? 0);
        }
      }
      return norms;
    });
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

  private partOf(paper: number): Placed {
    const { parts } = this;
    let at = parts.length - 1;
    while (at > 0 && (parts[at]?.first ?? 0) > paper) at--;
    const part = parts[at];
    if (part === undefined) throw new Error('a view without segments has no papers');
    return part;
  }
}
