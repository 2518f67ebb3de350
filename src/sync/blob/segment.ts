import { isRecord } from '../../core/library/merge.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { LocalRecord, RemoteRecord } from '../target.ts';
import type { SegmentCodec } from './codec.ts';
import { gunzip, gzip } from './gzip.ts';
import { nameOf } from './names.ts';

/**
 * A segment: `SCH1 <length> <sha256>\n` and a body of that length: gzip of lines of JSON, or what an encryption makes of it. The first line
 * says what it is, each other one is a record. Its checksum is its own: no server is trusted to keep it whole.
 */

export interface SegmentHead {
  /** Where it belongs; a segment that was given another name is not taken for it. */
  readonly stream: string;
  readonly seq: number;
  /** Of the push that wrote it (`finish`). */
  readonly by: string;
  /** Numbers of the same stream that are wholly contained in it (ranges.ts). */
  readonly covers?: string;
  /** Of the last part of a bundle. */
  readonly end?: true;
}

export interface Segment {
  readonly head: SegmentHead;
  readonly records: readonly RemoteRecord[];
  /** Bytes of its lines. */
  readonly size: number;
}

export interface SegmentDeps {
  readonly codec: SegmentCodec;
  /** SHA-256 in small hex digits. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
}

/** What a reader takes: 32 MiB unpacked, and so many records; far more than a writer makes. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_LINES = 100_000;
/** What a writer makes of several records; a single one may be as large as a reader takes. */
const WRITTEN_BYTES = 16 * 1024 * 1024;
const SINGLE_BYTES = MOST_BYTES - 1024 * 1024;

/** Text that is compressed at a time. */
const PIECE = 65_536;
/** Version of the form of a body. */
const FORM = 1;

const encoder = new TextEncoder();

/** `too-large` where the records are more than one segment may hold. */
export async function writeSegment(
  head: SegmentHead,
  records: readonly Pick<LocalRecord, 'kind' | 'id' | 'state'>[],
  { codec, sha256 }: SegmentDeps,
): Promise<Outcome<Uint8Array>> {
  const limit = records.length > 1 ? WRITTEN_BYTES : SINGLE_BYTES;
  let size = 0;
  function* lines(): Generator<Uint8Array> {
    let text = `${JSON.stringify({ scholion: FORM, ...head })}\n`;
    for (const { kind, id, state } of records) {
      text += `${JSON.stringify({ k: kind, i: id, s: state })}\n`;
      if (text.length < PIECE) continue;
      const piece = encoder.encode(text);
      size += piece.length;
      if (size > limit) return;
      yield piece;
      text = '';
    }
    const piece = encoder.encode(text);
    size += piece.length;
    yield piece;
  }
  const packed = await gzip(lines());
  if (size > limit) return fault('too-large', `${records.length} records`);
  const body = await codec.seal(packed, nameOf(head.stream, head.seq));
  const line = encoder.encode(`SCH1 ${body.length} ${await sha256(body)}\n`);
  const bytes = new Uint8Array(line.length + body.length);
  bytes.set(line);
  bytes.set(body, line.length);
  return { ok: true, value: bytes };
}

/** What stands before a body; undefined where it is no segment. @param bytes its first 100 or more */
export function firstLine(
  bytes: Uint8Array,
): { readonly start: number; readonly length: number; readonly sum: string } | undefined {
  const found = /^SCH1 (\d{1,10}) ([0-9a-f]{64})\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 100)));
  return found === null ? undefined : { start: found[0].length, length: Number(found[1]), sum: found[2] ?? '' };
}

/**
 * Reads a segment.
 * @param at where it was found
 * @returns `damaged` where it is not as it was written, `newer` where a later version wrote it
 */
export async function readSegment(
  bytes: Uint8Array,
  at: Pick<SegmentHead, 'stream' | 'seq'>,
  { codec, sha256 }: SegmentDeps,
): Promise<Outcome<Segment>> {
  const line = firstLine(bytes);
  if (line === undefined) return fault('damaged', 'no segment');
  const body = bytes.subarray(line.start);
  if (body.length !== line.length) return fault('damaged', `${body.length} of ${line.length} bytes`);
  if ((await sha256(body)) !== line.sum) return fault('damaged', 'checksum');
  const packed = await codec.open(body, nameOf(at.stream, at.seq));
  if (!packed.ok) return packed;
  const lines = new Lines();
  let size = 0;
  const unpacked = await gunzip(packed.value, MOST_BYTES, (piece) => {
    size += piece.length;
    lines.take(piece);
  });
  if (!unpacked.ok) return unpacked;
  lines.end();
  if (lines.broken) return fault('damaged', 'lines');
  const [first, ...rest] = lines.values;
  if (!isRecord(first) || typeof first['scholion'] !== 'number') return fault('damaged', 'head');
  if (first['scholion'] > FORM) return fault('newer', 'segment');
  const head = headOf(first);
  if (head.stream !== at.stream || head.seq !== at.seq) return fault('damaged', 'another name');
  return { ok: true, value: { head, records: rest.flatMap(recordOf), size } };
}

function headOf(first: Readonly<Record<string, unknown>>): SegmentHead {
  const { stream, seq, by, covers, end } = first;
  return {
    stream: typeof stream === 'string' ? stream : '',
    seq: typeof seq === 'number' ? seq : 0,
    by: typeof by === 'string' ? by : '',
    ...(typeof covers === 'string' ? { covers } : {}),
    ...(end === true ? { end } : {}),
  };
}

/** A state that is none is the store's to refuse; what has no name cannot be stored at all. */
function recordOf(line: unknown): readonly RemoteRecord[] {
  if (!isRecord(line)) return [];
  const { k: kind, i: id, s: state } = line;
  if (typeof kind !== 'string' || typeof id !== 'string' || kind === '' || id === '') return [];
  return [{ kind, id, state: state ?? null, besides: true }];
}

/** Takes text apart into lines as it comes, and parses each. */
class Lines {
  readonly values: unknown[] = [];
  broken = false;
  readonly #decoder = new TextDecoder();
  #open: string[] = [];

  take(piece: Uint8Array): void {
    const [first = '', ...more] = this.#decoder.decode(piece, { stream: true }).split('\n');
    this.#open.push(first);
    for (const part of more) {
      this.#parse(this.#open.join(''));
      this.#open = [part];
    }
  }

  /** The last line has its end too: one without broke off. */
  end(): void {
    if (this.#open.join('') !== '') this.broken = true;
  }

  #parse(line: string): void {
    if (this.broken) return;
    this.broken = this.values.length > MOST_LINES;
    try {
      this.values.push(JSON.parse(line));
    } catch {
      this.broken = true;
    }
  }
}
