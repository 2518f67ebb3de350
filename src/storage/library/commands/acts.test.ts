/** Single actions on a real store: edits, notes, things, merging, the trash; each once, and taken back once, also after a restart. */
import { describe, expect, test } from 'vitest';
import type { PaperId } from '../../../core/identity/paper-id.ts';
import type { PaperEdit } from '../../../core/library/edits.ts';
import { consistent } from '../consistent.testing.ts';
import { LIBRARY, type LibraryDb, openLibrary } from '../database.ts';
import { memory, moment, openMemory, paper, request } from '../library.testing.ts';
import { undoable } from '../queries/library-jobs.ts';
import { savedKeyOf, savedMarks } from '../queries/marks.ts';
import { ownTagNames } from '../queries/own-tag-names.ts';
import { paperDetails } from '../queries/paper-details.ts';
import { things } from '../queries/things.ts';
import { edit } from './edit.ts';
import { mark } from './mark.ts';
import { mergePapers } from './merge-papers.ts';
import { purge } from './purge.ts';
import { save } from './save.ts';
import { setThing } from './set-thing.ts';
import { undo } from './undo.ts';
import { writeNote } from './write-note.ts';

const [ONE, TWO] = ['arxiv:2511.00001', 'arxiv:2511.00002'] as const;
const tag = (name: string, on = true): PaperEdit => ({ do: 'tag', tag: name, on });

async function two(store = memory()): Promise<LibraryDb> {
  const db = await openMemory(store);
  const papers = [paper(1), paper(2, { title: 'Another Title of What Is the Same Work in Truth' })];
  await save(db, { request: request(), papers }, moment());
  return db;
}
/** Rows of both shelves, without the time of the last change. */
const rows = async (db: LibraryDb) =>
  JSON.stringify([await db.papers.toArray(), await db.trash.toArray()], (key, value) =>
    key === 'changed' || key === 'deletedAt' ? undefined : value,
  );
const details = async (db: LibraryDb, key = ONE) => {
  const found = await paperDetails(db, key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

test('edits of several papers are one action with one undo; what was refused is told', async () => {
  const db = await two();
  const before = await rows(db);
  const id = request();
  const edits: PaperEdit[] = [tag('RL'), tag('  '), { do: 'rating', rating: 5 }, { do: 'status', status: 'read' }];
  const { reply } = await edit(db, { request: id, keys: [ONE, TWO, 'arxiv:none'], edits }, moment());
  expect(reply).toEqual({ changed: 2, refused: [{ tag: '  ', why: 'empty' }] });
  expect((await details(db)).row).toMatchObject({ tags: ['RL'], rating: 5, status: 'read' });
  expect(await ownTagNames(db)).toEqual(['RL']);
  await consistent(db);
  expect((await undo(db, { request: request(), undo: id }, moment())).reply).toEqual({ undone: 2 });
  expect(await rows(db)).toBe(before);
  expect(await ownTagNames(db)).toEqual([]);
  await consistent(db);
});

test('F17: after a restart an action is taken back once, exactly, whatever kind it was', async () => {
  const store = memory();
  const db = await two(store);
  const acts: ((id: string) => Promise<unknown>)[] = [
    (id) => edit(db, { request: id, keys: [ONE], edits: [tag('RL'), { do: 'delete' }] }, moment()),
    (id) => writeNote(db, { request: id, key: TWO, text: 'A note' }, moment()),
    (id) => setThing(db, { request: id, id: 'c', fields: { kind: 'collection', name: 'C', parent: null } }, moment()),
    (id) => edit(db, { request: id, keys: [ONE], edits: [{ do: 'restore' }] }, moment()),
    (id) => mergePapers(db, { request: id, keep: ONE, drop: TWO }, moment()),
    (id) => mark(db, { request: id, paper: paper(3), edits: [tag('x')], note: 'N' }, moment()),
  ];
  const shown = async (at: LibraryDb) => [await rows(at), await things(at), (await paperDetails(at, TWO))?.notes];
  const states: unknown[] = [];
  const ids = acts.map(() => request());
  for (const [i, act] of acts.entries()) {
    states.push(await shown(db));
    await act(ids[i] ?? '');
  }
  db.close();
  const again = await openMemory(store);
  for (const [i, id] of [...ids.entries()].reverse()) {
    expect(await undoable(again, id)).toBe(true);
    expect((await undo(again, { request: request(), undo: id }, moment())).reply.undone, `act ${i}`).toBeGreaterThan(0);
    expect(await shown(again)).toEqual(states[i]);
    expect(await undoable(again, id)).toBe(false);
    expect((await undo(again, { request: request(), undo: id }, moment())).reply.undone).toBe(0);
    await consistent(again);
  }
});

test('F02: each kind of action sent again has one effect and the same answer', async () => {
  const db = await two();
  const acts: ((id: string) => Promise<{ readonly reply: unknown; readonly changed: number }>)[] = [
    (id) => edit(db, { request: id, keys: [ONE], edits: [tag('RL')] }, moment()),
    (id) => writeNote(db, { request: id, key: ONE, text: 'A note' }, moment()),
    (id) => setThing(db, { request: id, id: 'r', fields: { kind: 'rule', name: 'R' } }, moment()),
    (id) => mark(db, { request: id, paper: paper(1), edits: [tag('x')] }, moment()),
    (id) => mergePapers(db, { request: id, keep: ONE, drop: TWO }, moment()),
    (id) => edit(db, { request: id, keys: [ONE], edits: [{ do: 'delete' }] }, moment()),
    (id) => purge(db, { request: id, keys: 'all' }, moment()),
  ];
  for (const act of acts) {
    const id = request();
    const first = await act(id);
    const states = await db.states.toArray();
    const second = await act(id);
    expect([second.reply, second.changed]).toEqual([first.reply, 0]);
    expect(await db.states.toArray()).toEqual(states);
  }
  await consistent(db);
});

test('F14: two pages that edit one field of one paper end with the value of the last', async () => {
  const store = memory();
  const one = await two(store);
  const other = await openLibrary({ ...store, name: LIBRARY });
  const rate = (db: LibraryDb, rating: 1 | 2 | 3) =>
    edit(db, { request: request(), keys: [ONE], edits: [{ do: 'rating', rating }] }, moment());
  await Promise.all([rate(one, 1), rate(other, 2)]);
  await rate(other, 3);
  expect([(await details(one)).row.rating, (await details(other)).row.rating]).toEqual([3, 3]);
});

describe('notes', () => {
  test('are there for the panel and for sorting, and what was replaced stands in the history', async () => {
    const db = await two();
    const [first, hour] = [moment(), 3_600_000];
    await writeNote(db, { request: request(), key: ONE, text: 'One' }, first);
    await writeNote(db, { request: request(), key: ONE, text: 'One and' }, { ...first, now: first.now + 1_000 });
    await writeNote(db, { request: request(), key: ONE, text: 'Two' }, { ...first, now: first.now + hour });
    const { notes, row, history } = await details(db);
    expect([notes, row.hasNote]).toEqual([['Two'], true]);
    const texts = history.filter(({ field }) => field === 'note').map(({ before, after }) => [before, after]);
    // A text that stood for a second is a step of writing.
    expect(texts[0]).toEqual(['One and', 'Two']);
    await consistent(db);
  });
  test('can be written only where the paper is in the library', async () => {
    const db = await two();
    const none = { request: request(), key: 'arxiv:none', text: 'x' };
    await expect(writeNote(db, none, moment())).rejects.toMatchObject({ fault: 'not-found' });
    expect(await db.requests.get(none.request)).toBeUndefined();
  });
});

describe('merging', () => {
  test('the names of the one that went lead to the one that stays, in look-ups and saves, until it is taken back', async () => {
    const db = await two();
    await edit(db, { request: request(), keys: [TWO], edits: [tag('dropped')] }, moment());
    const id = request();
    await mergePapers(db, { request: id, keep: ONE, drop: TWO }, moment());
    const byTitle = { ids: [], title: 'Another Title of What Is the Same Work in Truth' };
    expect(await savedKeyOf(db, byTitle)).toBe(ONE);
    expect((await savedMarks(db, [paper(2)]))[0]?.ownTags).toEqual(['dropped']);
    const { reply } = await save(db, { request: request(), papers: [byTitle, paper(2)] }, moment());
    expect(reply).toMatchObject({ created: 0, saved: [{ key: ONE }, { key: ONE }] });
    expect((await details(db)).mergedFrom).toEqual([TWO]);
    expect(await paperDetails(db, TWO)).toBeUndefined();
    await consistent(db);
    await undo(db, { request: request(), undo: id }, moment());
    expect(await savedKeyOf(db, byTitle)).toBe(TWO);
    expect(await savedKeyOf(db, { ids: paper(2).ids, title: '' })).toBe(TWO);
    await edit(db, { request: request(), keys: [TWO], edits: [{ do: 'delete' }] }, moment());
    expect(await savedKeyOf(db, { ids: paper(2).ids, title: '' })).toBeUndefined();
    await consistent(db);
  });
  test('needs two papers of the library', async () => {
    const db = await two();
    const wrong = (keep: string, drop: string) => mergePapers(db, { request: request(), keep, drop }, moment());
    await expect(wrong(ONE, ONE)).rejects.toMatchObject({ fault: 'not-found' });
    await expect(wrong(ONE, 'arxiv:none')).rejects.toMatchObject({ fault: 'not-found' });
    await wrong(ONE, TWO);
    await expect(wrong(TWO, ONE)).rejects.toMatchObject({ fault: 'not-found' });
  });
});

describe('the trash', () => {
  const DAY = 86_400_000;
  test('keeps what was taken out, with its tags, and gives it back', async () => {
    const db = await two();
    await edit(db, { request: request(), keys: [ONE], edits: [tag('RL'), { do: 'delete' }] }, moment());
    expect([await db.papers.count(), (await db.trash.toArray()).map(({ tags }) => tags)]).toEqual([1, [['RL']]]);
    expect((await details(db)).shelf).toBe('trash');
    await edit(db, { request: request(), keys: [ONE], edits: [{ do: 'restore' }] }, moment());
    expect([await db.trash.count(), (await details(db)).row.tags]).toEqual([0, ['RL']]);
    await consistent(db);
  });
  test('emptied for good: record, note and history are gone, an undo of the deletion brings nothing, a save begins anew', async () => {
    const db = await two();
    const [now, deleting] = [moment(), request()];
    await writeNote(db, { request: request(), key: ONE, text: 'Mine' }, now);
    await edit(
      db,
      { request: deleting, keys: [ONE], edits: [{ do: 'status', status: 'read' }, { do: 'delete' }] },
      now,
    );
    expect((await purge(db, { request: request(), keys: [ONE, TWO] }, now)).reply).toEqual({ purged: 1 });
    expect(await db.states.where('[kind+id]').anyOf(['bib', ONE], ['note', ONE]).count()).toBe(0);
    expect(await db.history.where('[kind+ref]').anyOf(['paper', ONE], ['note', ONE]).count()).toBe(0);
    expect((await undo(db, { request: request(), undo: deleting }, moment())).reply).toEqual({ undone: 0 });
    expect([await db.trash.count(), (await db.papers.toArray()).map(({ key }) => key)]).toEqual([0, [TWO]]);
    await consistent(db);
    await save(db, { request: request(), papers: [paper(1)] }, moment());
    expect((await details(db)).notes).toEqual([]);
    await consistent(db);
  });
  test('is emptied of what is older than 90 days, and of nothing younger', async () => {
    const db = await two();
    const start = moment();
    await edit(db, { request: request(), keys: [ONE], edits: [{ do: 'delete' }] }, start);
    await edit(
      db,
      { request: request(), keys: [TWO], edits: [{ do: 'delete' }] },
      { ...start, now: start.now + 50 * DAY },
    );
    const ids = (n: number): PaperId[] => [`doi:10.1000/${n}` as PaperId]; // of the canonical form
    const many = Array.from({ length: 200 }, (_, n) => ({ ids: ids(n), title: `Filling Number ${n} of the Library` }));
    await save(db, { request: request(), papers: many }, { ...start, now: start.now + 91 * DAY });
    expect((await db.trash.toArray()).map(({ key }) => key)).toEqual([TWO]);
    expect(await db.states.get(['bib', ONE])).toBeUndefined();
    await consistent(db);
  });
});

test('a mark saves the paper with its tags and note as one action, and never takes one out', async () => {
  const db = await openMemory();
  const id = request();
  const edits: PaperEdit[] = [tag('x'), { do: 'delete' }];
  const { reply } = await mark(db, { request: id, paper: paper(1), edits, note: 'N' }, moment());
  expect(reply).toEqual({ status: 'to-read', tags: ['x'], refused: [] });
  expect((await details(db)).notes).toEqual(['N']);
  await undo(db, { request: request(), undo: id }, moment());
  expect([await db.papers.count(), await db.trash.count()]).toEqual([0, 0]);
  await consistent(db);
});

test('rules run on every save, in its transaction: their tags and collections come and go with it', async () => {
  const db = await openMemory();
  const thing = (id: string, fields: Parameters<typeof setThing>[1]['fields']) =>
    setThing(db, { request: request(), id, fields }, moment());
  await thing('c', { kind: 'collection', name: 'C', parent: null });
  await thing('r', { kind: 'rule', name: 'R', when: { title: 'subject' }, adds: { tags: ['auto'], collection: 'c' } });
  await thing('off', { kind: 'rule', name: 'O', on: false, when: { title: 'subject' }, adds: { tags: ['never'] } });
  const id = request();
  await save(db, { request: id, papers: [paper(1)] }, moment());
  expect((await details(db)).row).toMatchObject({ auto: ['auto'], collections: ['c'] });
  await undo(db, { request: request(), undo: id }, moment());
  expect(await db.papers.count()).toBe(0);
  await consistent(db);
});

test('topics come with the save and are made anew when the abstract comes that was missing', async () => {
  const db = await openMemory();
  const title = 'Offline Reinforcement Learning with Scraps';
  await save(db, { request: request(), papers: [paper(1, { title })] }, moment());
  const first = (await details(db)).row.topics?.map(({ name }) => name) ?? [];
  const abstract =
    'We study diffusion models and graph neural networks for robotic manipulation. Diffusion models win.';
  await save(db, { request: request(), papers: [paper(1, { title, abstract })] }, moment());
  const second = (await details(db)).row.topics?.map(({ name }) => name) ?? [];
  expect(first.length).toBeGreaterThan(0);
  expect(second.length).toBeGreaterThan(first.length);
  await edit(
    db,
    { request: request(), keys: [ONE], edits: [{ do: 'auto', tag: first[0] ?? '', on: false }] },
    moment(),
  );
  expect((await details(db)).row.topics?.map(({ name }) => name)).not.toContain(first[0]);
  await consistent(db);
});

test('names of own tags come in order, each once, also very many', async () => {
  const db = await openMemory();
  const names = (from: number) => Array.from({ length: 60 }, (_, n) => `tag ${String(from + n).padStart(4, '0')}`);
  for (let n = 0; n < 12; n += 1) {
    await save(db, { request: request(), papers: [paper(n, { topics: [] })] }, moment());
    const edits = names(n * 50).map((name) => tag(name)); // some are those of the paper before
    await edit(db, { request: request(), keys: [`arxiv:2511.${String(n).padStart(5, '0')}`], edits }, moment());
  }
  expect(await ownTagNames(db)).toEqual(Array.from({ length: 610 }, (_, n) => `tag ${String(n).padStart(4, '0')}`));
});
