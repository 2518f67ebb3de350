import { err, ok, type Result } from '../../core/result.ts';

/** Unpacking with a limit: what comes out is counted while it comes out, whatever the file says of itself. */

/** Bytes that one file of references, or all in one archive, may hold. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Text packs at most some dozen times; only what is made to burst packs more. Below a mebibyte nothing bursts. */
const MOST_RATIO = 200;
const HARMLESS = 1024 * 1024;

/**
 * @param packed the packed bytes alone
 * @param most bytes that may come out
 * @returns `too-large` when more comes out (at most one chunk more was unpacked), `unreadable` where the bytes are damaged
 */
export async function inflate(
  packed: Blob,
  format: 'gzip' | 'deflate-raw',
  most = MOST_BYTES,
): Promise<Result<Uint8Array, 'too-large' | 'unreadable'>> {
  const limit = Math.min(most, Math.max(HARMLESS, packed.size * MOST_RATIO));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = packed.stream().pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > limit) {
        void reader.cancel().catch(() => undefined);
        return err('too-large', `Unpacked, the file is larger than ${Math.floor(limit / 1024 / 1024)} MiB.`);
      }
      chunks.push(read.value);
    }
  } catch {
    // the stream says only that the bytes are wrong (TypeError) or that the file is gone
    return err('unreadable', 'The packed file is damaged.');
  }
  return ok(joined(chunks, size));
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
