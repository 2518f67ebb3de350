/** What the store of papers holds, read as it is, and compared without local numbers and times. */
import type { Page } from '@playwright/test';
import type { AliasRow, DigestRow, EntryRow, LinesRow, PaperRow } from '../../src/storage/papers/rows.ts';

interface Tables {
  readonly digests: readonly DigestRow[];
  readonly entries: readonly EntryRow[];
  readonly papers: readonly PaperRow[];
  readonly aliases: readonly AliasRow[];
  readonly abstracts: readonly { readonly pid: number; readonly text: string }[];
  readonly lines: readonly LinesRow[];
}

const NAMES = ['digests', 'entries', 'papers', 'aliases', 'abstracts', 'lines'] as const;

/** Rows of every table; typed arrays as plain ones. The store exists. */
const READ = `(names) => new Promise((done, fail) => {
  const open = indexedDB.open('scholion-papers');
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const db = open.result;
    const read = db.transaction(names);
    const out = {};
    for (const name of names) read.objectStore(name).getAll().onsuccess = (event) => { out[name] = event.target.result; };
    read.oncomplete = () => { db.close(); done(out); };
    read.onerror = () => { db.close(); fail(read.error); };
  };
})`;

export const storedTables = (desk: Page): Promise<Tables> => desk.evaluate(`(${READ})(${JSON.stringify(NAMES)})`);

const COUNT = `(name) => new Promise((done, fail) => {
  const open = indexedDB.open('scholion-papers');
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const count = open.result.transaction(name).objectStore(name).count();
    count.onsuccess = () => { open.result.close(); done(count.result); };
    count.onerror = () => { open.result.close(); fail(count.error); };
  };
})`;

/** How many rows a table has. */
export const countRows = (desk: Page, table: keyof Tables | 'jobs'): Promise<number> =>
  desk.evaluate(`(${COUNT})(${JSON.stringify(table)})`);

/** The content as sorted text lines: papers with all they show, aliases with where they lead, search lines. */
export async function storedContent(desk: Page): Promise<readonly string[]> {
  const { digests, entries, papers, aliases, abstracts, lines } = await storedTables(desk);
  const digestName = new Map(digests.map((row) => [row.id, row.name]));
  const titleOf = new Map(papers.map((row) => [row.pid, `${row.ids.join()} ${row.title}`]));
  const abstractOf = new Map(abstracts.map((row) => [row.pid, row.text]));
  const lineOf = new Map(
    lines.flatMap(({ chunk, text }) => text.split('\n').map((line, i): [number, string] => [chunk * 256 + i, line])),
  );
  return [
    ...digests.map(({ name, state, entries: count }) => `digest ${name} ${state} ${count}`),
    ...entries.map((row) => `entry ${digestName.get(row.digest)} ${titleOf.get(row.pid)} ${JSON.stringify(row.entry)}`),
    ...papers.map(({ pid, digests: told, told: _, ...row }) => {
      const names = told.map((id) => digestName.get(id)).sort();
      return `paper ${JSON.stringify([row, names, abstractOf.get(pid), lineOf.get(pid)])}`;
    }),
    ...aliases.map(
      ({ alias, pid, others = [] }) => `alias ${alias} ${[pid, ...others].map((p) => titleOf.get(p)).sort()}`,
    ),
    `abstracts ${abstracts.length}, lines ${[...lineOf.values()].filter((line) => line !== '').length}`,
  ].sort();
}

/** Puts a text into the folder where big input waits for the engine, as the Add page does. */
export async function stageText(desk: Page, name: string, text: string): Promise<void> {
  await desk.evaluate(
    async (file) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('staged', { create: true });
      const stream = await (await folder.getFileHandle(file.name, { create: true })).createWritable();
      await stream.write(file.text);
      await stream.close();
    },
    { name, text },
  );
}

export const stagedNames = (desk: Page): Promise<readonly string[]> =>
  desk.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('staged', { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name); // not in the DOM library of this config
    return names;
  });
