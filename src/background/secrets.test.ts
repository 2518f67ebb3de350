/** Keys to other programs: kept, sealed, and nowhere else. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { type SecretsDb, secretsDb } from '../storage/secrets/database.ts';
import { secretsIn } from './secrets.ts';

let store: IDBFactory;
const open = (): SecretsDb => secretsDb({ indexedDB: store, IDBKeyRange });
beforeEach(() => {
  store = new IDBFactory();
});

test('a secret is there again after the worker was ended', async () => {
  await secretsIn(open()).set('zotero:a', 'S3CR3T-key');
  const later = secretsIn(open());
  expect(await later.get('zotero:a')).toBe('S3CR3T-key');
  await later.remove('zotero:a');
  expect(await later.get('zotero:a')).toBeUndefined();
});

test('it is not stored as it is, nor twice the same, and the key that seals it gives its bytes to nobody', async () => {
  const db = open();
  const secrets = secretsIn(db);
  await secrets.set('a', 'S3CR3T-key');
  const first = await db.secrets.get('a');
  await secrets.set('a', 'S3CR3T-key');
  const second = await db.secrets.get('a');
  const bytes = new Uint8Array(first?.sealed ?? new ArrayBuffer(0));
  expect(new TextDecoder().decode(bytes)).not.toContain('S3CR3T');
  expect(bytes).not.toEqual(new Uint8Array(second?.sealed ?? new ArrayBuffer(0)));
  const wrapping = await db.wrapping.get('wrap');
  if (wrapping === undefined) throw new Error('there is one');
  expect(wrapping.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', wrapping.key)).rejects.toThrow();
});

test('two who begin at the same time seal with one key', async () => {
  const [a, b] = [secretsIn(open()), secretsIn(open())];
  await Promise.all([a.set('a', 'one'), b.set('b', 'two')]);
  const later = secretsIn(open());
  expect([await later.get('a'), await later.get('b')]).toEqual(['one', 'two']);
});

test('a row under another name, a changed one, and one whose key is lost are no secrets, and are forgotten', async () => {
  const db = open();
  const secrets = secretsIn(db);
  await secrets.set('a', 'one');
  const row = await db.secrets.get('a');
  if (row === undefined) throw new Error('it was set');
  await db.secrets.put({ ...row, name: 'b' });
  expect(await secrets.get('b')).toBeUndefined();
  const broken = new Uint8Array(row.sealed.slice(0));
  broken[0] = (broken[0] ?? 0) ^ 1;
  await db.secrets.put({ ...row, sealed: broken.buffer });
  expect(await secrets.get('a')).toBeUndefined();
  await secrets.set('a', 'one');
  await db.wrapping.clear();
  expect(await secretsIn(open()).get('a')).toBeUndefined();
  expect(await db.secrets.count()).toBe(0);
});

test('all can be forgotten at once', async () => {
  const secrets = secretsIn(open());
  await secrets.set('a', 'one');
  await secrets.clear();
  expect(await secrets.get('a')).toBeUndefined();
});
