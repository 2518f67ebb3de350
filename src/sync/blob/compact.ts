import { merge } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import type { BlobTarget, RemoteRecord } from '../target.ts';
import { pathOf } from './names.ts';
import { Ranges } from './ranges.ts';
import { readSegment, type SegmentDeps } from './segment.ts';
import type { SegmentWriter } from './segment-writer.ts';

/**
 * Many small segments of this device are joined into one. Their records are read back and merged: what was ever sent stays there, also what
 * the library has forgotten since. Large ones are left alone, so that memory and traffic stay bounded. The small ones are taken away only
 * at a later push, when the engine's mark says that they are not needed: interrupted at any point, all is there at least once. Nothing here
 * fails a sync; what did not succeed is done next time.
 */

/** Files smaller than this are joined. */
const SMALL = 64 * 1024;
/** Bytes of lines that are joined at one time: what comes of it fits into a segment. */
const MOST_BYTES = 7 * 1024 * 1024;

/** @param most so many small files stay as they are */
export async function compact(
  writer: SegmentWriter,
  most: number,
  blob: BlobTarget,
  deps: SegmentDeps,
  signal: Signal,
): Promise<void> {
  const { own, sizes } = writer;
  const small = [...sizes].filter(([seq, size = 0]) => own.there.has(seq) && size < SMALL);
  if (small.length <= most) return;
  const newest = own.there.max;
  const merged = new Map<string, RemoteRecord>();
  const [joined, covers] = [new Ranges(), new Ranges()];
  let total = 0;
  for (const [seq] of small.sort(([, a = 0], [, b = 0]) => a - b)) {
    const bytes = await blob.get(pathOf(own.stream, seq), signal);
    if (!bytes.ok) return;
    if (bytes.value === null) continue;
    const segment = await readSegment(bytes.value, { stream: own.stream, seq }, deps);
    if (!segment.ok || total + segment.value.size > MOST_BYTES) continue;
    total += segment.value.size;
    for (const record of segment.value.records) {
      const key = `${record.kind} ${record.id}`;
      const old = merged.get(key);
      merged.set(key, old === undefined ? record : { ...record, state: merge(record.kind, old.state, record.state) });
    }
    // The newest stays as well: others see by it that nothing was lost, also where a folder is half synchronised.
    if (seq !== newest) joined.add(seq);
    covers.add(seq);
    covers.join(new Ranges(segment.value.head.covers));
  }
  if (joined.max === 0) return;
  const written = await writer.write([...merged.values()], signal, covers.toString());
  if (!written.ok) return;
  own.spare.join(joined);
  for (const [seq] of small) if (joined.has(seq)) own.there.remove(seq);
}

/**
 * Takes away what earlier marks call spare, and uploads of this device that broke off: what was in them went under other numbers.
 * @param damaged paths that were found so
 */
export async function removeSpare(
  { own, sizes }: SegmentWriter,
  damaged: (path: string) => boolean,
  blob: BlobTarget,
  signal: Signal,
): Promise<void> {
  const broken = (seq: number): boolean => !own.there.has(seq) && damaged(pathOf(own.stream, seq));
  for (const seq of [...sizes.keys()].filter((one) => own.spare.has(one) || broken(one))) {
    const removed = await blob.remove(pathOf(own.stream, seq), signal);
    if (!removed.ok) return;
    sizes.delete(seq);
    own.spare.remove(seq);
  }
}
