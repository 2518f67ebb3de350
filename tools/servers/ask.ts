/** Requests of drivers over Node's fetch, as the extension's own make them (src/network/sync-ask.ts); some may be cut. */
import type { Ask } from '../../src/sync/http.ts';

export interface Cuts {
  /** 0 to 1 */
  readonly chance: () => number;
  /** Chance that a request is never sent, and that its answer is not heard. */
  share: number;
  /** Called before each request. */
  step?: () => Promise<void>;
  /** Requests so far. */
  count: number;
}

export const noCuts = (): Cuts => ({ chance: () => 1, share: 0, count: 0 });

export const asks =
  (cuts: Cuts): Ask =>
  async ({ method, url, headers, body, signal }) => {
    await cuts.step?.();
    cuts.count += 1;
    if (cuts.chance() < cuts.share) return { ok: false, error: 'unreachable' };
    try {
      // Bytes of a whole buffer of our own; TypeScript's fetch knows no shared ones.
      const sent = body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> };
      const response = await fetch(url, { method, headers: { ...headers }, redirect: 'error', signal, ...sent });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (cuts.chance() < cuts.share) return { ok: false, error: 'timeout' };
      const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
      return { ok: true, value: { status: response.status, header, bytes } };
    } catch {
      return { ok: false, error: signal.aborted ? 'cancelled' : 'unreachable' };
    }
  };
