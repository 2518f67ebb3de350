/** Lists of the library over real commands: what a person filters, sorts and counts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListQuery, SortBy } from '../../messaging/library-calls.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { openMemory } from '../../storage/library/library.testing.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { filesInMemory } from '../engine.testing.ts';
import { savedCopy } from '../saved-copy.ts';
import { type LibraryLists, listsOf } from './lists-of.ts';
import { inventedPapers, keepAll, makeCollections, TAGS } from './saved-papers.testing.ts';

function listsOn(db: LibraryDb): LibraryLists {
  const library = <T>(read: (db: LibraryDb) => Promise<T>): Promise<T> => read(db);
  return listsOf({
    library,
    saved: savedCopy(library),
    indexFiles: filesInMemory(),
    report: (error) => {
      throw error;
    },
  });
}

const ask = (text: string, more: Partial<ListQuery> = {}): ListQuery => ({
  text,
  shelf: 'library',
  sort: 'added',
  descending: true,
  ...more,
});
const all = async (lists: LibraryLists, query: ListQuery): Promise<readonly SavedRow[]> =>
  (await lists.list({ query, from: 0, count: 200, facets: false })).rows.map(({ row }) => row);

/** Conditions with what they mean, said plainly over rows. */
const CONDITIONS: Readonly<Record<string, (row: SavedRow) => boolean>> = {
  'status:read': (row) => row.status === 'read',
  'status:read status:aside': (row) => row.status === 'read' || row.status === 'aside',
  '-status:read': (row) => row.status !== 'read',
  'tag:"bees"': (row) => namesOf(row).includes('bees'),
  'tag:"C++"': (row) => namesOf(row).includes('c++'),
  'tag:"🔥"': (row) => namesOf(row).includes('🔥'),
  'tag:"bees" tag:"c#"': (row) => ['bees', 'c#'].every((name) => namesOf(row).includes(name)),
  'tag:off': (row) => namesOf(row).includes('offline rl'),
  'year:2024': (row) => row.year === 2024,
  'year:2022 year:2024..': (row) => row.year !== undefined && row.year !== 2023,
  'venue:meadow': (row) => row.venue === 'Meadow Conference',
  'has:code': (row) => row.hasCode,
  '-has:notes': (row) => row.hasNote !== true,
  'rating:3..5': (row) => (row.rating ?? 0) >= 3,
  'rating:0': (row) => row.rating === undefined,
  'has:rating': (row) => row.rating !== undefined,
  'in:thesis': (row) => isIn(row, 'c-thesis', 'c-three', 'c-notes'),
  'in:"Thesis/Chapter 3"': (row) => isIn(row, 'c-three', 'c-notes'),
  'in:"Reading/Chapter 3"': () => false,
  'collection:Notes': (row) => isIn(row, 'c-notes'),
  'foo:bar': () => false,
};
const namesOf = (row: SavedRow): readonly string[] =>
  [...row.tags, ...(row.auto ?? []), ...(row.topics ?? []).map(({ name }) => name)].map((name) => name.toLowerCase());
const isIn = (row: SavedRow, ...ids: readonly string[]): boolean => ids.some((id) => row.collections?.includes(id));

const runs = process.env['SOAK'] === undefined ? 12 : 200;

test('conditions, facets and windows say what the rows say, on both shelves', async () => {
  await fc.assert(
    fc.asyncProperty(inventedPapers(25), async (papers) => {
      const db = await openMemory();
      await makeCollections(db);
      await keepAll(db, papers);
      const lists = listsOn(db);
      const rows = await db.papers.toArray();
      expect((await all(lists, ask('', { shelf: 'trash' }))).length).toBe(await db.trash.count());
      for (const [text, test] of Object.entries(CONDITIONS)) {
        const query = ask(text);
        const found = await lists.list({ query, from: 0, count: 200, facets: true });
        const wanted = rows.filter(test);
        expect(found.rows.map(({ row }) => row.key).sort(), text).toEqual(wanted.map(({ key }) => key).sort());
        expect(found).toMatchObject({ total: wanted.length, of: rows.length });
        // Windows of any size, one after another, are the whole.
        const windows: string[] = [];
        for (let from = 0; from < wanted.length; from += 7) {
          const part = await lists.list({ query, from, count: 7, facets: false });
          windows.push(...part.rows.map(({ row }) => row.key));
        }
        expect(windows).toEqual(found.rows.map(({ row }) => row.key));
        expect((await lists.keys({ query, from: 0, count: 50_000 })).keys).toEqual(windows);
        for (const [at, key] of windows.entries()) expect(await lists.place({ query, key })).toEqual({ at });
        const { facets } = found;
        expect(facets).toMatchObject({
          all: rows.length,
          trash: await db.trash.count(),
          code: wanted.filter((row) => row.hasCode).length,
          notes: wanted.filter((row) => row.hasNote).length,
        });
        for (const { name, count } of facets?.tags ?? []) {
          expect(count).toBe(wanted.filter((row) => namesOf(row).includes(name.toLowerCase())).length);
          expect(
            (await lists.list({ query: ask(`${text} tag:"${name}"`), from: 0, count: 0, facets: false })).total,
          ).toBe(count);
        }
        for (const [year, count] of facets?.years ?? [])
          expect(count).toBe(wanted.filter((row) => row.year === year).length);
        for (const [venue, count] of facets?.venues ?? [])
          expect(count).toBe(wanted.filter((row) => row.venue === venue).length);
        for (const [status, count] of Object.entries(facets?.status ?? {}))
          expect(count).toBe(rows.filter((row) => row.status === status).length);
        expect(facets?.collections['c-thesis']).toBe(rows.filter(CONDITIONS['in:thesis'] ?? (() => false)).length);
        expect(facets?.collections['c-notes']).toBe(rows.filter((row) => isIn(row, 'c-notes')).length);
      }
    }),
    { numRuns: runs },
  );
});

test('every sort puts papers in order, those without a value last, and stays right while papers change', async () => {
  const SORTS: readonly SortBy[] = ['added', 'changed', 'title', 'year', 'status', 'rating', 'venue'];
  await fc.assert(
    fc.asyncProperty(inventedPapers(14), inventedPapers(14), async (before, after) => {
      const db = await openMemory();
      const lists = listsOn(db);
      for (const papers of [before, after, after.slice(0, 3)]) {
        await keepAll(db, papers);
        for (const sort of SORTS) {
          for (const descending of [true, false]) {
            const rows = await all(lists, ask('', { sort, descending }));
            const fresh = await all(listsOn(db), ask('', { sort, descending }));
            expect(
              rows.map(({ key }) => key),
              `${sort} ${descending}`,
            ).toEqual(fresh.map(({ key }) => key));
            expect(rows).toHaveLength(await db.papers.count());
            if (sort === 'year' || sort === 'rating') {
              const values = rows.map((row) => row[sort] ?? 0);
              const known = values.filter((value) => value !== 0);
              expect(values).toEqual([...known, ...values.filter((value) => value === 0)]);
              expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
            }
          }
        }
      }
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});

test('words are found with marks, and outside the title with a few words around them', async () => {
  const db = await openMemory();
  await keepAll(db, [
    {
      paper: {
        ids: [],
        title: 'How Honey Bees Choose a Hive',
        authors: ['Ana Alvarez'],
        abstract: `${'Some words. '.repeat(40)}Swarms decide by quorum.`,
      },
      edits: [{ do: 'tag', tag: TAGS[3], on: true }],
      note: undefined,
    },
    {
      paper: { ids: [], title: 'Sourdough and Patience among Bakers' },
      edits: [],
      note: 'Ask Carla about the hive of yeast.',
    },
  ]);
  const lists = listsOn(db);
  const find = async (text: string) =>
    (await lists.list({ query: ask(text, { sort: 'relevance' }), from: 0, count: 9, facets: false })).rows;
  const [first, second] = await find('hive');
  expect(first?.row.title).toBe('How Honey Bees Choose a Hive');
  expect(first?.marks).toEqual([[24, 28]]);
  expect(second?.snippet).toEqual({ field: 'notes', text: 'Ask Carla about the hive of yeast.' });
  expect((await find('quorum'))[0]?.snippet).toMatchObject({
    field: 'abstract',
    text: expect.stringContaining('Swarms decide by quorum.'),
  });
  expect(await find('offline')).toHaveLength(1);
  expect(await find('honye')).toHaveLength(1);
  expect(await find('author:alvarez -quorum')).toHaveLength(0);
  expect(await find('"honey bees" status:to-read')).toHaveLength(1);
});
