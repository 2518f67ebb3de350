import { isRecord } from '../../core/library/merge.ts';
import { err, ok, type Result } from '../../core/result.ts';

/**
 * A snapshot is one readable file: a header line in JSON, then one line of JSON for each state of the library. The header holds
 * the SHA-256 of all that follows it, so `tail -n +2 FILE | sha256sum` checks one by hand.
 */
export interface Header {
  readonly scholion: 'library';
  readonly format: number;
  /** The library's own id. */
  readonly library: string;
  readonly day: string;
  /** Saved papers to be seen. */
  readonly count: number;
  /** Lines after this one. */
  readonly lines: number;
  readonly sha256: string;
}

export interface Line {
  readonly kind: string;
  readonly id: string;
  readonly state: unknown;
}

/** Formats that this code reads and writes. */
const FORMAT = 1;
const NEWLINE = 10;
const encoder = new TextEncoder();

/** Collects lines as bytes, so that a big library is never one string. */
export class SnapshotWriter {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #lines = 0;

  add(lines: readonly Line[]): void {
    this.#lines += lines.length;
    this.#parts.push(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  }

  async finish(about: Pick<Header, 'library' | 'day' | 'count'>): Promise<Uint8Array<ArrayBuffer>> {
    const body = concat(this.#parts);
    const sha256 = await sha256Of(body);
    const header: Header = { scholion: 'library', format: FORMAT, ...about, lines: this.#lines, sha256 };
    return concat([encoder.encode(`${JSON.stringify(header)}\n`), body]);
  }
}

export type Damage = 'damaged' | 'newer';

/** Checks a file against its header. `damaged`: cut or changed; `newer`: written by a newer version. */
export async function checkSnapshot(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<{ readonly header: Header; readonly body: Uint8Array<ArrayBuffer> }, Damage>> {
  const end = bytes.indexOf(NEWLINE);
  const header = end < 0 ? undefined : headerOf(bytes.subarray(0, end));
  if (header === undefined) return err('damaged', 'The file does not begin as a snapshot.');
  if (header.format > FORMAT) return err('newer', 'A newer Scholion made this snapshot.');
  const body = bytes.subarray(end + 1);
  if ((await sha256Of(body)) !== header.sha256) return err('damaged', 'The file is not as it was written.');
  return ok({ header, body });
}

/** The lines of a checked file, in batches; `settings` and states alike. */
export function* linesOf(body: Uint8Array): Generator<readonly Line[]> {
  const decoder = new TextDecoder();
  const size = 1 << 20;
  for (let from = 0; from < body.length; ) {
    const stop = from + size < body.length ? body.lastIndexOf(NEWLINE, from + size) : body.length - 1;
    // A line longer than a batch: up to its end.
    const to = (stop >= from ? stop : nextNewline(body, from)) + 1;
    const lines = decoder.decode(body.subarray(from, to)).split('\n');
    yield lines.flatMap(lineOf);
    from = to;
  }
}

/** One line; nothing where it is none of ours. */
function lineOf(text: string): readonly Line[] {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return [];
    const { kind, id, state } = value;
    return typeof kind === 'string' && typeof id === 'string' ? [{ kind, id, state }] : [];
  } catch {
    return []; // the empty text after the last line
  }
}

function nextNewline(body: Uint8Array, from: number): number {
  const at = body.indexOf(NEWLINE, from);
  return at < 0 ? body.length - 1 : at;
}

function headerOf(bytes: Uint8Array): Header | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, 4_096)));
    if (!isRecord(value) || value['scholion'] !== 'library') return undefined;
    const { format, library, day, count, lines, sha256 } = value;
    const whole =
      typeof format === 'number' &&
      typeof library === 'string' &&
      typeof day === 'string' &&
      typeof count === 'number' &&
      typeof lines === 'number' &&
      typeof sha256 === 'string';
    return whole ? { scholion: 'library', format, library, day, count, lines, sha256 } : undefined;
  } catch {
    return undefined; // not JSON: no header
  }
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
