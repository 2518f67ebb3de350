/** The proxy that the tests and figures of sync stand on: what it lets through, what it cuts, and what it counts. */
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomOf } from '../pages/invented.ts';
import { type Cut, fatesOf, type SyncProxy, startProxy } from './sync-proxy.ts';

let server: Server;
let proxy: SyncProxy;
/** Bodies that the server got to their end, and how many requests it saw begin. */
let whole: string[];
let begun: number;
const long = 'x'.repeat(300_000);

beforeEach(async () => {
  [whole, begun] = [[], 0];
  server = createServer((request, response) => {
    begun += 1;
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      whole.push(body);
      response.end(request.method === 'GET' ? long : 'done');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  proxy = await startProxy(`http://127.0.0.1:${address.port}`);
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

const get = async (): Promise<string> => (await fetch(`${proxy.url}/a`)).text();
const put = async (body: string): Promise<string> => (await fetch(`${proxy.url}/a`, { method: 'PUT', body })).text();
const once = (cut: Cut): void => {
  let drawn = false;
  proxy.fate = () => {
    if (drawn) return undefined;
    drawn = true;
    return cut;
  };
};

test('what is not cut arrives whole, both ways, and is counted', async () => {
  expect(await get()).toBe(long);
  expect(await put(long)).toBe('done');
  expect(await put('PUT /a HTTP/1.0 in a body is no request')).toBe('done');
  expect(whole[1]).toBe(long);
  expect(proxy.traffic.requests).toBe(3);
  expect(proxy.traffic.up).toBeGreaterThan(long.length);
  expect(proxy.traffic.up).toBeLessThan(long.length + 2_000);
  expect(proxy.traffic.down).toBeGreaterThan(long.length);
  proxy.forget();
  expect(proxy.traffic).toMatchObject({ requests: 0, up: 0, down: 0 });
});

test('cut before: the server hears nothing of it', async () => {
  once('before');
  await expect(put('a')).rejects.toThrow();
  expect([begun, whole]).toEqual([0, []]);
  expect(await put('b')).toBe('done');
});

test('cut in half: the server gets a part of the body', async () => {
  once('half');
  await expect(put(long)).rejects.toThrow();
  await expect.poll(() => begun).toBe(1);
  expect(whole).toEqual([]);
  expect(await put('b')).toBe('done');
});

test('cut after: the server got it, its answer is not heard', async () => {
  once('after');
  await expect(put('a')).rejects.toThrow();
  expect(whole).toEqual(['a']);
});

test('truncated: a part of the answer is heard', async () => {
  once('truncated');
  await expect(get()).rejects.toThrow();
  expect(whole).toHaveLength(1);
  expect(proxy.traffic.cuts.truncated).toBe(1);
});

test('stalled: the answer comes late and whole', async () => {
  once('stalled');
  const begin = performance.now();
  expect(await get()).toBe(long);
  expect(performance.now() - begin).toBeGreaterThan(300);
});

test('a server that is down is a connection that ends', async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await expect(get()).rejects.toThrow();
});

test('fates are the same for the same seed, and as many as was said', () => {
  const draw = (seed: number, share: number): readonly (Cut | undefined)[] => {
    const fate = fatesOf(randomOf(seed), () => share);
    return Array.from({ length: 500 }, fate);
  };
  expect(draw(4, 0.2)).toEqual(draw(4, 0.2));
  const cuts = draw(4, 0.2).filter((one) => one !== undefined).length;
  expect(cuts).toBeGreaterThan(60);
  expect(cuts).toBeLessThan(150);
  expect(draw(4, 0).every((one) => one === undefined)).toBe(true);
});
