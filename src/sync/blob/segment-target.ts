import type { Signal } from '../http.ts';
import { fault, type Outcome, type SyncFault } from '../outcome.ts';
import type { BlobTarget, Cursor, LocalRecord, Opened, Pulled, Pushed, SyncTarget, Visit } from '../target.ts';
import { plainCodec, type Sealing } from './codec.ts';
import { compact, removeSpare } from './compact.ts';
import { Seen } from './cursor.ts';
import { makeMarker, readMarker } from './marker.ts';
import { type Listed, ROOT, segmentsIn } from './names.ts';
import { isKnown, markOf, newLife, readOwn } from './own.ts';
import { pullSegments } from './pull-segments.ts';
import type { SegmentDeps } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';
import { standingOf } from './standing.ts';

/**
 * A place that stores files, as a target: segments that are written once, by one writer each, and never changed (SYNC.md 5.4). Nothing
 * is concluded from a file that is missing, and no file of another device is ever taken away.
 */

export interface SegmentPlace {
  readonly sealing: Sealing;
  /** SHA-256 in small hex digits. */
  readonly sha256: SegmentDeps['sha256'];
  /** Small segments of one device that stay beside one another before they are joined. */
  readonly most?: number;
}

const MOST = 64;
/** Records in a segment: a first push of 20,000 papers then makes few requests. */
const BATCH = 5_000;

export function segmentTarget(id: string, blob: BlobTarget, place: SegmentPlace): SyncTarget {
  // Of the visit that is under way.
  let deps: SegmentDeps = { codec: plainCodec, sha256: place.sha256 };
  let writer: SegmentWriter | undefined;
  /** Taken by the first pull. */
  let listing: readonly Listed[] | undefined;
  /** Paths that could not be read in this visit, and why. */
  const tried = new Map<string, SyncFault>();

  async function list(signal: Signal): Promise<Outcome<readonly Listed[]>> {
    const entries = await blob.list(ROOT, signal);
    return entries.ok ? { ok: true, value: segmentsIn(entries.value ?? []) } : entries;
  }

  async function open(visit: Visit, signal: Signal): Promise<Outcome<Opened>> {
    tried.clear();
    writer = undefined;
    const found = await readMarker(blob, place.sealing, signal);
    if (!found.ok) return found;
    const listed = await list(signal);
    if (!listed.ok) return listed;
    const others = listed.value.length > 0;
    const marker =
      typeof found.value === 'string'
        ? await makeMarker(blob, place.sealing, visit, found.value, others, signal)
        : { ok: true as const, value: found.value };
    if (!marker.ok) return marker;
    const { epoch, codec, newer } = marker.value;
    deps = { codec, sha256: place.sha256 };
    listing = listed.value;

    const known = visit.last?.epoch === epoch ? readOwn(visit) : undefined;
    const seen = new Seen(visit.last?.epoch === epoch ? visit.last.cursor : undefined);
    const standing = await standingOf(visit, known ?? newLife(visit, listing), seen, listing, blob, deps, signal);
    if (!standing.ok) return standing;
    const own = standing.value === 'kept' && known !== undefined ? known : newLife(visit, listing);
    writer = new SegmentWriter(own, listing, blob, deps);
    const serverTime = blob.serverTime?.();
    return {
      ok: true,
      value: {
        epoch,
        standing: standing.value,
        ...(serverTime === undefined ? {} : { serverTime }),
        ...(newer ? { readOnly: 'newer' } : {}),
      },
    };
  }

  async function* pull(cursor: Cursor | undefined, signal: Signal): AsyncGenerator<Outcome<Pulled>> {
    const listed = listing === undefined ? await list(signal) : { ok: true as const, value: listing };
    listing = undefined;
    if (!listed.ok) return yield listed;
    const own = writer?.own;
    const theirs = listed.value.filter((one) => own === undefined || !isKnown(own, one));
    yield* pullSegments(theirs, cursor, tried, blob, deps, signal);
  }

  async function push(batch: readonly LocalRecord[], signal: Signal): Promise<Outcome<Pushed>> {
    if (writer === undefined) return fault('server-error', 'not open');
    const written = await writer.write(batch, signal);
    if (!written.ok) return written;
    const acked = batch.map(({ kind, id: name }) => ({ kind, id: name }));
    return { ok: true, value: { acked, retry: [], rejected: [], mark: markOf(writer.own, writer.by) } };
  }

  async function finish(next: string, signal: Signal): Promise<Outcome<string>> {
    if (writer === undefined) return fault('server-error', 'not open');
    const wrote = writer.wrote;
    writer.by = next;
    await removeSpare(writer, (path) => tried.get(path) === 'damaged', blob, signal);
    if (wrote) await compact(writer, place.most ?? MOST, blob, deps, signal);
    return signal.aborted ? fault('cancelled') : { ok: true, value: markOf(writer.own, next) };
  }

  return {
    id,
    batch: BATCH,
    open,
    pull: (cursor, _, signal) => pull(cursor, signal),
    push,
    finish,
  };
}
