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
  /** Lines and bytes after this one. */
  readonly lines: number;
  readonly bytes: number;
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
/** A header is far shorter than this. */
const HEAD = 4_096;

/** Collects lines in blobs, which the browser keeps outside this context's memory. */
export class SnapshotWriter {
  readonly #parts: Blob[] = [];
  #lines = 0;

  add(lines: readonly Line[]): void {
    this.#lines += lines.length;
    this.#parts.push(new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)));
  }

  async finish(about: Pick<Header, 'library' | 'day' | 'count'>): Promise<Blob> {
    const body = new Blob(this.#parts);
    const sha256 = await sha256Of(new Uint8Array(await body.arrayBuffer()));
    const header: Header = {
      scholion: 'library',
      format: FORMAT,
      ...about,
      lines: this.#lines,
      bytes: body.size,
      sha256,
    };
    return new Blob([`${JSON.stringify(header)}\n`, body]);
  }
}

export type Damage = 'damaged' | 'newer';

/** Reads the header alone, and whether the file is as long as it says. */
export async function peekSnapshot(file: Blob): Promise<Result<Header, Damage>> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const end = head.indexOf(NEWLINE);
  const header = end < 0 ? undefined : headerOf(head.subarray(0, end));
  if (header === undefined) return err('damaged', 'The file does not begin as a snapshot.');
  if (header.format > FORMAT) return err('newer', 'A newer Scholion made this snapshot.');
  return file.size === end + 1 + header.bytes
    ? ok(header)
    : err('damaged', 'The file is not as long as it was written.');
}

/** Checks a whole file against its header. `damaged`: cut or changed; `newer`: written by a newer version. */
export async function checkSnapshot(
  file: Blob,
): Promise<Result<{ readonly header: Header; readonly body: Uint8Array<ArrayBuffer> }, Damage>> {
  const peeked = await peekSnapshot(file);
  if (!peeked.ok) return peeked;
  const header = peeked.value;
  const body = new Uint8Array(await file.slice(file.size - header.bytes).arrayBuffer());
  if ((await sha256Of(body)) !== header.sha256) return err('damaged', 'The file is not as it was written.');
  return ok({ header, body });
}

/**
 * What of a damaged file may be read: the lines after its header, or all of it where there is none. A line that is no JSON is passed
 * over by `linesOf`.
 */
export async function readableBody(
  file: Blob,
): Promise<{ readonly header: Header | undefined; readonly body: Uint8Array<ArrayBuffer> }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const end = bytes.subarray(0, HEAD).indexOf(NEWLINE);
  const header = end < 0 ? undefined : headerOf(bytes.subarray(0, end));
  return { header, body: end < 0 ? bytes : bytes.subarray(end + 1) };
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
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(value) || value['scholion'] !== 'library') return undefined;
    const { format, library, day, count, lines, bytes: size, sha256 } = value;
    const whole =
      typeof format === 'number' &&
      typeof library === 'string' &&
      typeof day === 'string' &&
      typeof count === 'number' &&
      typeof lines === 'number' &&
      typeof size === 'number' &&
      typeof sha256 === 'string';
    return whole ? { scholion: 'library', format, library, day, count, lines, bytes: size, sha256 } : undefined;
  } catch {
    return undefined; // not JSON: no header
  }
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
