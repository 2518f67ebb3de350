/** A frozen part of the index: some papers, their words, and which of them were taken out since. */

import { FIELDS } from './search-doc.ts';
import type { Section } from './section.ts';

/** What a segment keeps of its papers, by their local number. */
export interface DocTable {
  readonly keys: readonly string[];
  /** 0: unknown. */
  readonly years: Uint16Array;
  /** 1: has code; 2: has notes; from the third bit on: the rating. */
  readonly flags: Uint8Array;
  /** Words of field f of paper d: `lengths[f * papers + d]`. */
  readonly lengths: Uint16Array;
}

export const HAS_CODE = 1;
export const HAS_NOTES = 2;
export const RATING_AT = 2;
export const ratingIn = (flags: number): number => flags >> RATING_AT;

export class Segment {
  readonly head: Section;
  readonly body: Section;
  readonly docs: DocTable;
  /** 0: taken out. */
  readonly live: Uint8Array;
  liveCount: number;
  private slots: Map<string, number> | undefined;

  /** @param live 1 for every paper that is there; missing: all are */
  constructor(head: Section, body: Section, docs: DocTable, live?: Uint8Array) {
    this.head = head;
    this.body = body;
    this.docs = docs;
    this.live = live ?? new Uint8Array(docs.keys.length).fill(1);
    this.liveCount = this.live.reduce((sum, one) => sum + one, 0);
  }

  get size(): number {
    return this.docs.keys.length;
  }

  /** @returns number of the live paper of this key, or undefined */
  find(key: string): number | undefined {
    this.slots ??= new Map(this.docs.keys.map((own, doc) => [own, doc]));
    const doc = this.slots.get(key);
    return doc !== undefined && this.live[doc] === 1 ? doc : undefined;
  }

  /** @param doc a live paper */
  remove(doc: number): void {
    this.live[doc] = 0;
    this.liveCount--;
  }

  lengthOf(doc: number): readonly number[] {
    return FIELDS.map((_, field) => this.docs.lengths[field * this.size + doc] ?? 0);
  }

  /** Bytes in typed arrays. */
  get byteSize(): number {
    const { docs, live } = this;
    const tables = docs.years.byteLength + docs.flags.byteLength + docs.lengths.byteLength + live.byteLength;
    return [this.head, this.body].reduce(
      (sum, { starts, bytes, placeStarts, places }) =>
        sum + starts.byteLength + bytes.byteLength + placeStarts.byteLength + places.byteLength,
      tables,
    );
  }
}
