/** What single methods of the store do. */
import { afterEach, expect, test, vi } from 'vitest';
import { stampMs } from '../../../core/library/clock.ts';
import { writeNote } from '../../../core/library/notes.ts';
import { type NoteState, newNoteState } from '../../../core/library/state.ts';
import { SEALED } from '../../../core/sync/lanes.ts';
import type { RemoteRecord } from '../../../sync/target.ts';
import { consistent } from '../consistent.testing.ts';
import { memory, openMemory } from '../library.testing.ts';
import { readSelf } from '../self.ts';
import { fill, later, now, set } from './copies.testing.ts';
import { type DexieCopy, dexieCopy } from './dexie-copy.testing.ts';

afterEach(() => void vi.unstubAllGlobals());

const fresh = async (): Promise<DexieCopy> => {
  const store = dexieCopy('a', { now });
  for (const target of ['t', 'u']) await store.begin(target, 'epoch');
  return store;
};

/** Of another device. @param ahead ms */
const stamp = (n: number, ahead = 0): string =>
  `${(now() + ahead).toString(36).padStart(9, '0')}.${n.toString(36).padStart(4, '0')}.b`;
const came = (id: string, more: Partial<RemoteRecord> = {}): RemoteRecord => ({
  kind: 'paper',
  id,
  state: { v: 1, f: { status: ['read', stamp(1)] }, t: {}, c: {} },
  token: `1-${id}`,
  ...more,
});
const names = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

test('what came from a place is not sent back there, and is due at the others', async () => {
  const store = await fresh();
  expect(await store.commit('t', { merge: [came('p1')], hold: [], cursor: 'c1' })).toEqual({ changed: 1, refused: 0 });
  expect((await store.due('t', 'states', 0, 10)).records).toEqual([]);
  expect(names((await store.due('u', 'states', 0, 10)).records)).toEqual(['p1']);
  expect((await store.memory('t'))?.cursor).toBe('c1');
  await set({ store }, 'p1', 'reading');
  const { records, upTo } = await store.due('t', 'states', 0, 10);
  expect(records).toMatchObject([{ id: 'p1', token: '1-p1', seq: 2 }]);
  await store.settle('t', {
    acked: [{ kind: 'paper', id: 'p1', seq: 2, token: '2' }],
    waiting: [],
    upTo: { lane: 'states', seq: upTo },
  });
  expect(await store.due('t', 'states', upTo, 10)).toEqual({ records: [], upTo, more: false });
  expect(await store.tokens('t', [{ kind: 'paper', id: 'p1' }])).toEqual(['2']);
});

test('the clock follows the texts of a note and those they replaced, but nothing that is far ahead', async () => {
  const store = await fresh();
  const clock = async (): Promise<number> => (await readSelf(await store.db()))?.clock.ms ?? 0;
  let n = 0;
  const near = (ahead: number) => () => stamp(n++, ahead) as never; // of that form
  const note = writeNote(writeNote(newNoteState('p1'), 'first', near(60_000)), 'second', near(120_000));
  await store.commit('t', { merge: [{ kind: 'note', id: 'p1', state: note }], hold: [] });
  expect(await clock()).toBe(now() + 120_000);
  const emptied = writeNote(note, '', near(180_000));
  await store.commit('t', { merge: [{ kind: 'note', id: 'p1', state: emptied }], hold: [] });
  expect(await clock()).toBe(now() + 180_000);
  const far = {
    v: 1,
    f: { status: ['read', stamp(1, 400 * 86_400_000)], rating: [3, stamp(2, 200_000)] },
    t: {},
    c: {},
  };
  await store.commit('t', { merge: [came('p2', { state: far })], hold: [] });
  expect(await clock()).toBe(now() + 200_000);
  // A text written here after that is later than those that were seen.
  let mine: NoteState | undefined;
  await store.edit({ kind: 'note', id: 'p1' }, (old, next) => {
    mine = writeNote(old as unknown as NoteState, 'mine', next); // of kind note
    return { ...mine };
  });
  expect(stampMs(mine?.sib[0]?.[1] ?? ('' as never))).toBe(now() + 200_000);
});

test('names that only an encrypted place knows are found, whoever brought them, and stay', async () => {
  const store = await fresh();
  const sealed = [
    { kind: SEALED, id: 'w1' },
    { kind: SEALED, id: 'w2' },
    { kind: 'paper', id: 'p1' },
    { kind: SEALED, id: 'no' },
  ];
  await store.commit('t', { merge: [came('p1', { wire: 'w1' })], hold: [] });
  await set({ store }, 'p2', 'read');
  await store.settle('t', { acked: [{ kind: 'paper', id: 'p2', seq: 2, token: '1-p2', wire: 'w2' }], waiting: [] });
  expect(await store.tokens('t', sealed)).toEqual(['1-p1', '1-p2', '1-p1', undefined]);
  await store.settle('t', { acked: [], waiting: [{ kind: 'paper', id: 'p2', why: 'server-error' }] });
  await store.commit('t', { merge: [came('p1', { token: '2-p1' })], hold: [] });
  expect(await store.tokens('t', sealed)).toEqual(['2-p1', '1-p2', '2-p1', undefined]);
  expect(await store.tokens('u', sealed)).toEqual([undefined, undefined, undefined, undefined]);
  await store.commit('t', { merge: [], hold: [came('p3', { wire: 'w3' })] });
  expect(await store.held('t', 5)).toMatchObject([{ id: 'p3', wire: 'w3', token: '1-p3' }]);
});

test('what an encrypted target has lost of its records is found by its own names, and waits to be sent', async () => {
  const store = await fresh();
  await store.commit('t', { merge: [came('p1', { wire: 'w1' }), came('p2', { wire: 'w2' })], hold: [] });
  const gone = ['w1', 'nobody'].map((id) => ({ kind: SEALED, id, wire: id, state: undefined, token: ' !3-x' }));
  expect(await store.commit('t', { merge: gone, hold: [] })).toMatchObject({ changed: 0, refused: 0 });
  expect(await store.waiting('t', 5)).toEqual([{ kind: 'paper', id: 'p1', why: 'behind' }]);
  expect(await store.outgoing('t', [{ kind: 'paper', id: 'p1' }])).toMatchObject([{ id: 'p1', token: ' !3-x' }]);
});

test('what waits is named in the order of names, page by page, and a new visit forgets it but not what is held', async () => {
  const store = await fresh();
  await fill({ store }, 5);
  const waiting = [4, 0, 2].map((n) => ({
    kind: 'paper',
    id: `p${n}`,
    why: n === 2 ? ('behind' as const) : ('forbidden' as const),
  }));
  await store.settle('t', { acked: [], waiting });
  await store.commit('t', { merge: [], hold: [came('p1')] });
  await store.decide('t', 'keep-mine');
  expect(names(await store.waiting('t', 2))).toEqual(['p0', 'p2']);
  expect(names(await store.waiting('t', 2, { kind: 'paper', id: 'p2' }))).toEqual(['p4']);
  expect(names((await store.due('t', 'states', 0, 10)).records)).toEqual(['p1', 'p3']);
  await store.begin('t', 'other');
  expect(await store.waiting('t', 5)).toEqual([]);
  expect([names(await store.held('t', 5)), (await store.memory('t'))?.decision]).toEqual([['p1'], 'keep-mine']);
  expect(names((await store.due('t', 'states', 0, 10)).records)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
});

test('records that are no states are refused, and do no harm', async () => {
  const store = await fresh();
  const deep = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) as unknown;
  const merge = [
    came('p1', { state: 'text' }),
    came('p2', { state: deep }),
    came(''),
    came('p3', { state: [1] }),
    came('p4'),
  ];
  expect(await store.commit('t', { merge, hold: [] })).toEqual({ changed: 1, refused: 4 });
  await consistent(await store.db());
});

test('many records that came are passed over in few steps, and what is new here is found behind them', async () => {
  const store = await fresh();
  await set({ store }, 'mine', 'read');
  for (let i = 0; i < 3; i++) {
    const merge = Array.from({ length: 500 }, (_, n) => came(`p${i * 500 + n}`));
    expect(await store.commit('t', { merge, hold: [] })).toEqual({ changed: 500, refused: 0 });
  }
  await set({ store }, 'also mine', 'read');
  const first = await store.due('t', 'states', 0, 1);
  expect([names(first.records), first.more]).toEqual([['mine'], true]);
  expect(await store.due('t', 'states', first.upTo, 1)).toMatchObject({ records: [{ id: 'also mine' }], more: false });
  const self = await readSelf(await store.db());
  expect([self?.papers, self?.states, self?.seq]).toEqual([1502, 1502, 1502]);
  await consistent(await store.db());
  // Where nothing of its own was due there, a place that fills a library leaves nothing to look through.
  const empty = dexieCopy('e', { now });
  await empty.begin('t', 'epoch');
  await empty.commit('t', { merge: [came('p1'), came('p2')], hold: [] });
  expect((await empty.memory('t'))?.pushed).toEqual({ states: 2, records: 2 });
});

test('a value that was overwritten is in the history, and an edit that comes while a record is sent makes it due again', async () => {
  const store = await fresh();
  await set({ store }, 'p1', 'mine');
  const theirs = { v: 1, f: { status: ['theirs', stamp(1, 1000)] }, t: {}, c: {} };
  await store.commit('t', { merge: [came('p1', { state: theirs })], hold: [] });
  expect((await store.contents()).history).toMatchObject([
    { kind: 'paper', id: 'p1', field: 'f.status', value: 'mine' },
  ]);
  const at = later();
  await set({ store }, 'p1', 'again');
  const { records } = await store.due('t', 'states', 0, 5);
  await set({ store }, 'p1', 'meanwhile');
  const acked = records.map(({ kind, id, seq }) => ({ kind, id, seq }));
  await store.settle('t', { acked, waiting: [], upTo: { lane: 'states', seq: 99 } });
  await store.settle('t', { acked, waiting: [] });
  expect(await store.waiting('t', 5)).toMatchObject([{ id: 'p1', why: 'behind' }]);
  expect(at).toBeLessThan(now());
});

test('nothing is written into a newer library, nor to a disk that is nearly full', async () => {
  const place = memory();
  const db = await openMemory(place);
  await db.device.put({ key: 'schema', value: 99 });
  db.close();
  const newer = dexieCopy('a', { now, store: place });
  await expect(newer.self()).rejects.toMatchObject({ fault: 'newer' });
  await expect(newer.begin('t', 'e')).rejects.toMatchObject({ fault: 'newer' });
  const store = await fresh();
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 2 ** 24, usage: 10 }) } });
  await expect(store.commit('t', { merge: [came('p1')], hold: [] })).rejects.toMatchObject({ fault: 'quota' });
  expect(await store.states([{ kind: 'paper', id: 'p1' }])).toEqual([undefined]);
});
