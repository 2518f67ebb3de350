import { fault, type Outcome } from '../outcome.ts';

/** Compression by the browser's own streams. What comes out is bounded: a few kB may be made to unpack to gigabytes. */

export async function gzip(parts: Iterable<Uint8Array>): Promise<Uint8Array> {
  const iterator = parts[Symbol.iterator]();
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      const next = iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}

/** Calls `take` with what comes out, piece by piece. `damaged` where it is no gzip, breaks off, or is longer than `limit` bytes. */
export async function gunzip(
  bytes: Uint8Array,
  limit: number,
  take: (piece: Uint8Array) => void,
): Promise<Outcome<void>> {
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, value: undefined };
      total += value.length;
      if (total > limit) {
        await reader.cancel().catch(() => undefined); // it may have failed already
        return fault('damaged', `more than ${limit} bytes`);
      }
      take(value);
    }
  } catch {
    return fault('damaged', 'gzip');
  }
}
