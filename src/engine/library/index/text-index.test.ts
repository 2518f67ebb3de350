/** The full-text index of the saved papers keeps up with the library, whatever happens to its files. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../core/search/query.ts';
import type { StagedFiles } from '../../../platform/staged-files.ts';
import { edit } from '../../../storage/library/commands/edit.ts';
import { writeNote } from '../../../storage/library/commands/write-note.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import { moment, openMemory, request } from '../../../storage/library/library.testing.ts';
import { filesInMemory } from '../../engine.testing.ts';
import { savedCopy } from '../../saved-copy.ts';
import { inventedPapers, keepAll } from '../saved-papers.testing.ts';
import { indexStore } from './index-store.ts';
import { type TextIndex, textIndex } from './text-index.ts';

const runs = process.env['SOAK'] === undefined ? 15 : 300;
const QUERIES = [
  'honey',
  'bee hive',
  'multiagent',
  '"honey bees"',
  'author:alvarez',
  '强化学习',
  'groesse model',
  'mod',
  '2024',
];

/** A worker's index on a library and files. @param open how reads of the library run */
function indexOn(db: LibraryDb, files: StagedFiles): TextIndex {
  const library = <T>(read: (db: LibraryDb) => Promise<T>): Promise<T> => read(db);
  const report = (error: unknown): never => {
    throw error;
  };
  return textIndex({ saved: savedCopy(library), library, store: indexStore(files), report });
}

/** All that searches can see of an index. */
const seen = ({ index }: TextIndex): unknown => ({
  size: index.size,
  found: QUERIES.map((text) => index.find(parseQuery(text), { limit: 100 })),
});

async function rebuilt(db: LibraryDb): Promise<unknown> {
  const fresh = indexOn(db, filesInMemory());
  await fresh.settled();
  expect(fresh.index.size).toBe(await db.papers.count());
  return seen(fresh);
}

const step = fc.oneof(
  inventedPapers(6).map((papers) => ({ do: 'save' as const, papers })),
  fc.record({ do: fc.constant('note' as const), which: fc.nat(), text: fc.constantFrom('hive of yeast', '', 'model') }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('restore' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('tag' as const), which: fc.nat(), tag: fc.constantFrom('bees', 'yeast') }),
  fc.constantFrom({ do: 'search' as const }, { do: 'store' as const }, { do: 'new worker' as const }),
);

test('after any history, with searches, stored files and new workers in between, it is the index made anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (history) => {
      const db = await openMemory();
      const files = filesInMemory();
      let text = indexOn(db, files);
      const one = async (table: 'papers' | 'trash', n: number): Promise<string | undefined> => {
        const keys = await db.table<unknown, string>(table).toCollection().primaryKeys();
        return keys[n % Math.max(1, keys.length)];
      };
      for (const s of history) {
        if (s.do === 'save') await keepAll(db, s.papers);
        else if (s.do === 'search') await text.follow();
        else if (s.do === 'store') await text.settled();
        else if (s.do === 'new worker') text = indexOn(db, files);
        else {
          const key = await one(s.do === 'restore' ? 'trash' : 'papers', s.which);
          if (key === undefined) continue;
          if (s.do === 'note') await writeNote(db, { request: request(), key, text: s.text }, moment());
          else {
            const edits = s.do === 'tag' ? [{ do: 'tag' as const, tag: s.tag, on: true }] : [{ do: s.do }];
            await edit(db, { request: request(), keys: [key], edits }, moment());
          }
        }
      }
      await text.settled();
      expect(seen(text)).toEqual(await rebuilt(db));
      const next = indexOn(db, files);
      await next.follow();
      expect(next.pending.size).toBe(0);
      expect(seen(next)).toEqual(seen(text));
    }),
    { numRuns: runs },
  );
});

const papers = fc.sample(inventedPapers(20), { numRuns: 1, seed: 5 })[0] ?? [];

test('damaged, cut, foreign or missing files cost a rebuild, never a wrong answer', async () => {
  const db = await openMemory();
  await keepAll(db, papers);
  const want = await rebuilt(db);
  const good = filesInMemory();
  await indexOn(db, good).settled();
  const names = (await good.list()).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    for (const damage of ['flip', 'cut', 'empty', 'gone', 'text'] as const) {
      const files = filesInMemory();
      for (const one of names) await files.write(one, new Blob([(await good.read(one)) as Uint8Array<ArrayBuffer>]));
      const bytes = (await files.read(name)) ?? new Uint8Array();
      if (damage === 'flip') bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      if (damage === 'gone') await files.remove(name);
      else {
        const text = { flip: bytes, cut: bytes.slice(0, -5), empty: new Uint8Array(), text: 'no index' }[damage];
        await files.write(name, new Blob([text as Uint8Array<ArrayBuffer>]));
      }
      const text = indexOn(db, files);
      await text.settled();
      expect(seen(text), `${name} ${damage}`).toEqual(want);
    }
  }
});

test('the index of another library is not taken for this one', async () => {
  const [db, other] = [await openMemory(), await openMemory()];
  await keepAll(db, papers);
  await keepAll(other, papers.slice(0, 5));
  const files = filesInMemory();
  await indexOn(other, files).settled();
  const text = indexOn(db, files);
  await text.settled();
  expect(seen(text)).toEqual(await rebuilt(db));
});

test('a browser that dies while it stores the index leaves one that can be used', async () => {
  const db = await openMemory();
  await keepAll(db, papers.slice(0, 8));
  const files = filesInMemory();
  await indexOn(db, files).settled();
  await keepAll(db, papers.slice(8));
  for (let writes = 0; writes < 3; writes++) {
    let left = writes;
    const dying: StagedFiles = {
      ...files,
      write: async (name, data) => {
        if (left-- <= 0) throw new DOMException('killed', 'AbortError');
        await files.write(name, data);
      },
    };
    await indexOn(db, dying)
      .settled()
      .catch(() => undefined);
    const next = indexOn(db, files);
    await next.settled();
    expect(seen(next)).toEqual(await rebuilt(db));
  }
});

test('a change of status alone is nothing to index', async () => {
  const db = await openMemory();
  const keys = await keepAll(db, papers);
  const text = indexOn(db, filesInMemory());
  await text.settled();
  const { version } = text;
  await edit(db, { request: request(), keys, edits: [{ do: 'status', status: 'aside' }] }, moment());
  await text.follow();
  expect(text.pending.size).toBe(0);
  expect(text.version).toBe(version);
});
