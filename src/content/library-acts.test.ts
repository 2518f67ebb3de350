// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Status } from '../core/library/status.ts';
import type { CallName, In } from '../messaging/calls.ts';
import { mention, noteData } from './interface.testing.ts';
import { type Call, createLibraryActs } from './library-acts.ts';
import { newView, type PaperView } from './paper-view.ts';
import { saveInputOf } from './save-input.ts';

/** A library that answers when told to, and counts how many writes are on their way at once. */
function library() {
  const waiting: (() => void)[] = [];
  const written: (Status | 'undo')[] = [];
  let inFlight = 0;
  let most = 0;
  let failure: 'read-only' | undefined;
  const call = ((name: CallName, body: never) =>
    new Promise((done) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      waiting.push(() => {
        inFlight -= 1;
        if (failure !== undefined) return done({ ok: false, error: failure });
        if (name === 'library.undo') {
          written.push('undo');
          return done({ ok: true, value: { undone: 1 } });
        }
        const status = (body as In<'library.save'>).status ?? 'to-read'; // the only other call made here
        written.push(status);
        return done({ ok: true, value: { saved: [{ key: 'k', status }], created: 1 } });
      });
    })) as Call;
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { call, answer, written, most: () => most, fail: () => (failure = 'read-only'), waiting };
}

function start() {
  const lib = library();
  const view: PaperView = { ...newView('k', mention('arxiv:2405.19909')), mark: 'k', data: noteData() };
  const shown = vi.fn();
  let n = 0;
  const acts = createLibraryActs(lib.call, () => `request-${n++}`, saveInputOf, shown);
  return { ...lib, view, acts, shown };
}

describe('saving', () => {
  test('the mark changes only once the write is durable; until then it says that it waits', async () => {
    const { acts, view, answer } = start();
    const saving = acts.save(view, undefined);
    expect([view.busy, view.data?.saved]).toEqual([true, undefined]);
    await answer();
    expect(await saving).toEqual({ kind: 'saved', status: 'to-read' });
    expect([view.busy, view.data?.saved?.status]).toEqual([false, 'to-read']);
  });
  test('a paper that could not be read for saving can be pressed again', async () => {
    const lib = library();
    const view: PaperView = newView('k', mention('arxiv:2405.19909'));
    let broken = true;
    const input = (of: PaperView) => {
      if (broken) throw new TypeError('a page as nobody expected it');
      return saveInputOf(of);
    };
    const acts = createLibraryActs(
      lib.call,
      () => 'request',
      input,
      () => undefined,
    );
    await expect(acts.save(view, undefined)).rejects.toThrow('nobody expected');
    expect(view.busy).toBe(false);
    broken = false;
    const saving = acts.save(view, undefined);
    await lib.answer();
    expect(await saving).toEqual({ kind: 'saved', status: 'to-read' });
  });
  test('a refused write leaves the mark as it was and gives its reason', async () => {
    const { acts, view, answer, fail } = start();
    fail();
    const saving = acts.save(view, 'read');
    await answer();
    expect(await saving).toEqual({ kind: 'failed', error: 'read-only' });
    expect([view.busy, view.data?.saved]).toEqual([false, undefined]);
  });
  test('F18: a thousand presses: one write at a time, and the last wish is what is written last', async () => {
    const { acts, view, answer, written, most, waiting } = start();
    const all: readonly Status[] = ['to-read', 'reading', 'read', 'aside'];
    for (let i = 0; i < 1_000; i += 1) void acts.save(view, all[i % 4]);
    while (waiting.length > 0) await answer();
    expect(most()).toBe(1);
    expect(written).toEqual(['to-read', 'aside']);
    expect(view.data?.saved?.status).toBe('aside');
  });
});

describe('undo', () => {
  test('F18: two undos while a save is on its way: one write at a time, and a save pressed after them stands', async () => {
    const { acts, view, answer, most, written, waiting } = start();
    void acts.save(view, 'reading');
    await answer();
    void acts.save(view, 'read');
    const [first, second] = [acts.undo(), acts.undo()];
    await answer(); // the save
    expect(waiting.length).toBe(1);
    void acts.save(view, 'aside');
    while (waiting.length > 0) await answer();
    expect(most()).toBe(1);
    expect((await Promise.all([first, second])).map(({ kind }) => kind)).toContain('nothing');
    expect(written).toEqual(['reading', 'read', 'undo', 'aside']);
    expect(view.data?.saved?.status).toBe('aside');
  });
  test('takes back the latest act, then the one before', async () => {
    const { acts, view, answer } = start();
    for (const status of ['to-read', 'read'] as const) {
      void acts.save(view, status);
      await answer();
    }
    void acts.undo();
    await answer();
    expect(view.data?.saved?.status).toBe('to-read');
    void acts.undo();
    await answer();
    expect(view.data?.saved).toBeUndefined();
    expect(await acts.undo()).toEqual({ kind: 'nothing' });
  });
  test('F18: pressed while a save is on its way it takes back that save, not an act before it', async () => {
    const { acts, view, answer, written } = start();
    const other: PaperView = { ...newView('o', mention('arxiv:2402.12527')), mark: 'k', data: noteData() };
    void acts.save(other, 'read');
    await answer();
    void acts.save(view, 'reading');
    const undoing = acts.undo();
    await answer();
    await answer();
    expect(await undoing).toEqual({ kind: 'undone', view });
    expect(written).toEqual(['read', 'reading', 'undo']);
    expect([view.data?.saved, other.data?.saved?.status]).toEqual([undefined, 'read']);
  });
  test('F18: a save pressed after such an undo has the last word', async () => {
    const { acts, view, answer, waiting } = start();
    void acts.save(view, 'reading');
    const undoing = acts.undo();
    void acts.save(view, 'read');
    while (waiting.length > 0) await answer();
    expect((await undoing).kind).toBe('nothing');
    expect(view.data?.saved?.status).toBe('read');
  });
  test('F18: a save pressed while an undo is on its way is written after it', async () => {
    const { acts, view, answer, written, waiting } = start();
    void acts.save(view, 'reading');
    await answer();
    const undoing = acts.undo();
    expect(await acts.save(view, 'read')).toEqual({ kind: 'later' });
    while (waiting.length > 0) await answer();
    expect(await undoing).toEqual({ kind: 'saved', status: 'read' });
    expect(written).toEqual(['reading', 'undo', 'read']);
  });
  test('F17: pressed twice it takes back one act once', async () => {
    const { acts, view, answer, written } = start();
    void acts.save(view, 'read');
    await answer();
    const first = acts.undo();
    const second = acts.undo();
    await answer();
    expect((await first).kind).toBe('undone');
    expect((await second).kind).toBe('nothing');
    expect(written).toEqual(['read', 'undo']);
  });
  test('an undo that fails can be tried again', async () => {
    const { acts, view, answer, fail } = start();
    void acts.save(view, 'read');
    await answer();
    fail();
    const undoing = acts.undo();
    await answer();
    expect((await undoing).kind).toBe('failed');
    const again = acts.undo();
    await answer();
    expect((await again).kind).toBe('failed');
  });
});

describe('what a save carries', () => {
  test('no guess is saved: not an inferred day, nothing of a paper that is only probably this one', () => {
    const view = newView('k', mention('arxiv:2405.19909', { title: 'Short', authors: ['A'] }));
    const guessed = noteData({ date: '2024-05-30' as never, dateInferred: true }); // a calendar day by its form
    expect(saveInputOf({ ...view, data: guessed }).date).toBeUndefined();
    const other = noteData({ match: 'probably', authors: ['B'], date: '2024-05-30' as never, venue: 'V' });
    const saved = saveInputOf({ ...view, data: other });
    expect(saved).toMatchObject({ ids: ['arxiv:2405.19909'], title: 'Short', authors: ['A'] });
    expect([saved.date, saved.venue]).toEqual([undefined, undefined]);
  });
  test('ids of page and digest together, what was told first, the abstract of the page', () => {
    const view = newView('k', mention('arxiv:2405.19909', { abstract: 'Text', title: 'Short', authors: ['A'] }));
    const data = noteData({ ids: ['doi:10.1/x', 'arxiv:2405.19909'] as never, authors: ['A', 'B'] }); // canonical ids
    expect(saveInputOf({ ...view, data })).toMatchObject({
      ids: ['arxiv:2405.19909', 'doi:10.1/x'],
      title: 'Adaptive Advantage-Guided Policy Regularization',
      authors: ['A', 'B'],
      abstract: 'Text',
    });
  });
  test('a paper that is only probably this one gives neither title nor ids', () => {
    const view = newView('k', mention('arxiv:2405.19909', { title: 'Mine' }));
    const data = noteData({ match: 'probably', ids: ['arxiv:2402.12527'] as never }); // a canonical id
    expect(saveInputOf({ ...view, data })).toMatchObject({ ids: ['arxiv:2405.19909'], title: 'Mine' });
  });
  test('texts are cut to the limits of the protocol, so that a save is never refused for its length', () => {
    const input = saveInputOf(
      newView(
        'k',
        mention('arxiv:2405.19909', {
          title: 'x'.repeat(9_000),
          abstract: 'y'.repeat(90_000),
          authors: Array(9_000).fill('z'.repeat(900)),
        }),
      ),
    );
    expect([input.title.length, input.abstract?.length, input.authors?.length, input.authors?.[0]?.length]).toEqual([
      2_000, 20_000, 5_000, 300,
    ]);
  });
});
