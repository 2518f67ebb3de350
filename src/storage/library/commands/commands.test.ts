/** Saving and undoing on a real store: one effect a request, exact counts, the last click wins. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../../core/identity/paper-id.ts';
import { merge } from '../../../core/library/merge.ts';
import type { LibraryDb } from '../database.ts';
import { moment, openMemory, paper, request } from '../library.testing.ts';
import { savedCounts } from '../queries/count-saved.ts';
import { savedMarks } from '../queries/marks.ts';
import { savedRecords } from '../queries/papers.ts';
import { readSelf } from '../self.ts';
import { save } from './save.ts';
import { undo } from './undo.ts';

const keysOf = (db: LibraryDb): Promise<string[]> => db.papers.toCollection().primaryKeys();

/** What the library counts of itself must be what is there. */
async function consistent(db: LibraryDb): Promise<void> {
  const self = await readSelf(db);
  expect(self?.papers ?? 0).toBe(await db.papers.count());
  expect(self?.states ?? 0).toBe(await db.states.count());
  expect(self?.aliases ?? 0).toBe(await db.aliases.count());
}

test('a paper that is saved is found by its id, with status, day and record', async () => {
  const db = await openMemory();
  const { reply } = await save(db, { request: request(), papers: [paper(1, { abstract: 'We …' })] }, moment());
  expect(reply).toEqual({ saved: [{ key: 'arxiv:2511.00001', status: 'to-read' }], created: 1 });
  expect(await savedMarks(db, [paper(1), paper(2)])).toEqual([
    { status: 'to-read', ownTags: [], since: '2025-11-24' },
    undefined,
  ]);
  expect((await savedRecords(db, ['arxiv:2511.00001']))[0]?.abstract).toBe('We …');
  await consistent(db);
});

test('F02: the same request sent again has one effect and the same answer', async () => {
  const db = await openMemory();
  const input = { request: request(), papers: [paper(1), paper(2)], status: 'reading' as const };
  const first = await save(db, input, moment());
  const state = await db.states.toArray();
  const again = await save(db, input, moment());
  expect(again.reply).toEqual(first.reply);
  expect(again.keys).toEqual([]);
  expect(await db.states.toArray()).toEqual(state);
  await consistent(db);
});

test('a save never un-saves and a plain one keeps the status', async () => {
  const db = await openMemory();
  await save(db, { request: request(), papers: [paper(1)], status: 'read' }, moment());
  const { reply } = await save(db, { request: request(), papers: [paper(1)] }, moment());
  expect(reply).toEqual({ saved: [{ key: 'arxiv:2511.00001', status: 'read' }], created: 0 });
});

test('F17: undo pressed twice takes back once; undo of an undo brings it again', async () => {
  const db = await openMemory();
  const [saving, undoing] = [request(), request()];
  await save(db, { request: saving, papers: [paper(1), paper(2)] }, moment());
  expect((await undo(db, { request: undoing, undo: saving }, moment())).reply).toEqual({ undone: 2 });
  expect((await undo(db, { request: request(), undo: saving }, moment())).reply).toEqual({ undone: 0 });
  expect(await keysOf(db)).toEqual([]);
  await consistent(db);
  expect((await undo(db, { request: request(), undo: undoing }, moment())).reply).toEqual({ undone: 2 });
  expect(await keysOf(db)).toHaveLength(2);
  await consistent(db);
});

test('a save that arrives after its own undo has no effect: the last word counts', async () => {
  const db = await openMemory();
  const saving = request();
  expect((await undo(db, { request: request(), undo: saving }, moment())).reply).toEqual({ undone: 0 });
  await save(db, { request: saving, papers: [paper(1)] }, moment());
  expect(await keysOf(db)).toEqual([]);
});

test('F18: a thousand rapid clicks on save and undo end as the last click says', async () => {
  const db = await openMemory();
  const clicks: Promise<unknown>[] = [];
  let last = '';
  for (let n = 0; n < 1000; n += 1) {
    if (n % 2 === 0) {
      last = request();
      clicks.push(save(db, { request: last, papers: [paper(1)] }, moment()));
    } else clicks.push(undo(db, { request: request(), undo: last }, moment()));
  }
  await Promise.all(clicks);
  expect(await keysOf(db)).toEqual([]);
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  expect(await keysOf(db)).toEqual(['arxiv:2511.00001']);
  await consistent(db);
});

test('a paper saved without an id and then with one is one paper', async () => {
  const db = await openMemory();
  await save(db, { request: request(), papers: [{ ids: [], title: paper(1).title }] }, moment());
  const { reply } = await save(db, { request: request(), papers: [paper(1)] }, moment());
  expect(reply.created).toBe(0);
  expect((await db.papers.toArray()).map((row) => row.ids)).toEqual([['arxiv:2511.00001']]);
  expect((await savedMarks(db, [{ ids: paper(1).ids, title: '' }]))[0]?.status).toBe('to-read');
  await consistent(db);
});

test('A18: two papers of one title are two; the same twice in one request is one', async () => {
  const db = await openMemory();
  const title = 'One Title that Two Different Papers Happen to Bear';
  const two = [paper(1, { title }), paper(2, { title }), paper(1, { title })];
  expect((await save(db, { request: request(), papers: two }, moment())).reply.created).toBe(2);
  await consistent(db);
});

test('a paper that was taken out and is saved again is the same record', async () => {
  const db = await openMemory();
  const saving = request();
  await save(db, { request: saving, papers: [paper(1)] }, moment());
  await undo(db, { request: request(), undo: saving }, moment());
  const more = { ids: ['doi:10.1000/x', ...paper(1).ids] as PaperId[], title: paper(1).title }; // canonical ids
  await save(db, { request: request(), papers: [more] }, moment());
  expect(await keysOf(db)).toEqual(['arxiv:2511.00001']);
  expect((await savedMarks(db, [{ ids: ['doi:10.1000/x' as PaperId], title: '' }]))[0]).toBeDefined(); // canonical
  await consistent(db);
});

test('what names nothing is not saved', async () => {
  const db = await openMemory();
  expect(() => save(db, { request: request(), papers: [{ ids: [], title: ' … ' }] }, moment())).toThrow('no title');
});

test('every change stands once in the outbox, and what was overwritten in the history', async () => {
  const db = await openMemory();
  await save(db, { request: request(), papers: [paper(1)], status: 'reading' }, moment());
  await save(db, { request: request(), papers: [paper(1)], status: 'read' }, moment());
  expect(await db.outbox.count()).toBe(2); // paper and record
  expect((await db.history.toArray()).map((row) => [row.field, row.value])).toEqual([['f.status', 'reading']]);
});

test('any saves and undos leave counts, rows and marks that agree with the states', async () => {
  const step = fc.tuple(fc.constantFrom('save', 'save', 'undo'), fc.nat(5), fc.nat(5));
  const law = fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
    const db = await openMemory();
    const made: string[] = [];
    for (const [kind, a, b] of steps) {
      const id = request();
      if (kind === 'save')
        await save(db, { request: id, papers: [paper(a), paper(b)], status: b % 2 ? 'read' : undefined }, moment());
      else if (made[a]) await undo(db, { request: id, undo: made[a] }, moment());
      made.unshift(id);
    }
    await consistent(db);
    const shown = await savedMarks(
      db,
      [0, 1, 2, 3, 4, 5].map((n) => paper(n)),
    );
    expect(shown.filter((mark) => mark !== undefined)).toHaveLength((await savedCounts(db)).all);
    db.close();
  });
  await fc.assert(law, { numRuns: process.env['SOAK'] ? 2_000 : 40 });
});

test('states can be merged with those of another copy of the library', async () => {
  const [here, there] = [await openMemory(), await openMemory()];
  await save(here, { request: request(), papers: [paper(1)], status: 'reading' }, moment());
  await save(there, { request: request(), papers: [paper(1)] }, moment());
  const [a, b] = await Promise.all([here, there].map((db) => db.states.get(['paper', 'arxiv:2511.00001'])));
  expect(merge('paper', a?.state, b?.state)).toEqual(merge('paper', b?.state, a?.state));
});
