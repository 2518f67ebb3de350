import { err, ok, type Result } from '../core/result.ts';

/**
 * Reads an answer in pieces and gives up when it is more than was agreed: 498 kB of gzip can be 512 MB of text, and the browser
 * tells nobody before.
 */

/** A packed answer may grow by this much; real JSON packs 3 to 30 times. */
const MOST_RATIO = 200;
/** Below this no ratio is looked at. */
const SMALL = 1024 * 1024;

/**
 * @param onPiece told the bytes so far after each piece
 * @returns the bytes after decompression, or `too-large` with how many were read; the rest of the answer is not read
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  onPiece: (bytes: number) => void = () => undefined,
): Promise<Result<Uint8Array, 'too-large'> & { readonly bytes: number }> {
  const sent = response.headers.has('content-encoding') ? Number(response.headers.get('content-length') ?? 0) : 0;
  const limit = sent > 0 ? Math.min(maxBytes, Math.max(SMALL, sent * MOST_RATIO)) : maxBytes;
  const declared = Number(response.headers.get('content-length') ?? 0);
  // A HEAD has no body, whatever length it tells.
  if (!response.headers.has('content-encoding') && declared > limit && response.body !== null) {
    await response.body.cancel();
    return { ...err('too-large'), bytes: 0 };
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return { ...ok(new Uint8Array()), bytes: 0 };
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel().catch(() => undefined); // it is given up anyway
      return { ...err('too-large'), bytes };
    }
    pieces.push(value);
    onPiece(bytes);
  }
  return { ...ok(joined(pieces, bytes)), bytes };
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
