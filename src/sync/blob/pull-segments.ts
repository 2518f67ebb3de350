import type { Signal } from '../http.ts';
import { fault, type Outcome, type SyncFault } from '../outcome.ts';
import type { BlobTarget, Cursor, Pulled } from '../target.ts';
import { batches } from './batches.ts';
import { Seen } from './cursor.ts';
import type { Listed } from './names.ts';
import { readSegment, type Segment, type SegmentDeps } from './segment.ts';

/** Syncs after which a file that cannot be read is told of, and those after which it is tried at every 16th only. */
const TOLD = 3;
const OFTEN = 8;
const RARELY = 16;
/** Files of one stream that may fail in one visit before the rest of it is left for the next. */
const MOST_FAILED = 50;

/** Of one file, not of the place. What the passphrase does not open is none: nothing of it may be passed over. */
const PASSED_OVER: readonly SyncFault[] = ['damaged', 'newer', 'too-large', 'not-found'];

/**
 * Reads segments that were not read yet. One that is not whole, or is listed and not there (a folder half synchronised, a store that is slow
 * to agree with itself), is passed over and tried again at the next sync.
 * @param listed without those of this device
 * @param tried paths that failed in this visit, and why; added to
 */
export async function* pullSegments(
  listed: readonly Listed[],
  cursor: Cursor | undefined,
  tried: Map<string, SyncFault>,
  blob: BlobTarget,
  deps: SegmentDeps,
  signal: Signal,
): AsyncGenerator<Outcome<Pulled>> {
  const seen = new Seen(cursor);
  const failed = new Map<string, number>();
  for (const one of listed) {
    const { path, stream, seq } = one;
    if (seen.has(stream, seq) || tried.has(path)) continue;
    if ((failed.get(stream) ?? 0) >= MOST_FAILED) continue;
    const tries = seen.tries(path);
    const pause = tries >= OFTEN && tries % RARELY !== 0;
    const segment = pause ? fault('not-found') : await fetchSegment(one, blob, deps, signal);
    if (!segment.ok && !PASSED_OVER.includes(segment.error)) return yield segment;
    if (!segment.ok) {
      tried.set(path, segment.error);
      if (!pause) failed.set(stream, (failed.get(stream) ?? 0) + 1);
      if (!seen.failed(path)) continue;
      yield { ok: true, value: { records: [], cursor: seen.cursor(), unread: tries + 1 >= TOLD ? 1 : 0 } };
      continue;
    }
    const { head, records } = segment.value;
    seen.add(stream, seq, head.covers);
    seen.forget((bad) => bad !== path);
    yield* batches(records, seen.cursor());
  }
  const paths = new Set(listed.map(({ path }) => path));
  if (seen.forget((path) => paths.has(path))) yield { ok: true, value: { records: [], cursor: seen.cursor() } };
}

async function fetchSegment(
  one: Listed,
  blob: BlobTarget,
  deps: SegmentDeps,
  signal: Signal,
): Promise<Outcome<Segment>> {
  const bytes = await blob.get(one.path, signal);
  if (!bytes.ok) return bytes;
  return bytes.value === null ? fault('not-found', 'segment') : readSegment(bytes.value, one, deps);
}
