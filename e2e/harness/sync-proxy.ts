/** A proxy between the extension and a server: it counts requests and bytes, and cuts, stalls or truncates some of them. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * `before`: cut before anything of the request is sent on · `half`: half of the request's body is sent on, then cut · `after`: the
 * server gets all of it, its answer is cut off · `truncated`: half of what comes first of the answer · `stalled`: the answer comes late.
 */
export const CUTS = ['before', 'half', 'after', 'truncated', 'stalled'] as const;
export type Cut = (typeof CUTS)[number];

export interface Traffic {
  requests: number;
  /** Bytes as they travel, with headers. */
  up: number;
  down: number;
  readonly cuts: Record<Cut, number>;
}

export interface SyncProxy {
  /** The server's address, through here. */
  readonly url: string;
  readonly traffic: Traffic;
  /** What becomes of the next request; undefined: it passes. May be set anew at any time. */
  fate: () => Cut | undefined;
  /** Begins to count from nothing. */
  forget(): void;
  close(): Promise<void>;
}

/** So late a stalled answer is, ms. */
const STALL = 400;
/** Browsers send one request after the other over a connection: each begins with a piece of its own. */
const REQUEST = /^[A-Z]{3,9} \/\S* HTTP\/1\.1\r\n/;

/** @param server its address, http on this machine; it may be down at times */
export async function startProxy(server: string): Promise<SyncProxy> {
  const { hostname, port, pathname } = new URL(server);
  const open = new Set<Socket>();
  const nothing = (): Traffic => ({
    requests: 0,
    up: 0,
    down: 0,
    cuts: { before: 0, half: 0, after: 0, truncated: 0, stalled: 0 },
  });
  const listener = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined); // cut on purpose, or the server is down; `close` follows
      socket.once('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    carry(client, upstream, proxy);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const counted = nothing();
  const proxy: SyncProxy = {
    url: `http://127.0.0.1:${address.port}${pathname === '/' ? '' : pathname}`,
    traffic: counted,
    fate: () => undefined,
    forget: () => void Object.assign(counted, nothing()),
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
  return proxy;
}

function carry(client: Socket, upstream: Socket, proxy: SyncProxy): void {
  const { traffic } = proxy;
  let cut: Cut | undefined;
  /** Bytes of this request that may still go on; only where it is cut in half. */
  let left = 0;
  const end = (): void => {
    client.destroy();
    upstream.destroy();
  };
  client.on('data', (piece: Buffer) => {
    const head = piece.subarray(0, 4_096).toString('latin1');
    if (REQUEST.test(head)) {
      traffic.requests += 1;
      cut = proxy.fate();
      if (cut !== undefined) proxy.traffic.cuts[cut] += 1;
      left = cut === 'half' ? halfOf(piece, head) : 0;
    }
    traffic.up += piece.length;
    if (cut === 'before') return end();
    if (cut !== 'half') return send(piece, client, upstream);
    const some = piece.subarray(0, left);
    left -= some.length;
    if (left > 0) return send(some, client, upstream);
    client.pause();
    upstream.end(some, end);
  });
  let late: Promise<unknown> = Promise.resolve();
  upstream.on('data', (piece: Buffer) => {
    traffic.down += piece.length;
    if (cut === 'after') return end();
    if (cut === 'truncated') return void client.end(piece.subarray(0, piece.length / 2), end);
    if (cut === 'stalled') {
      cut = undefined;
      late = new Promise((done) => setTimeout(done, STALL));
    }
    // In their order, also those that come while one waits.
    late = late.then(() => send(piece, upstream, client));
  });
  client.once('end', () => upstream.end());
  upstream.once('end', () => void late.then(() => client.end()));
}

/** Head and half of the body; of a request without one, nothing. */
function halfOf(piece: Buffer, head: string): number {
  const body = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return body === 0 ? 0 : piece.indexOf('\r\n\r\n') + 4 + Math.floor(body / 2);
}

function send(piece: Buffer, from: Socket, to: Socket): void {
  if (to.destroyed || to.write(piece)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

/** Fates drawn from a source of chance; the same ones for the same source. @param share of requests that are cut; may change */
export const fatesOf = (chance: () => number, share: () => number) => (): Cut | undefined => {
  const [which, draw] = [chance(), chance()];
  return draw < share() ? CUTS[Math.floor(which * CUTS.length)] : undefined;
};
