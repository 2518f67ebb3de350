import { isRecord } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { BlobTarget, Visit } from '../target.ts';
import type { Sealing, SegmentCodec } from './codec.ts';
import { MARKER, ROOT } from './names.ts';

/** `lib/format.json`: says that this is a library, which one (its epoch), and who can read it. Written once, when the library is made. */

/** What this version writes, and the least version that can read it. */
const SCHEMA = 1;

export interface Marker {
  readonly epoch: string;
  readonly codec: SegmentCodec;
  readonly newer: boolean;
}

/** Undefined where there is none. */
export async function readMarker(
  blob: BlobTarget,
  sealing: Sealing,
  signal: Signal,
): Promise<Outcome<Marker | undefined>> {
  const found = await blob.get(MARKER, signal);
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, value: undefined };
  const text = new TextDecoder().decode(found.value);
  const value = parsed(text);
  if (value === undefined) return text.trimStart().startsWith('{') ? damaged() : notOurs();
  if (!isRecord(value)) return notOurs();
  const { epoch, minReader, enc } = value;
  if (typeof epoch !== 'string' || epoch === '') return notOurs();
  const fits = await sealing.fits(enc);
  if (!fits.ok) return fits;
  const newer = typeof minReader === 'number' && minReader > SCHEMA;
  return { ok: true, value: { epoch, codec: fits.value, newer } };
}

const damaged = () => fault('damaged', MARKER);
const notOurs = () => fault('not-a-library', MARKER);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a login page, or a file that is not whole yet
  }
}

/**
 * Makes the marker, or reads the one that somebody else just made.
 * @param others are there segments already? Then the marker is yet to come (a folder half synchronised) or was deleted. Who knows the
 * library from earlier writes it anew; who does not, or does not know how it was encrypted, waits.
 */
export async function makeMarker(
  blob: BlobTarget,
  sealing: Sealing,
  { last, fresh }: Visit,
  others: boolean,
  signal: Signal,
): Promise<Outcome<Marker>> {
  const { enc, codec } = await sealing.make();
  if (others && (last === undefined || enc !== undefined)) return damaged();
  const epoch = others && last !== undefined ? last.epoch : fresh;
  const made = await blob.mkdir(ROOT, signal);
  if (!made.ok) return made;
  const text = JSON.stringify({ epoch, schema: SCHEMA, minReader: SCHEMA, ...(enc === undefined ? {} : { enc }) });
  const created = await blob.createExclusive(MARKER, new TextEncoder().encode(text), signal);
  if (!created.ok) return created;
  if (created.value === 'created') return { ok: true, value: { epoch, codec, newer: false } };
  const there = await readMarker(blob, sealing, signal);
  if (!there.ok) return there;
  return there.value === undefined ? fault('server-error', MARKER) : { ok: true, value: there.value };
}
