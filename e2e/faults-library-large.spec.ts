/**
 * FAULTS E15: a very large library with very long notes: it is listed, searched, backed up and restored, or a limit is stated. A part of
 * the size here; LARGE=100000 papers with a gigabyte of notes in the soak run.
 */
import { expect, test } from './harness/extension.ts';
import { ask, done, health, keyOf, newRequest, openLibraryDesk, savePapers } from './harness/library.ts';
import { until } from './harness/worker.ts';

const PAPERS = Number(process.env['LARGE'] ?? 4_000);
const LONGEST = 200_000; // characters of a note (core/library/edits.ts)
const NOTES = process.env['LARGE'] ? Math.floor(PAPERS / 20) : 60;
/** A machine that others use too takes longer than the budgets of the benches; this only tells slow from hanging. ms */
const PATIENT = 5_000 + PAPERS / 4;
test.setTimeout(120_000 + PAPERS * 20);

const noteOf = (n: number): string => {
  const [head, tail] = [`Longnote number${n} begins. `, `ends with tail${n}`];
  const middle = 'Nothing much is said here. '.repeat(LONGEST / 20);
  return `${head}${middle.slice(0, LONGEST - head.length - tail.length)}${tail}`;
};

test(`E15: ${PAPERS} papers and ${NOTES} notes of ${LONGEST} characters: listed, found, backed up, restored; longer notes are refused`, async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  for (let n = 1; n <= PAPERS; n += 500) await savePapers(desk, n, Math.min(PAPERS, n + 499));
  for (let n = 1; n <= NOTES; n += 1)
    await done(desk, 'library.note', { request: newRequest(), key: keyOf(n), text: noteOf(n) });
  const tooLong = { request: newRequest(), key: keyOf(1), text: 'x'.repeat(LONGEST + 1) };
  expect(await ask(desk, 'library.note', tooLong)).toMatchObject({ ok: false, error: 'bad-request' });

  const page = await ext.open('library');
  await expect(page.getByText('Subject Number').first()).toBeVisible();
  const find = (text: string) =>
    done(desk, 'library.list', {
      query: { text, shelf: 'library', sort: 'relevance', descending: true },
      from: 0,
      count: 50,
      facets: false,
    });
  await until(async () => (await find(`number${NOTES}`)).indexing !== true, 'the text index', 60_000 + PAPERS * 10);
  const started = Date.now();
  const found = await find(`longnote number${NOTES}`);
  expect(found.rows[0]?.row.key).toBe(keyOf(NOTES));
  expect(Date.now() - started).toBeLessThan(PATIENT);
  expect((await find('')).total).toBe(PAPERS);

  const { name } = await done(desk, 'library.snapshot', { request: newRequest() });
  const now = await health(desk);
  expect(now).toMatchObject({ state: 'good', count: PAPERS });
  const kept = now.snapshots.find((one) => one.name === name);
  expect(kept).toMatchObject({ good: true, count: PAPERS });
  expect(kept?.bytes).toBeGreaterThan(NOTES * LONGEST);

  await ext.relaunch({ store: 'library', how: 'E02 garbage MANIFEST' });
  const again = await openLibraryDesk(ext);
  expect((await health(again)).state).toBe('empty-loss');
  expect(await done(again, 'library.restore', { request: newRequest(), name })).toEqual({ restored: PAPERS });
  expect(await health(again)).toMatchObject({ state: 'good', count: PAPERS });
  const query = { ids: [keyOf(NOTES)], title: '' } as never; // ids are branded; the protocol checks them
  expect((await done(again, 'library.aside', { query })).note).toBe(noteOf(NOTES));
});
