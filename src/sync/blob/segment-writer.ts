import type { Signal } from '../http.ts';
import { fault, mayPass, type Outcome } from '../outcome.ts';
import type { BlobTarget, LocalRecord } from '../target.ts';
import { type Listed, pathOf } from './names.ts';
import type { Own } from './own.ts';
import { readSegment, type SegmentDeps, writeSegment } from './segment.ts';

/** Numbers that one write tries: some may be taken by writes of ours whose answers were lost. */
const TRIES = 20;

/** Writes the segments of this device during one visit. */
export class SegmentWriter {
  readonly own: Own;
  /** Of those that are there, where it is known. */
  readonly sizes = new Map<number, number | undefined>();
  /** Text of the push that is under way. */
  by = '';
  wrote = false;
  #last: number;
  readonly #blob: BlobTarget;
  readonly #deps: SegmentDeps;

  constructor(own: Own, listed: readonly Listed[], blob: BlobTarget, deps: SegmentDeps) {
    this.own = own;
    this.#blob = blob;
    this.#deps = deps;
    for (const { stream, seq, size } of listed) if (stream === own.stream) this.sizes.set(seq, size);
    this.#last = Math.max(own.there.max, own.spare.max, ...this.sizes.keys());
  }

  /** @param covers numbers of this stream whose records are all among these */
  async write(
    records: readonly Pick<LocalRecord, 'kind' | 'id' | 'state'>[],
    signal: Signal,
    covers?: string,
  ): Promise<Outcome<void>> {
    const { stream, there } = this.own;
    for (let [tries, seq] = [1, this.#last + 1]; tries <= TRIES; tries++, seq++) {
      const head = { stream, seq, by: this.by, ...(covers === undefined ? {} : { covers }) };
      const bytes = await writeSegment(head, records, this.#deps);
      if (!bytes.ok) return bytes;
      const path = pathOf(stream, seq);
      const created = await this.#blob.createExclusive(path, bytes.value, signal);
      if (!created.ok && !(mayPass(created.error) && (await this.#isThere(path, bytes.value, signal)))) return created;
      if (!created.ok || created.value === 'created') {
        there.add(seq);
        this.sizes.set(seq, bytes.value.length);
        this.#last = seq;
        this.wrote = true;
        return { ok: true, value: undefined };
      }
      const taken = await this.#whoseIs(path, seq, signal);
      if (!taken.ok) return taken;
    }
    return fault('server-error', 'segment');
  }

  /** The answer was lost: did the file arrive? */
  async #isThere(path: string, bytes: Uint8Array, signal: Signal): Promise<boolean> {
    if (signal.aborted) return false;
    const found = await this.#blob.get(path, signal);
    if (!found.ok || found.value === null || found.value.length !== bytes.length) return false;
    return found.value.every((byte, i) => byte === bytes[i]);
  }

  /** A number is taken: by a write of ours that came through unknown to us, or by a copy of this profile (`copied`). */
  async #whoseIs(path: string, seq: number, signal: Signal): Promise<Outcome<void>> {
    const bytes = await this.#blob.get(path, signal);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) return fault('server-error', 'segment');
    const read = await readSegment(bytes.value, { stream: this.own.stream, seq }, this.#deps);
    // What cannot be read is left where it is, whoever wrote it.
    if (!read.ok) return { ok: true, value: undefined };
    const { by } = read.value.head;
    return by === this.by || this.own.by.has(by) ? { ok: true, value: undefined } : fault('copied');
  }
}
