/**
 * Lists of a large library in the engine: cold, warm, filtered, sorted, searched; its memory; the full-text index made and opened. Times
 * are processor time, which other work on the machine hardly touches. `npx tsx bench/quality/library-list.ts [papers]` prints them.
 */

import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import { filesInMemory } from '../../src/engine/engine.testing.ts';
import { type LibraryLists, listsOf } from '../../src/engine/library/lists-of.ts';
import { savedCopy } from '../../src/engine/saved-copy.ts';
import type { ListQuery } from '../../src/messaging/library-calls.ts';
import type { StagedFiles } from '../../src/platform/staged-files.ts';
import type { LibraryDb } from '../../src/storage/library/database.ts';
import { quantile } from '../harness/numbers.ts';
import type { Row } from '../harness/row.ts';
import { storeOf } from './library-store.ts';
import { knownItems, searchDocs } from './search-queries.ts';

const SEED = 11;

export interface ListFigures {
  readonly papers: number;
  /** Processor ms: the first list of a new engine, rows read and columns made; and a list that nothing changed for. */
  readonly coldMs: number;
  readonly warmMs: number;
  /** The slowest of several filters, and of all sorts, each for the first time, with facets. */
  readonly filterMs: number;
  readonly sortMs: number;
  readonly searchP50: number;
  readonly searchP95: number;
  /** Every beginning of 20 queries, as they are typed, with facets. */
  readonly typingP95: number;
  readonly buildSeconds: number;
  /** Longest time that a call would have waited while the index was made, in ms of the clock. */
  readonly longestWait: number;
  readonly openMs: number;
  readonly storedBytes: number;
  /** Rows and columns; and with the index. */
  readonly shelfBytes: number;
  readonly allBytes: number;
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const start = cpuNow();
  const value = await run();
  return [value, cpuNow() - start];
}

function heldNow(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  for (let round = 0; round < 4; round++) if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const query = (text: string, more: Partial<ListQuery> = {}): ListQuery => ({
  text,
  shelf: 'library',
  sort: 'added',
  descending: true,
  ...more,
});

const engineOn = (db: LibraryDb, indexFiles: StagedFiles): LibraryLists => {
  const library = <T>(read: (db: LibraryDb) => Promise<T>): Promise<T> => read(db);
  const report = (error: unknown): never => {
    throw error;
  };
  return listsOf({ library, saved: savedCopy(library), indexFiles, report });
};

const ask = (lists: LibraryLists, asked: ListQuery) => lists.list({ query: asked, from: 0, count: 60, facets: true });

const FILTERS = [
  'status:read',
  'tag:"Offline RL"',
  'year:2020..2023 has:rating',
  '-tag:"project 7"',
  'venue:emnlp',
  'status:read status:aside tag:project',
];
const SORTS = ['added', 'changed', 'title', 'year', 'status', 'rating', 'venue'] as const;

/** Bytes of the files, which a browser has on its disk and this bench in its memory. */
async function sizeOf(files: StagedFiles): Promise<number> {
  const sizes = await Promise.all((await files.list()).map(async ({ name }) => (await files.size(name)) ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @returns undefined where the shared data is absent */
export async function listFigures(papers: number): Promise<ListFigures | undefined> {
  const docs = searchDocs(SEED)?.slice(0, papers);
  if (docs === undefined) return undefined;
  const items = knownItems(docs, 100, SEED);
  const db = storeOf(docs);
  const files = filesInMemory();
  const before = heldNow();
  const lists = engineOn(db, files);
  const read = async (): Promise<void> => {
    for (let last = ''; ; ) {
      const some = await db.papers.where('key').above(last).limit(2_000).toArray();
      if (some.length === 0) return;
      last = some.at(-1)?.key ?? '';
    }
  };
  // Once so that it is compiled, once for its time, which is not the engine's.
  await read();
  const [, madeMs] = await timed(read);
  const [, coldMs] = await timed(() => ask(lists, query('')));
  const shelfBytes = heldNow() - before;
  const slowest = async (all: readonly ListQuery[]): Promise<number> => {
    let most = 0;
    for (const one of all) most = Math.max(most, (await timed(() => ask(lists, one)))[1]);
    return most;
  };
  await ask(lists, query('year:1990..'));
  const filterMs = await slowest(FILTERS.map((text) => query(text)));
  const sortMs = await slowest(
    SORTS.flatMap((sort) => [true, false].map((descending) => query('', { sort, descending }))),
  );
  const [, warmMs] = await timed(() => ask(lists, query('')));
  let longestWait = 0;
  let begun = performance.now();
  const ticker = setInterval(() => {
    longestWait = Math.max(longestWait, performance.now() - begun);
    begun = performance.now();
  }, 1);
  const [, buildMs] = await timed(() => lists.text.settled());
  clearInterval(ticker);
  const allBytes = heldNow() - before - (await sizeOf(files));
  const texts = [...items.words, ...items.typo, ...items.prefix].map(({ text }) => query(text, { sort: 'relevance' }));
  for (const one of texts.slice(0, 30)) await ask(lists, one);
  const times = async (all: readonly ListQuery[]): Promise<readonly number[]> => {
    const each: number[] = [];
    for (const one of all) each.push((await timed(() => ask(lists, one)))[1]);
    return each;
  };
  const found = await times(texts.slice(30));
  const typed = await times(
    items.words
      .slice(0, 20)
      .flatMap(({ text }) => Array.from(text, (_, i) => query(text.slice(0, i + 1), { sort: 'relevance' }))),
  );
  const next = engineOn(db, files);
  await ask(next, query(''));
  const [, openMs] = await timed(() => next.text.follow());
  if (next.text.pending.size > 0) throw new Error('the stored index does not know every paper');
  return {
    papers: docs.length,
    coldMs: coldMs - madeMs,
    warmMs,
    filterMs,
    sortMs,
    searchP50: quantile(found, 0.5),
    searchP95: quantile(found, 0.95),
    typingP95: quantile(typed, 0.95),
    buildSeconds: buildMs / 1000,
    longestWait,
    openMs,
    storedBytes: await sizeOf(files),
    shelfBytes,
    allBytes,
  };
}

/** As rows of the bench's table. */
export async function listRows(papers: number): Promise<readonly Row[] | undefined> {
  const found = await listFigures(papers);
  if (found === undefined) return undefined;
  const at = `library of ${found.papers.toLocaleString('en')}`;
  return [
    { name: `${at}: first list of a new engine`, unit: 'ms', measured: found.coldMs },
    { name: `${at}: filter with facets`, unit: 'ms', budget: 100, measured: found.filterMs },
    { name: `${at}: sort with facets`, unit: 'ms', budget: 100, measured: found.sortMs },
    {
      name: `${at}: search with facets, p95`,
      unit: 'ms',
      budget: 50,
      measured: found.searchP95,
      note: `p50 ${found.searchP50.toFixed(1)}, while typing p95 ${found.typingP95.toFixed(1)}`,
    },
    {
      name: `${at}: index made`,
      unit: 's',
      measured: found.buildSeconds,
      note: `calls wait at most ${found.longestWait.toFixed(0)} ms`,
    },
    { name: `${at}: stored index opened`, unit: 'ms', measured: found.openMs },
    { name: `${at}: rows, columns and index held`, unit: 'MB', budget: 256, measured: found.allBytes / 1e6 },
  ];
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  console.log(await listFigures(Number(argv[2] ?? 50_000)));
}
