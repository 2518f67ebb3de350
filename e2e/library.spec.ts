/** Saving for good: acknowledged writes survive killed workers and browsers, a retry has one effect, the last click wins. */
import { eachFlow } from './harness/each-flow.ts';
import { expect, test } from './harness/extension.ts';
import {
  ask,
  done,
  health,
  keyOf,
  newRequest,
  openLibraryDesk,
  paper,
  papers,
  rowsOf,
  savedKeys,
  savePapers,
} from './harness/library.ts';

eachFlow('saved papers are there after the browser was closed and opened again', async ({ ext, step }) => {
  const before = await openLibraryDesk(ext);
  await step('save', () => savePapers(before, 1, 5));
  await ext.relaunch(); // the worker goes with it
  const desk = await openLibraryDesk(ext);
  expect(await savedKeys(desk)).toEqual([1, 2, 3, 4, 5].map(keyOf));
  await step('ask', async () => expect(await health(desk)).toMatchObject({ state: 'good', count: 5 }));
});

test('a save that was acknowledged is there after the browser was killed', async ({ ext }) => {
  for (let n = 1; n <= 3; n += 1) {
    const desk = await openLibraryDesk(ext);
    await savePapers(desk, n, n);
    await ext.crash();
    const again = await openLibraryDesk(ext);
    expect(await savedKeys(again)).toEqual([1, 2, 3].slice(0, n).map(keyOf));
    expect(await health(again)).toMatchObject({ state: 'good', count: n });
  }
});

test('F02: the worker is killed after the write, before the reply: the retry has exactly one effect', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await health(desk);
  // The store has committed, but the worker hears of it only three seconds later.
  await ext.worker.handle.evaluate(() => {
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      set(this: IDBTransaction, heard: (event: Event) => void) {
        this.addEventListener('complete', (event) => setTimeout(() => heard.call(this, event), 3_000));
      },
    });
  });
  const body = { request: newRequest(), papers: papers(1, 2), status: 'reading' as const };
  const lost = ask(desk, 'library.save', body);
  await expect.poll(() => savedKeys(desk)).toHaveLength(2);
  const before = await rowsOf(desk, 'states');
  await ext.worker.kill();
  expect(await lost).toBeFalsy();
  expect(await done(desk, 'library.save', body)).toEqual({
    saved: [1, 2].map((n) => ({ key: keyOf(n), status: 'reading' })),
    created: 2,
  });
  await ext.worker.assertRestarted();
  expect(await rowsOf(desk, 'states')).toEqual(before);
  expect(await rowsOf(desk, 'requests')).toHaveLength(1);
  expect(await rowsOf(desk, 'history')).toHaveLength(0);
});

test('the worker killed at any moment of a save: what was acknowledged is there, whole, once', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  for (let n = 0; n < 8; n += 1) {
    const body = { request: newRequest(), papers: papers(n * 100, n * 100 + 99) };
    const first = ask(desk, 'library.save', body).catch(() => undefined);
    await desk.waitForTimeout(n * 12);
    await ext.worker.kill();
    const reply = (await first) ?? (await ask(desk, 'library.save', body));
    expect(reply).toMatchObject({ ok: true, value: { created: 100 } });
    expect(await savedKeys(desk)).toHaveLength((n + 1) * 100);
  }
  expect(await health(desk)).toMatchObject({ state: 'good', count: 800 });
});

test('F18: a thousand rapid clicks on save and undo end as the last click says', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  const click = (clicks: number, input: unknown): Promise<number> =>
    desk.evaluate(
      async ([count, saved]) => {
        const send = (call: string, body: object) =>
          chrome.runtime.sendMessage({ scholion: 1, to: 'background', call, body });
        const replies: Promise<{ ok?: boolean }>[] = [];
        let request = '';
        for (let n = 0; n < count; n += 1) {
          const id = crypto.randomUUID();
          if (n % 2 === 0) request = id;
          replies.push(
            n % 2 === 0
              ? send('library.save', { request: id, papers: [saved] })
              : send('library.undo', { request: id, undo: request }),
          );
        }
        return (await Promise.all(replies)).filter((reply) => reply.ok).length;
      },
      [clicks, input] as const,
    );
  expect(await click(1_000, paper(1))).toBe(1_000);
  expect(await savedKeys(desk)).toEqual([]);
  expect(await click(1, paper(1))).toBe(1);
  expect(await savedKeys(desk)).toEqual([keyOf(1)]);
  expect(await rowsOf(desk, 'states')).toHaveLength(2);
  expect(await health(desk)).toMatchObject({ state: 'good', count: 1 });
});

test('a status is set, taken back, and a plain save never changes it', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 1);
  const request = newRequest();
  await done(desk, 'library.save', { request, papers: papers(1, 1), status: 'read' });
  expect((await savePapers(desk, 1, 1)).saved).toEqual([{ key: keyOf(1), status: 'read' }]);
  expect(await done(desk, 'library.undo', { request: newRequest(), undo: request })).toEqual({ undone: 1 });
  expect(await done(desk, 'library.undo', { request: newRequest(), undo: request })).toEqual({ undone: 0 });
  expect((await savePapers(desk, 1, 1)).saved).toEqual([{ key: keyOf(1), status: 'to-read' }]);
});

test('snapshots are taken by themselves: at the first write and after twenty more, the last three stay', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  const counts = async (): Promise<readonly number[]> => (await health(desk)).snapshots.map((s) => s.count);
  await savePapers(desk, 1, 1);
  await expect.poll(counts).toEqual([1]);
  // One that took long on a busy machine makes the next one wait: each is waited for.
  for (const n of [2, 3, 4]) {
    await savePapers(desk, n * 20, n * 20 + 19);
    await expect.poll(async () => (await counts())[0], { timeout: 60_000 }).toBe(n * 20 - 19);
  }
  expect(await counts()).toEqual([61, 41, 21]);
  expect((await health(desk)).snapshots.every((s) => s.good)).toBe(true);
});
