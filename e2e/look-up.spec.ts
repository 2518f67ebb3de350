/** What pages ask about their papers, answered by the real workers. */
import type { In, Out } from '../src/messaging/calls.ts';
import { addDigest, callFrom, openDesk, savePapers } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, inventedRecords, test } from './harness/extension.ts';
import { countRows, storedTables } from './harness/papers-store.ts';
import { until } from './harness/worker.ts';

type Queries = In<'papers.lookup'>['queries'];
// Our own records hold canonical arXiv ids.
const byId = (records: readonly { id: string; title: string }[]): Queries =>
  records.map((r) => ({ ids: [`arxiv:${r.id}`], title: r.title })) as unknown as Queries;

eachFlow('a look-up tells known, saved and unknown apart, and the first rows whole', async ({ ext, step }) => {
  const page = await openDesk(ext.context, ext.id);
  const told = inventedRecords(60, 11);
  const unknown = inventedRecords(20, 12);
  await addDigest(page, told, 'sixty');
  await step('save', () => savePapers(page, [...told.slice(0, 2), ...unknown.slice(0, 1)]));
  const queries = [...byId(told), ...byId(unknown)];
  const look = (): Promise<Out<'papers.lookup'>> => callFrom(page, 'papers.lookup', { queries, full: 50 });
  const { rows, marks } = await step('look up', look);
  expect(marks).toBe(`ss${'k'.repeat(58)}s${'-'.repeat(19)}`);
  expect(rows).toHaveLength(50);
  expect(rows.every((row) => row.known && row.match === 'id')).toBe(true);
  expect(rows[0]?.saved?.status).toBe('to-read');
  expect(rows[2]).toMatchObject({ title: told[2]?.title, digests: [{ name: 'sixty' }] });
  const rest = await step('rows', () => callFrom(page, 'papers.rows', { queries: byId(unknown.slice(0, 2)) }));
  // Saved, though no digest told of it: the library speaks. The other is unknown.
  expect(rest.rows.map((row) => [row.known, row.digests.length])).toEqual([
    [true, 0],
    [false, 0],
  ]);
  const titles = told.slice(50, 52).map(({ title }) => ({ ids: [], title: title.toUpperCase() }));
  const byTitle = await step('rows by title', () => callFrom(page, 'papers.rows', { queries: titles }));
  expect(byTitle.rows.map((row) => row.match)).toEqual(['title', 'title']);
  expect(ext.web.unexpected()).toEqual([]);
});

eachFlow('search finds what is told and saved, also when the engine was not running', async ({ ext, step }) => {
  const page = await openDesk(ext.context, ext.id);
  const [first, ...rest] = inventedRecords(30, 13);
  if (!first) throw new Error('no records');
  await addDigest(page, rest, 'thirty');
  await step('save one that no digest told of', () => savePapers(page, [first]));
  for (const record of [first, rest[7]]) {
    const text = record?.title ?? '';
    const { hits } = await step('find', () => callFrom(page, 'search.find', { text, limit: 5 }));
    expect(hits[0]?.data.title).toBe(text);
    expect(hits[0]?.marks.length).toBeGreaterThan(0);
    expect(hits[0]?.data.saved !== undefined).toBe(record === first);
  }
});

eachFlow('hints name the closest saved paper and the words that both have', async ({ ext, step }) => {
  const page = await openDesk(ext.context, ext.id);
  const [one, two, ...others] = inventedRecords(60, 14);
  if (!one || !two) throw new Error('no records');
  await step('save', () => savePapers(page, [one, ...others]));
  const twin = { ids: byId([two])[0]?.ids ?? [], title: `${one.title}, revisited`, abstract: one.abstract ?? '' };
  const self = { ids: byId([one])[0]?.ids ?? [], title: one.title, abstract: one.abstract ?? '' };
  const { hints } = await step('hints', () => callFrom(page, 'papers.hints', { texts: [twin, self], limit: 3 }));
  expect(hints[0]?.[0]).toMatchObject({ title: one.title, status: 'to-read' });
  expect(hints[0]?.[0]?.shared.length).toBeGreaterThanOrEqual(3);
  expect(hints[1]?.map((hint) => hint.title)).not.toContain(one.title);
  const later = { ...two, title: `${one.title}, once more` };
  await step('save another', () => savePapers(page, [{ ...later, abstract: one.abstract }]));
  const { hints: after } = await step('hints again', () => callFrom(page, 'papers.hints', { texts: [self], limit: 3 }));
  expect(after[0]?.map((hint) => hint.title)).toContain(later.title);
});

test('an opened listing is kept once, without the time of the visit, and a changed one replaces it', async ({
  ext,
}) => {
  const page = await openDesk(ext.context, ext.id);
  const url = 'https://arxiv.org/list/cs.LG/new';
  const kept = async () =>
    (await storedTables(page)).digests.filter((row) => row.kind === 'listing' && row.state === 'ready');
  await ext.open(url);
  await until(
    async () => (await countRows(page, 'digests').catch(() => 0)) > 0 && (await kept()).length === 1,
    'the listing to be kept',
  );
  const [first] = await kept();
  expect(first).not.toHaveProperty('added');
  await (await ext.open(url)).waitForTimeout(1_500); // long enough for a second harvest, were there one
  expect((await kept()).map((row) => row.id)).toEqual([first?.id]);
  expect(await countRows(page, 'jobs')).toBe(0);
  ext.web.papers = ext.web.papers.slice(0, 5);
  await ext.open(url);
  await until(async () => (await kept()).every((row) => row.id !== first?.id), 'the changed listing to replace it');
  await until(async () => (await countRows(page, 'digests')) === 1, 'the old one to be gone');
  expect(await countRows(page, 'entries')).toBe((await kept())[0]?.entries);
});

test('no listing is kept where the switch is off', async ({ ext }) => {
  const page = await openDesk(ext.context, ext.id);
  await callFrom(page, 'settings.set', {
    settings: { sitesOff: [], keepListings: false, notes: { kindsOff: [], links: true, hints: true, density: 'cosy' } },
  });
  const listing = await ext.open('https://arxiv.org/list/cs.LG/new');
  await expect(listing.locator('scholion-note').first()).toBeAttached();
  await listing.waitForTimeout(1_000);
  expect(await countRows(page, 'digests')).toBe(0);
});
