import { err, ok, type Result } from '../core/result.ts';

/**
 * Reads an answer in pieces and gives up when it is more than was agreed: 498 kB of gzip can be 512 MB of text, and the browser
 * tells nobody before.
 */

export interface Body {
  readonly text: string;
  /** After decompression. */
  readonly bytes: number;
}

/** A packed answer may grow by this much; real JSON packs 3 to 30 times. */
const MOST_RATIO = 200;
/** Below this no ratio is looked at. */
const SMALL = 1024 * 1024;

/** @returns `too-large` with the bytes read as detail; the rest of the answer is not read */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Result<Body, 'too-large'> & { readonly bytes: number }> {
  const sent = response.headers.has('content-encoding') ? Number(response.headers.get('content-length') ?? 0) : 0;
  const limit = sent > 0 ? Math.min(maxBytes, Math.max(SMALL, sent * MOST_RATIO)) : maxBytes;
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (!response.headers.has('content-encoding') && declared > limit) {
    await response.body?.cancel();
    return { ...err('too-large'), bytes: 0 };
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return { ...ok({ text: '', bytes: 0 }), bytes: 0 };
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel().catch(() => undefined); // it is given up anyway
      return { ...err('too-large'), bytes };
    }
    pieces.push(decoder.decode(value, { stream: true }));
  }
  pieces.push(decoder.decode());
  return { ...ok({ text: pieces.join(''), bytes }), bytes };
}
