import { expect, test } from 'vitest';
import type { Out, Reply } from '../../../messaging/calls.ts';
import type { ListQuery, ListRow } from '../../../messaging/library-calls.ts';
import { ListStore, type Question, WINDOW } from './list-store.ts';

type Answer = Out<'library.list'>;
const query = (text: string): ListQuery => ({ text, shelf: 'library', sort: 'added', descending: true });
const row = (n: number): ListRow => ({
  row: { key: `k${n}`, ids: [], title: `Paper ${n}`, status: 'to-read', tags: [], hasCode: false, changed: n },
  marks: [],
});
const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** A library of `total` papers that answers only when told to. */
function engine(total: number) {
  const asked: Question[] = [];
  const open: (() => void)[] = [];
  let fails = false;
  let size = total;
  let seq = 1;
  const ask = (question: Question): Promise<Reply<Answer>> => {
    asked.push(question);
    return new Promise((done) =>
      open.push(() => {
        if (fails) return done({ ok: false, error: 'no-answer' });
        const n = Math.max(0, Math.min(question.count, size - question.from));
        const rows = Array.from({ length: n }, (_, i) => row(question.from + i));
        done({ ok: true, value: { rows, total: size, of: size, seq, ms: 1 } });
      }),
    );
  };
  return {
    ask,
    asked,
    open,
    answer: async () => {
      for (const one of open.splice(0)) one();
      await turn();
    },
    settle: async () => {
      for (let i = 0; i < 12 && open.length > 0; i += 1) {
        for (const one of open.splice(0)) one();
        await turn();
      }
    },
    set fails(on: boolean) {
      fails = on;
    },
    set size(n: number) {
      size = n;
      seq += 1;
    },
  };
}

const made = (total: number, text = '') => {
  const web = engine(total);
  let draws = 0;
  const store = new ListStore(
    web.ask,
    () => (draws += 1),
    query(text),
    () => 0,
  );
  store.begin();
  return { web, store, draws: () => draws };
};
const windows = (asked: readonly Question[]) => asked.filter((q) => !q.facets).map((q) => q.from / WINDOW);

test('what is looked at comes first, then the counts, then what is near', async () => {
  const { web, store } = made(10_000);
  expect(web.asked).toMatchObject([{ from: 0, count: WINDOW, facets: false }]);
  await web.settle();
  expect(web.asked.map((q) => (q.facets ? 'facets' : q.from / WINDOW))).toEqual([0, 'facets', 1]);
  expect(store.state).toMatchObject({ phase: 'ready', total: 10_000, busy: false });
  store.show(7_000, 7_030);
  await web.settle();
  expect(windows(web.asked)).toEqual([0, 1, 35, 36, 34]);
  expect(store.rowAt(7_003)?.row.key).toBe('k7003');
  expect(store.rowAt(2_000)).toBeUndefined();
});

test('a drag over the whole list asks for where it is, not for all that it passed', async () => {
  const { web, store } = made(50_000);
  await web.settle();
  for (let at = 0; at < 50_000; at += 500) store.show(at, at + 30);
  await web.settle();
  expect(web.asked.length).toBeLessThan(12);
  expect(store.rowAt(49_510)?.row.key).toBe('k49510');
});

test('answers to an older query are dropped, and its rows stay until the newest is there', async () => {
  const { web, store } = made(500);
  await web.settle();
  store.setQuery(query('o'));
  store.setQuery(query('of'));
  expect(store.state).toMatchObject({ query: query(''), busy: true });
  expect(store.rowAt(3)?.row.key).toBe('k3');
  web.size = 40;
  await web.answer();
  expect(store.state).toMatchObject({ query: query('of'), total: 40, busy: false });
  expect(store.rowAt(100)).toBeUndefined();
});

test('a change of the library reads again what is looked at, without emptying it meanwhile', async () => {
  const { web, store } = made(1_000);
  await web.settle();
  const before = web.asked.length;
  store.refresh();
  expect(store.rowAt(5)?.row.key).toBe('k5');
  await web.settle();
  expect(windows(web.asked.slice(before))).toEqual([0, 1]);
  expect(web.asked.slice(before).filter((q) => q.facets).length).toBe(1);
});

test('counts that know of a change which the rows do not know make nobody believe that the rows do', async () => {
  const { store, web } = made(3);
  await web.answer(); // the rows; the counts are asked for
  web.size = 4;
  await web.answer();
  expect(store.state).toMatchObject({ total: 4, seq: 1 });
  store.refresh(); // the page sees that the library is further than its rows
  await web.settle();
  expect(store.state).toMatchObject({ total: 4, seq: 2 });
  expect(store.rowAt(3)?.row.key).toBe('k3');
});

test('a failure is told, keeps the rows, is not asked again by itself, and can be tried again', async () => {
  const { web, store } = made(1_000);
  web.fails = true;
  await web.settle();
  const before = web.asked.length;
  expect(store.state).toMatchObject({ phase: 'none', error: 'no-answer', busy: false });
  store.show(0, 30);
  await web.settle();
  expect(web.asked.length).toBe(before);
  web.fails = false;
  store.again();
  await web.settle();
  expect(store.state.phase).toBe('ready');
  expect('error' in store.state).toBe(false);
});

test('first rows are drawn before the engine answers, never after', async () => {
  const { web, store } = made(1_000);
  store.showFirst([row(0), row(1)], 1_000);
  expect(store.state).toMatchObject({ phase: 'first', total: 1_000 });
  expect(store.rowAt(1)?.row.key).toBe('k1');
  await web.settle();
  store.showFirst([row(77)], 1);
  expect(store.rowAt(0)?.row.key).toBe('k0');
  expect(store.state.total).toBe(1_000);
});

test('a library of 50,000 scrolled from end to end keeps few windows', async () => {
  const { web, store } = made(50_000);
  for (let at = 0; at < 50_000; at += WINDOW) {
    store.show(at, at + 30);
    await web.settle();
  }
  const kept = Array.from({ length: 250 }, (_, n) => store.rowAt(n * WINDOW)).filter(Boolean).length;
  expect(kept).toBeLessThanOrEqual(40);
});
