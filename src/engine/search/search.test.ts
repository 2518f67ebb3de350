/** Search over what is known and saved, from the words a person types to the hits they see. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay } from '../../core/calendar-day.ts';
import { parseId } from '../../core/identity/ids.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import { save } from '../../storage/library/commands/save.ts';
import { LibraryFault } from '../../storage/library/fault.ts';
import type { Engine } from '../context.ts';
import { engineOn, freshGround } from '../engine.testing.ts';
import { makeHints } from '../hints/hints.ts';
import { makeQueue } from '../jobs/queue.ts';
import { requestForget, requestIngest } from '../requests.ts';
import { savedCopy } from '../saved-copy.ts';
import { makeSearch, type Search } from './search.ts';
import { readWanted, titleMarks } from './wanted.ts';

const papers = [
  {
    title: 'Offline reinforcement learning from scraps',
    ids: ['arXiv:2511.00001'],
    authors: ['Ada Byron'],
    date: '2025-11-01',
  },
  { title: 'Learning to reinforce offline bridges', ids: ['arXiv:2511.00002'], authors: ['Emmy Noether'] },
  { title: 'Naïve Erdős graphs', ids: ['arXiv:2511.00003'], authors: ['Sofia Kovalevskaya'] },
  { title: 'Diffusion on graphs', ids: ['arXiv:2511.00004'], authors: ['Graham Offline'] },
];

interface Desk {
  readonly engine: Engine;
  readonly search: Search;
  add(name: string, records: readonly object[]): Promise<void>;
  save(...inputs: SaveInput[]): Promise<void>;
  titles(text: string): Promise<readonly string[]>;
}

async function desk(): Promise<Desk> {
  const engine = await engineOn(freshGround());
  const search = makeSearch(engine);
  let n = 0;
  return {
    engine,
    search,
    async add(name, records) {
      const text = records.map((r) => JSON.stringify(r)).join('\n');
      await requestIngest(engine, { request: `request-add-${name}`, name, kind: 'added', format: 'jsonl', text });
      await finish(engine);
    },
    save: (...inputs) =>
      engine.library(async (db) => {
        n += 1;
        const now = 1_000 * n;
        await save(db, { request: `request-save-number-${n}`, papers: inputs }, { now, day: localDay(new Date(now)) });
      }),
    titles: async (text) => (await search.find(text, 20)).hits.map(({ data }) => data.title),
  };
}
async function finish(engine: Engine): Promise<void> {
  const queue = makeQueue(engine, () => undefined);
  queue.wake();
  await queue.idle();
}
const id = (text: string) => [parseId(text)].flatMap((found) => found ?? []);

describe('search', () => {
  test('every word must begin a word of title, authors or tags; the best match comes first', async () => {
    const { add, titles } = await desk();
    await add('one', papers);
    expect(await titles('reinf offl')).toEqual([papers[0]?.title, papers[1]?.title]);
    expect(await titles('offline')).toHaveLength(3);
    expect((await titles('offline')).at(-1)).toBe('Diffusion on graphs');
    expect(await titles('byron offline')).toEqual([papers[0]?.title]);
    expect(await titles('naive erdos')).toEqual(['Naïve Erdős graphs']);
    expect(await titles('inforcement')).toEqual([]);
    expect(await titles('')).toEqual([]);
  });

  test('the words in a row stand before the same words apart', async () => {
    const { add, titles } = await desk();
    await add('one', [
      { title: 'Maps of slow reading and of reading' },
      { title: 'On reading maps for whom and why not' },
    ]);
    expect((await titles('reading maps'))[0]).toBe('On reading maps for whom and why not');
  });

  test('tag: finds whole tags by their beginning', async () => {
    const { add, titles } = await desk();
    await add('one', papers); // the test's tagger makes a tag of the first two words
    expect(await titles('tag:"offline rein"')).toEqual([papers[0]?.title]);
    expect(await titles('tag:diff graphs')).toEqual(['Diffusion on graphs']);
    expect(await titles('tag:graphs')).toEqual([]);
  });

  test('follows what is added and forgotten', async () => {
    const { engine, add, titles } = await desk();
    await add('one', papers.slice(0, 2));
    expect(await titles('graphs')).toEqual([]);
    await add('two', papers.slice(2));
    expect(await titles('graphs')).toHaveLength(2);
    const two = (await engine.db.digests.toArray()).find(({ name }) => name === 'two');
    await requestForget(engine, { request: 'request-to-forget', digests: [two?.id ?? -1] });
    await finish(engine);
    expect(await titles('graphs')).toEqual([]);
    expect(await titles('offline')).toHaveLength(2);
    await requestForget(engine, { request: 'request-forget-all', digests: 'all' });
    await finish(engine);
    expect(await titles('offline')).toEqual([]);
  });

  test('saved papers are found too, once, marked, and before others', async () => {
    const { add, save: keep, search, titles } = await desk();
    await add('one', papers);
    await keep(
      { ids: id('arXiv:2511.00004'), title: 'Diffusion on graphs' },
      { ids: [], title: 'Graphs that nobody told of' },
    );
    const { hits, total } = await search.find('graphs', 20);
    expect(hits.map(({ data }) => data.title).sort()).toEqual([
      'Diffusion on graphs',
      'Graphs that nobody told of',
      'Naïve Erdős graphs',
    ]);
    expect(total).toBe(3);
    expect(hits.slice(0, 2).every(({ data }) => data.saved !== undefined)).toBe(true);
    await keep({ ids: [], title: 'Further graphs, saved later' });
    expect(await titles('graphs')).toHaveLength(4);
  });
});

test('a library that cannot be read leaves the search over what digests told', async () => {
  const ground = freshGround();
  const engine = await engineOn(ground);
  const unreadable = { ...engine, saved: savedCopy(() => Promise.reject(new LibraryFault('unreadable', 'gone'))) };
  const text = papers.map((record) => JSON.stringify(record)).join('\n');
  await requestIngest(unreadable, { request: 'request-add-one', name: 'one', kind: 'added', format: 'jsonl', text });
  await finish(unreadable);
  expect((await makeSearch(unreadable).find('graphs', 5)).total).toBe(2);
  expect(await makeHints(unreadable).closeTo([{ ids: [], title: 'Diffusion on graphs' }], 3)).toEqual([[]]);
});

describe('what is underlined', () => {
  test('the beginnings of the words that matched', () => {
    const title = 'Naïve Reading of reads';
    const marked = titleMarks(title, ['read', 'nai']).map(([from, to]) => title.slice(from, to));
    expect(marked).toEqual(['Naï', 'Read', 'read']);
  });
  test('never throws and stays inside the title, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, text) => {
        for (const [from, to] of titleMarks(title, readWanted(text).words)) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(title.length);
        }
      }),
    );
  });
});

describe('hints', () => {
  const about = (what: string): string =>
    `We study ${what} with conservative value estimation, behaviour cloning and replay buffers on locomotion benchmarks.`;
  test('close saved papers with the words they share, never the paper itself, and at once after a save', async () => {
    const { engine, add, save: keep } = await desk();
    const hints = makeHints(engine);
    const text = { ids: id('arXiv:2511.00001'), title: papers[0]?.title ?? '', abstract: about('offline learning') };
    expect(await hints.closeTo([text], 3)).toEqual([[]]);
    await keep({ ids: id('arXiv:2511.00001'), title: text.title, abstract: text.abstract });
    await keep({
      ids: id('arXiv:2501.00007'),
      title: 'Conservative values offline',
      abstract: about('offline values'),
    });
    const [found] = await hints.closeTo([text], 3);
    expect(found?.map((hint) => hint.id)).toEqual(id('arXiv:2501.00007'));
    expect(found?.[0]).toMatchObject({ status: 'to-read', title: 'Conservative values offline' });
    expect(found?.[0]?.shared.length).toBeGreaterThanOrEqual(3);
    await add('one', [{ ...papers[0], abstract: text.abstract }]);
    const [bare] = await hints.closeTo([{ ids: text.ids, title: text.title }], 3); // the page shows no abstract
    expect(bare?.map((hint) => hint.id)).toEqual(found?.map((hint) => hint.id));
  });
});
