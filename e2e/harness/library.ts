/** Reaches the library of the running extension from a page of its own: calls as the interface makes them, rows as they lie on disk. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { CallName, In, LibraryHealth, Out, Reply } from '../../src/messaging/calls.ts';
import type { Extension } from './extension.ts';

export const newRequest = (): string => randomUUID();

/** A tab of the extension's interface, from which calls are made. It touches the library only as every page of ours does. */
export const openLibraryDesk = (ext: Extension): Promise<Page> => ext.open('welcome');

/** One call, one message; undefined where the worker was killed before it answered. */
export const ask = <N extends CallName>(desk: Page, call: N, body: In<N>): Promise<Reply<Out<N>> | undefined> =>
  // Chromium answers a killed worker's call with undefined or, where the worker had begun to answer, with a rejection.
  desk.evaluate((m) => chrome.runtime.sendMessage(m).catch(() => undefined), {
    scholion: 1,
    to: 'background',
    call,
    body,
  });

/** One call that must succeed. */
export async function done<N extends CallName>(desk: Page, call: N, body: In<N>): Promise<Out<N>> {
  const reply = await ask(desk, call, body);
  if (!reply?.ok) throw new Error(`${call}: ${reply ? `${reply.error} ${reply.detail ?? ''}` : 'no answer'}`);
  return reply.value;
}

export const health = (desk: Page): Promise<LibraryHealth> => done(desk, 'library.health', {});

/** A paper of ours; the id is of the protocol's form. */
export const paper = (n: number): In<'library.save'>['papers'][number] =>
  ({
    ids: [`arxiv:2511.${String(n).padStart(5, '0')}`],
    title: `A Paper about Subject Number ${n} and What Follows from It`,
    abstract: `Abstract ${n}. `.repeat(40),
  }) as never; // ids are branded; the protocol checks them

export const papers = (from: number, to: number): In<'library.save'>['papers'] =>
  Array.from({ length: to - from + 1 }, (_, i) => paper(from + i));

export const keyOf = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;

/** Saves papers and waits for the acknowledgement. */
export const savePapers = (desk: Page, from: number, to: number): Promise<Out<'library.save'>> =>
  done(desk, 'library.save', { request: newRequest(), papers: papers(from, to) });

/** Runs `work(db)` on a raw connection to the library in its bucket, and closes it. Makes the database where there is none. */
const raw = (desk: Page, work: string): Promise<unknown> =>
  desk.evaluate(`(async () => {
    const { indexedDB } = await navigator.storageBuckets.open('library');
    const wait = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
    const db = await wait(indexedDB.open('scholion-library'));
    db.onversionchange = () => db.close();
    try { return await (${work})(db, wait); } finally { db.close(); }
  })()`);

/** Keys of saved papers, sorted. */
export const savedKeys = (desk: Page): Promise<readonly string[]> =>
  raw(desk, `(db, wait) => wait(db.transaction('papers').objectStore('papers').getAllKeys())`) as Promise<string[]>; // primary keys are texts

/** All rows of a table. */
export const rowsOf = (desk: Page, table: string): Promise<readonly Record<string, unknown>[]> =>
  raw(desk, `(db, wait) => wait(db.transaction('${table}').objectStore('${table}').getAll())`) as Promise<
    Record<string, unknown>[]
  >; // rows are objects

/** Everything in the library as text, with its version and tables. */
export const dump = (desk: Page): Promise<string> =>
  raw(
    desk,
    `async (db, wait) => {
      const out = [db.version];
      for (const name of [...db.objectStoreNames].sort()) {
        const store = db.transaction(name).objectStore(name);
        out.push([name, store.keyPath, [...store.indexNames], await wait(store.getAllKeys()), await wait(store.getAll())]);
      }
      return JSON.stringify(out);
    }`,
  ) as Promise<string>; // it returns a text

/** Upgrades the library as a later version of the extension would, with a table more. */
export const makeNewer = (desk: Page, version: number): Promise<unknown> =>
  desk.evaluate(`(async () => {
    const { indexedDB } = await navigator.storageBuckets.open('library');
    const open = indexedDB.open('scholion-library', ${version});
    open.onupgradeneeded = () => open.result.createObjectStore('topics', { keyPath: 'id' });
    await new Promise((done, fail) => { open.onsuccess = done; open.onerror = () => fail(open.error); });
    open.result.close();
  })()`);

/** Empties the library and holds a connection of an older version that does not let go, in this page, until `letGo`. */
export const holdOlder = (desk: Page): Promise<unknown> =>
  desk.evaluate(`(async () => {
    const { indexedDB } = await navigator.storageBuckets.open('library');
    const wait = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
    await wait(indexedDB.deleteDatabase('scholion-library'));
    window.held = await wait(indexedDB.open('scholion-library', 1));
  })()`);
export const letGo = (desk: Page): Promise<unknown> => desk.evaluate('window.held.close()');

/** The mark that sync must respect. */
export const isFrozen = async (desk: Page): Promise<boolean> =>
  (await rowsOf(desk, 'device')).some((row) => row['key'] === 'frozen');
