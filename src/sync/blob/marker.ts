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

/** `broken` where it is not whole: an upload that broke off. */
export async function readMarker(
  blob: BlobTarget,
  sealing: Sealing,
  signal: Signal,
): Promise<Outcome<Marker | 'missing' | 'broken'>> {
  const found = await read(blob, signal);
  if (!found.ok) return found;
  if (typeof found.value === 'string') return { ok: true, value: found.value };
  const { epoch, minReader, enc } = found.value;
  const fits = await sealing.fits(enc);
  if (!fits.ok) return fits;
  const newer = typeof minReader === 'number' && minReader > SCHEMA;
  return { ok: true, value: { epoch, codec: fits.value, newer } };
}

/** What a place holds, before anything is done there. */
export async function holds(blob: BlobTarget, signal: Signal): Promise<Outcome<'nothing' | 'library' | 'encrypted'>> {
  const found = await read(blob, signal);
  if (!found.ok) return found;
  if (typeof found.value === 'string') return { ok: true, value: 'nothing' };
  return { ok: true, value: found.value.enc === undefined ? 'library' : 'encrypted' };
}

interface Written {
  readonly epoch: string;
  readonly minReader: unknown;
  readonly enc: unknown;
}

async function read(blob: BlobTarget, signal: Signal): Promise<Outcome<Written | 'missing' | 'broken'>> {
  const found = await blob.get(MARKER, signal);
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, value: 'missing' };
  const text = new TextDecoder().decode(found.value);
  const value = parsed(text);
  if (value === undefined) return /^\s*(\{|$)/.test(text) ? { ok: true, value: 'broken' } : notOurs();
  if (!isRecord(value) || typeof value['epoch'] !== 'string' || value['epoch'] === '') return notOurs();
  const { epoch, minReader, enc } = value;
  return { ok: true, value: { epoch: String(epoch), minReader, enc } };
}

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
 * @param was what was found in its place
 * @param others are there segments already? Then the marker is yet to come (a folder half synchronised) or was deleted. Who knows the
 * library from earlier writes it anew; who does not, or does not know how it was encrypted, waits.
 */
export async function makeMarker(
  blob: BlobTarget,
  sealing: Sealing,
  { last, fresh }: Visit,
  was: 'missing' | 'broken',
  others: boolean,
  signal: Signal,
): Promise<Outcome<Marker>> {
  const { enc, codec } = await sealing.make();
  const known = enc === undefined && (last !== undefined || !others);
  if (!known && (others || was === 'broken')) return fault('damaged', MARKER);
  const epoch = others && last !== undefined ? last.epoch : fresh;
  const made = await blob.mkdir(ROOT, signal);
  if (!made.ok) return made;
  // Of two that do this at once one finds another epoch next time, and joins anew.
  const cleared = was === 'broken' ? await blob.remove(MARKER, signal) : made;
  if (!cleared.ok) return cleared;
  const text = JSON.stringify({ epoch, schema: SCHEMA, minReader: SCHEMA, ...(enc === undefined ? {} : { enc }) });
  const created = await blob.createExclusive(MARKER, new TextEncoder().encode(text), signal);
  if (!created.ok) return created;
  if (created.value === 'created') return { ok: true, value: { epoch, codec, newer: false } };
  const there = await readMarker(blob, sealing, signal);
  if (!there.ok) return there;
  return typeof there.value === 'string' ? fault('server-error', MARKER) : { ok: true, value: there.value };
}
