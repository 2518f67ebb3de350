/** FAULTS B12, B13, B15: imports again, cancelled, and while another tab edits the same papers; in the real engine. */
import type { Page } from '@playwright/test';
import type { In } from '../src/messaging/calls.ts';
import { expect, test } from './harness/extension.ts';
import { ask, done, health, newRequest, openLibraryDesk, rowsOf } from './harness/library.ts';
import { endOfJob, isOpenJob, jobBeyond, libraryJobs, seenRows } from './harness/library-jobs.ts';
import { stageText } from './harness/papers-store.ts';
import { cslFile, cslKey } from './harness/stage.ts';

/** Every 5 % in the long runs. */
const CANCELS = process.env['KILLS'] ? Array.from({ length: 21 }, (_, i) => i * 5) : [0, 5, 50, 95, 100];

type Options = Partial<In<'library.import'>['options']>;

/** Begins an import. @returns its job and its request */
async function begin(
  desk: Page,
  text: string,
  options: Options = {},
): Promise<{ readonly job: number; readonly request: string }> {
  const request = newRequest();
  const staged = `import-${request}`;
  await stageText(desk, staged, text);
  const all = { tags: [], marks: true, ...options };
  return { request, ...(await done(desk, 'library.import', { request, staged, name: 'works.json', options: all })) };
}

const counts = async (desk: Page, job: number) => (await endOfJob(desk, job)).result;

test('B12: the same file twice, and the files of two devices that overlap: the union, every paper once', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  const first = cslFile(1, 300);
  expect(await counts(desk, (await begin(desk, first)).job)).toMatchObject({ imported: 300, merged: 0, skipped: 0 });
  const once = await seenRows(desk);
  expect(await counts(desk, (await begin(desk, first)).job)).toMatchObject({ imported: 0, merged: 300, skipped: 0 });
  expect(await seenRows(desk)).toEqual(once);
  const other = cslFile(201, 500);
  // Both at the same time: one waits for the other, neither adds what the other brings.
  const both = [await begin(desk, other), await begin(desk, first)];
  const [a, b] = [await counts(desk, both[0]?.job ?? 0), await counts(desk, both[1]?.job ?? 0)];
  expect(a).toMatchObject({ imported: 200, merged: 100, skipped: 0 });
  expect(b).toMatchObject({ imported: 0, merged: 300, skipped: 0 });
  expect(await rowsOf(desk, 'papers')).toHaveLength(500);
  expect(await health(desk)).toMatchObject({ state: 'good', count: 500 });
});

test(`B13: an import cancelled at ${CANCELS.join(', ')} %: what came is counted right, and undo takes exactly that away`, async ({
  ext,
}) => {
  test.setTimeout(60_000 + CANCELS.length * 30_000);
  const COUNT = 1_500;
  const desk = await openLibraryDesk(ext);
  await counts(desk, (await begin(desk, cslFile(1, 100), { tags: ['mine'] })).job);
  const before = await seenRows(desk);
  let stopped = 0;
  for (const percent of CANCELS) {
    const { job, request } = await begin(desk, cslFile(1, COUNT), { tags: ['new'], status: 'reading' });
    await jobBeyond(desk, job, Math.ceil((percent * COUNT) / 100) - 1);
    const cancel = await ask(desk, 'library.cancelJob', { job });
    const row = await endOfJob(desk, job);
    const { imported = 0, merged = 0, skipped = 0 } = row.result ?? {};
    if (cancel?.ok && row.state === 'cancelled') stopped += 1;
    else expect(row).toMatchObject({ state: 'done', result: { imported: COUNT - 100, merged: 100 } });
    expect(skipped).toBe(0);
    expect(imported + merged).toBe(row.done);
    expect(await rowsOf(desk, 'papers')).toHaveLength(100 + imported);
    const undo = await done(desk, 'library.undo', { request: newRequest(), undo: request });
    if (undo.job !== undefined) await endOfJob(desk, undo.job);
    expect(await seenRows(desk)).toEqual(before);
  }
  expect(stopped).toBeGreaterThan(1);
  expect((await libraryJobs(desk)).filter(isOpenJob)).toEqual([]);
});

test('B15: an import fills in papers while another tab edits the same ones: nobody loses anything', async ({ ext }) => {
  const COUNT = 1_200;
  const desk = await openLibraryDesk(ext);
  const tab = await ext.open('library');
  await counts(desk, (await begin(desk, cslFile(1, COUNT))).job);
  const { job } = await begin(desk, cslFile(1, COUNT, { abstract: 'A text that the first file did not have.' }), {
    tags: ['imported'],
    marks: true,
  });
  await jobBeyond(desk, job, 0);
  const edited = Array.from({ length: 40 }, (_, i) => 1 + i * 30);
  for (const n of edited) {
    await done(tab, 'library.edit', {
      request: newRequest(),
      keys: [cslKey(n)],
      edits: [
        { do: 'status', status: 'read' },
        { do: 'tag', tag: 'edited', on: true },
        { do: 'rating', rating: 4 },
      ],
    });
    if (n % 4 === 1) await done(tab, 'library.note', { request: newRequest(), key: cslKey(n), text: `Note ${n}.` });
  }
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { imported: 0, merged: COUNT } });
  const rows = new Map((await rowsOf(desk, 'papers')).map((row) => [row['key'], row]));
  expect(rows.size).toBe(COUNT);
  for (let n = 1; n <= COUNT; n += 1) {
    const row = rows.get(cslKey(n));
    const own = edited.includes(n);
    const tags = (row?.['tags'] ?? []) as readonly string[]; // a saved row
    expect([...tags].sort(), String(n)).toEqual(own ? ['edited', 'imported'] : ['imported']);
    if (own) expect(row).toMatchObject({ status: 'read', rating: 4 });
    if (own && n % 4 === 1) expect(row).toMatchObject({ hasNote: true });
  }
});
