import { isRecord } from '../../core/library/merge.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { Cursor, LocalRecord, Opened, Pulled, SyncTarget } from '../target.ts';
import { batches } from './batches.ts';
import { plainCodec, type Sealing } from './codec.ts';
import { Ranges } from './ranges.ts';
import { firstLine, readSegment, type SegmentDeps, writeSegment } from './segment.ts';

/**
 * A library in one file: `SCHB {"bundle":1}\n`, then segments one after another, the last of which says that it is the last. It is written
 * and read piece by piece. Reading it is a sync that only reads: what is in it is merged, so an old export deletes nothing.
 */

export interface BundlePlace {
  readonly sealing: Sealing;
  /** SHA-256 in small hex digits. */
  readonly sha256: SegmentDeps['sha256'];
}

type Records = readonly Pick<LocalRecord, 'kind' | 'id' | 'state'>[];

const FORM = 1;
const STREAM = 'bundle';
/** The first line is not longer. */
const HEAD = 16_384;
/** More than a segment's first line, and more than any segment may be. */
const LINE = 100;
const MOST_BYTES = 64 * 1024 * 1024;

/** @returns pieces of the file in their order; ends after a fault (`too-large`: a record that no reader would take) */
export async function* writeBundle(
  records: AsyncIterable<Records>,
  { sealing, sha256 }: BundlePlace,
): AsyncGenerator<Outcome<Uint8Array>> {
  const { enc, codec } = await sealing.make();
  const deps = { codec, sha256 };
  const head = JSON.stringify({ bundle: FORM, ...(enc === undefined ? {} : { enc }) });
  yield { ok: true, value: new TextEncoder().encode(`SCHB ${head}\n`) };
  let seq = 0;
  const parts = async function* (records: Records): AsyncGenerator<Outcome<Uint8Array>> {
    const bytes = await writeSegment({ stream: STREAM, seq: seq + 1, by: '' }, records, deps);
    if (bytes.ok) seq += 1;
    if (bytes.ok || records.length < 2) return yield bytes;
    const half = Math.ceil(records.length / 2);
    yield* parts(records.slice(0, half));
    yield* parts(records.slice(half));
  };
  for await (const some of records) {
    for await (const part of parts(some)) {
      yield part;
      if (!part.ok) return;
    }
  }
  yield writeSegment({ stream: STREAM, seq: seq + 1, by: '', end: true }, [], deps);
}

/** A bundle as a target that is only read. Parts that are not whole are left out, and the sync says `damaged`. */
export function bundleTarget(id: string, file: Blob, { sealing, sha256 }: BundlePlace): SyncTarget {
  let deps: SegmentDeps = { codec: plainCodec, sha256 };
  let start = 0;

  const read = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());

  async function open(): Promise<Outcome<Opened>> {
    const first = await read(0, HEAD);
    const text = new TextDecoder('latin1').decode(first);
    const line = text.slice(0, text.indexOf('\n') + 1);
    const head = line.startsWith('SCHB ') ? parsed(line.slice(5)) : undefined;
    if (!isRecord(head) || typeof head['bundle'] !== 'number') return fault('not-a-library', 'bundle');
    if (head['bundle'] > FORM) return fault('newer', 'bundle');
    const codec = await sealing.fits(head['enc']);
    if (!codec.ok) return codec;
    start = line.length;
    deps = { codec: codec.value, sha256 };
    // Another file is another place: nothing is known of it.
    const last = await read(Math.max(0, file.size - HEAD), file.size);
    const epoch = `${file.size}-${await sha256(first)}-${await sha256(last)}`;
    return { ok: true, value: { epoch, standing: 'kept', readOnly: 'forbidden' } };
  }

  async function* pull(cursor: Cursor | undefined): AsyncGenerator<Outcome<Pulled>> {
    const seen = new Ranges(cursor);
    let [at, damaged, ended] = [start, 0, false];
    for (let seq = 1; at < file.size && !ended; seq++) {
      const line = firstLine(await read(at, at + LINE));
      if (line === undefined || line.length > MOST_BYTES) break;
      const end = at + line.start + line.length;
      if (!seen.has(seq)) {
        const part = await readSegment(await read(at, end), { stream: STREAM, seq }, deps);
        if (!part.ok && part.error !== 'damaged') return yield part;
        if (!part.ok) damaged += 1;
        else {
          ended = part.value.head.end === true;
          if (!ended) seen.add(seq); // the end is read each time: whoever comes again is told what is damaged
          yield* batches(part.value.records, seen.toString());
        }
      }
      at = end;
    }
    if (damaged > 0) yield fault('damaged', `${damaged} parts of the file`);
    else if (!ended) yield fault('damaged', 'the file broke off');
  }

  return {
    id,
    open,
    pull: (cursor) => pull(cursor),
    push: async () => fault('unsupported', 'bundle'),
    finish: async () => fault('unsupported', 'bundle'),
  };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not of ours
  }
};
