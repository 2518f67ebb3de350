/** The check for people with a real Zotero, run against the stand-in: it must say that this one is right, and see when it is not. */
import { afterEach, expect, test } from 'vitest';
import { startZotero, type ZoteroKind, type ZoteroServer } from '../e2e/harness/zotero-server.ts';
import { checkZotero } from './real-zotero.ts';

let server: ZoteroServer | undefined;
afterEach(async () => server?.close());

test.each(['zotero-10', 'api-off', 'zotero-7'] satisfies ZoteroKind[])('%s does as expected', async (kind) => {
  server = await startZotero({ kind });
  const lines: string[] = [];
  expect(await checkZotero(server.base, true, (line) => void lines.push(line))).toEqual([]);
  expect(lines.join('\n')).toContain('as expected: a paper with a note');
});

test('without --write nothing is written', async () => {
  server = await startZotero();
  expect(await checkZotero(server.base, false, () => undefined)).toEqual([]);
  expect(server.local.items.size).toBe(0);
  expect(server.seen.filter(({ path }) => path.includes('authorize') || path.includes('saveItems'))).toEqual([]);
});

test('a denied dialog, and nobody there, are told', async () => {
  server = await startZotero();
  server.local.allow = 'deny';
  expect((await checkZotero(server.base, true, () => undefined))[0]).toContain('a paper with a note: denied');
  await server.close();
  expect(await checkZotero(server.base, true, () => undefined)).toEqual(['No Zotero was found.']);
});
