import type { Signal } from '../http.ts';
import type { Outcome } from '../outcome.ts';
import type { BlobTarget, Opened, Visit } from '../target.ts';
import type { Seen } from './cursor.ts';
import { type Listed, pathOf } from './names.ts';
import { isKnown, isOf, type Own } from './own.ts';
import { readSegment, type SegmentDeps } from './segment.ts';

/**
 * Does a place still hold what was there at the last visit, and does nobody else write under this device's name? Looks at names alone; where
 * they are not as remembered, at one or two files: a listing may lag behind.
 */
export async function standingOf(
  { device }: Pick<Visit, 'device'>,
  own: Own,
  seen: Seen,
  listed: readonly Listed[],
  blob: BlobTarget,
  deps: SegmentDeps,
  signal: Signal,
): Promise<Outcome<Opened['standing']>> {
  const mine = listed.filter((one) => one.stream === own.stream);
  for (const one of listed) {
    const stranger = isOf(device, one) && one.stream !== own.stream && one.seq > (own.earlier[one.stream] ?? 0);
    if (stranger) return { ok: true, value: 'copied' };
  }

  // What was written after the mark: by a sync of ours that was cut off, or by a copy of this profile?
  const after = mine.filter((one) => !isKnown(own, one) && !seen.has(own.stream, one.seq)).at(-1);
  if (after !== undefined) {
    const bytes = await blob.get(after.path, signal);
    if (!bytes.ok) return bytes;
    const read = bytes.value === null ? undefined : await readSegment(bytes.value, after, deps);
    if (read?.ok === true && !own.by.has(read.value.head.by)) return { ok: true, value: 'copied' };
  }

  const numbers = new Set(mine.map(({ seq }) => seq));
  for (const seq of own.there.lacking(numbers, 1)) {
    const gone = await isGone(blob, pathOf(own.stream, seq), signal);
    if (!gone.ok) return gone;
    if (gone.value) return { ok: true, value: 'lost' };
  }
  // What others wrote and this device read may be lost too. The newest of a stream is never taken away before there is a newer one.
  const newest = new Map(listed.map(({ stream, seq }) => [stream, seq])); // listed oldest first
  for (const [stream, seq] of seen.newest()) {
    if ((newest.get(stream) ?? 0) >= seq) continue;
    const gone = await isGone(blob, pathOf(stream, seq), signal);
    if (!gone.ok) return gone;
    if (gone.value) return { ok: true, value: 'lost' };
  }
  return { ok: true, value: 'kept' };
}

async function isGone(blob: BlobTarget, path: string, signal: Signal): Promise<Outcome<boolean>> {
  const bytes = await blob.get(path, signal);
  return bytes.ok ? { ok: true, value: bytes.value === null } : bytes;
}
