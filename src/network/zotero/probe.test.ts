/** Who is on Zotero's port. */
import { afterEach, expect, test } from 'vitest';
import { startZotero, type ZoteroKind, type ZoteroServer } from '../../../e2e/harness/zotero-server.ts';
import { probeZotero } from './probe.ts';
import { deskAt } from './zotero.testing.ts';

let server: ZoteroServer | undefined;
afterEach(async () => server?.close());

test.each([
  ['zotero-10', { kind: 'local-api', version: '10.0.1', serverId: 'sPMHtLD6HHBd' }],
  ['api-off', { kind: 'off', version: '10.0.1' }],
  ['zotero-7', { kind: 'connector', version: '7.0.30' }],
  ['zotero-7-off', { kind: 'connector', version: '7.0.30' }],
  ['jabref', { kind: 'jabref' }],
  ['other', { kind: 'absent' }],
] satisfies [ZoteroKind, object][])('%s is told apart', async (kind, found) => {
  server = await startZotero({ kind });
  expect(await probeZotero(deskAt(server.base).zotero)).toEqual(found);
});

test('nobody there', async () => {
  server = await startZotero();
  await server.close();
  expect(await probeZotero(deskAt(server.base).zotero)).toEqual({ kind: 'absent' });
});

test('without the permission nobody is asked', async () => {
  server = await startZotero();
  const desk = deskAt(server.base, { allowed: false });
  expect(await probeZotero(desk.zotero)).toEqual({ kind: 'not-allowed' });
  expect([server.seen.length, desk.entries.length]).toEqual([0, 0]);
});

test('a look asks twice, changes nothing and sends no key', async () => {
  server = await startZotero();
  const desk = deskAt(server.base);
  desk.keys.kept.set('sPMHtLD6HHBd', 'S3CR3T-key');
  await probeZotero(desk.zotero);
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /connector/ping', 'GET /api/']);
  expect(JSON.stringify(server.seen)).not.toContain('S3CR3T');
});

test('a name of the database that could not be a header is no name', async () => {
  server = await startZotero();
  server.local.serverId = 'x'.repeat(500);
  expect(await probeZotero(deskAt(server.base).zotero)).toEqual({ kind: 'connector', version: '10.0.1' });
});

test.each(['redirect', 'huge', 'html', 'not-json', 'error', 'drop', 'cut'] as const)(
  'a server that answers every request with %s is somebody or nobody, and never stops the page',
  async (does) => {
    server = await startZotero();
    for (let i = 0; i < 4; i++) server.faults.push({ does });
    expect(['absent', 'connector', 'jabref']).toContain((await probeZotero(deskAt(server.base).zotero)).kind);
  },
);
