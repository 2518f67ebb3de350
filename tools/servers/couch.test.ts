import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { couchTarget } from '../../src/sync/couchdb/couch-target.ts';
import { type Connect, Copies, killAgainAndAgain } from './copies.ts';
import { haveServers, startPouch } from './npm-servers.ts';
import { basic, type RealServer } from './server-process.ts';

/**
 * The driver on servers that speak CouchDB's protocol: pouchdb-server, always; and the one that COUCH_URL names (with user and password of
 * somebody who may make databases), whose databases are made for the tests and deleted after them.
 */

interface Server {
  readonly url: string;
  readonly authorization: string;
}

const login = { user: 'ann', password: 'pass w' };
const real = process.env['COUCH_URL'];
const made: { readonly server: Server; readonly name: string }[] = [];

beforeAll(haveServers);
afterAll(async () => {
  if (real !== undefined) for (const { server, name } of made) await admin(server, 'DELETE', name);
});

async function admin({ url, authorization }: Server, method: string, name: string): Promise<void> {
  const response = await fetch(`${url}/${name}`, { method, headers: { authorization } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${body}`);
}

/** @returns its name */
async function newDatabase(server: Server): Promise<string> {
  const name = `scholion-test-${Date.now().toString(36)}-${made.length}`;
  await admin(server, 'PUT', name);
  if (server.url === origin()) made.push({ server, name });
  return name;
}
const origin = (): string | undefined => (real === undefined ? undefined : new URL(real).origin);

const connected =
  ({ url, authorization }: Server, name: string): Connect =>
  (ask) =>
    couchTarget('t', { url: `${url}/${name}`, authorization, ask, now: Date.now });

/** What any server must get right. */
function anyServer(server: () => Server): void {
  test('SYNC 22: three copies, requests cut on their way and answers lost, edits in mid-sync: equal, and nothing is lost', async () => {
    const copies = new Copies(connected(server(), await newDatabase(server())));
    copies.fill(40);
    [copies.cuts.share, copies.edits] = [0.15, 0.1];
    for (let round = 0; round < 6; round++) await copies.together();
    expect(await copies.faults()).toEqual([]);
  }, 180_000);

  test('SYNC 23: a database that is emptied gets everything again, nothing is lost', async () => {
    const name = await newDatabase(server());
    const copies = new Copies(connected(server(), name));
    copies.fill(20);
    await copies.together();
    await admin(server(), 'DELETE', name);
    await admin(server(), 'PUT', name);
    expect(await copies.faults()).toEqual([]);
    const fresh = new Copies(connected(server(), name), 9, ['fresh']);
    await fresh.sync(0);
    expect(fresh.stores[0]?.text()).toBe(copies.stores[0]?.text());
  }, 180_000);

  test('a sync without news makes two requests, one edit five', async () => {
    const copies = new Copies(connected(server(), await newDatabase(server())), 3, ['x']);
    copies.fill(40);
    await copies.sync(0);
    await copies.sync(0); // sees its own changes
    expect(await copies.requestsOf(0)).toBeLessThanOrEqual(2);
    copies.edit(0);
    expect(await copies.requestsOf(0)).toBeLessThanOrEqual(5);
  });

  test('SYNC 28: a wrong password is told as such, a database that is not there too', async () => {
    const name = await newDatabase(server());
    const wrong = { ...server(), authorization: basic({ user: 'ann', password: 'wrong' }) };
    expect(await new Copies(connected(wrong, name)).sync(0)).toMatchObject({ fault: 'signed-out' });
    expect(await new Copies(connected(server(), 'scholion-test-none')).sync(0)).toMatchObject({ fault: 'not-found' });
  });
}

describe('pouchdb-server', () => {
  let server: RealServer;
  const dir = mkdtempSync(join(tmpdir(), 'scholion-pouch-'));
  beforeAll(async () => {
    server = await startPouch(dir, login);
  });
  afterAll(async () => {
    await server?.stop(); // not there where it did not start
    rmSync(dir, { recursive: true, force: true });
  });

  anyServer(() => server);

  test('SYNC 22: killed and started again in mid-push and mid-pull: equal, and nothing is lost', async () => {
    const copies = new Copies(connected(server, await newDatabase(server)));
    copies.fill(40);
    [copies.cuts.share, copies.edits] = [0.05, 0.05];
    const end = killAgainAndAgain(server, copies.cuts, 25);
    for (let round = 0; round < 6; round++) await copies.together();
    expect(await end()).toBeGreaterThan(0);
    expect(await copies.faults()).toEqual([]);
  }, 180_000);

  test('SYNC 24: put back to an older state: what came after it is sent again, nothing is lost', async () => {
    const copies = new Copies(connected(server, await newDatabase(server)));
    copies.fill(10);
    await copies.together();
    const backup = `${dir}-backup`;
    await server.stop();
    execFileSync('cp', ['-a', join(dir, 'db'), backup]);
    await server.restart();
    copies.fill(10);
    for (let round = 0; round < 2; round++) await copies.together();
    await server.stop();
    rmSync(join(dir, 'db'), { recursive: true });
    execFileSync('mv', [backup, join(dir, 'db')]);
    await server.restart();
    expect(await copies.faults()).toEqual([]);
  }, 180_000);
});

describe.skipIf(real === undefined)('the server of COUCH_URL [needs COUCH_URL]', () => {
  anyServer(() => {
    const url = new URL(real ?? '');
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return { url: url.origin, authorization: basic({ user, password }) };
  });
});
