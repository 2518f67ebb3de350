/** What a page asks about its papers, and what the store answers. */
import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { parseId } from '../../../core/identity/ids.ts';
import type { Query } from '../../../core/note-data.ts';
import type { Engine } from '../../../engine/context.ts';
import { engineOn, freshGround } from '../../../engine/engine.testing.ts';
import { makeQueue } from '../../../engine/jobs/queue.ts';
import { requestForget, requestIngest } from '../../../engine/requests.ts';
import { abstractsFor, lookUp } from './look-up.ts';

const MAPS = 'Reading maps slowly and answering in whole sentences, with care';
const lines = [
  {
    title: MAPS,
    ids: ['arXiv:2511.00001'],
    authors: ['Ada Byron'],
    abstract: 'We read maps.',
    upvotes: 7,
    date: '2025-11-01',
  },
  { title: 'A title that stands twice in here', ids: ['arXiv:2511.00002'], authors: ['Emmy Noether'] },
  { title: 'A title that stands twice in here', ids: ['arXiv:2511.00003'], authors: ['Sofia Kovalevskaya'] },
  { title: 'A digest told of this without an id', authors: ['Ada Byron'] },
  { title: 'Small models', ids: [], authors: ['Ada Byron'], date: '2024-01-31' },
  { title: 'The published form of something', ids: ['doi:10.1234/one'] },
];

async function filled(...digests: readonly (readonly object[])[]): Promise<Engine> {
  const engine = await engineOn(freshGround());
  for (const [n, records] of digests.entries()) {
    const text = records.map((r) => JSON.stringify(r)).join('\n');
    await requestIngest(engine, {
      request: `request-number-${n}`,
      name: `digest ${n}`,
      kind: 'added',
      format: 'jsonl',
      text,
    });
  }
  await finish(engine);
  return engine;
}
async function finish(engine: Engine): Promise<void> {
  const queue = makeQueue(engine, () => undefined);
  queue.wake();
  await queue.idle();
}
const ask = (title: string, ids: readonly string[] = [], more: Partial<Query> = {}): Query => ({
  title,
  ids: ids.flatMap((id) => parseId(id) ?? []),
  ...more,
});
const NUMBER = 'arXiv:2511.09999';

describe('a mention is known', () => {
  const cases: readonly [name: string, query: Query, match: string | undefined][] = [
    ['by its id, whatever its title', ask('Something else', ['arXiv:2511.00001']), 'id'],
    ["by arXiv's own DOI", ask('Something else', ['doi:10.48550/arXiv.2511.00001']), 'id'],
    ['by its exact title where it has no id', ask(MAPS.toUpperCase()), 'title'],
    ['by title where it has another kind of id', ask(MAPS, ['doi:10.9999/maps']), 'title'],
    ['not by title where its id of the same kind is another', ask(MAPS, [NUMBER]), undefined],
    ['by title where the digest gave no id', ask('A digest told of this without an id', [NUMBER]), 'title'],
    ['only probably where two papers have its title', ask('A title that stands twice in here'), 'probably'],
    [
      'by the authors where two papers have its title',
      ask('A title that stands twice in here', [], { authors: ['E. Noether'] }),
      'title',
    ],
    ['by the beginning of a visibly cut title', ask(`${MAPS.slice(0, 52)}…`, [], { authors: ['A. Byron'] }), 'title'],
    ['not by a beginning that is not cut', ask(MAPS.slice(0, 52)), undefined],
    [
      'probably where a letter differs and an author agrees',
      ask(MAPS.replace('with care', 'with cares'), [], { authors: ['Ada Byron'] }),
      'probably',
    ],
    ['not by a title of fewer than twelve letters', ask('Small models', [], { authors: ['Ada Byron'] }), undefined],
    ['not at all', ask('Nobody ever told of this paper here', [NUMBER]), undefined],
    ['not without title and id', ask(''), undefined],
  ];
  test.each(cases)('%s', async (_, query, match) => {
    const { db } = await filled(lines);
    const { rows, known } = await lookUp(db, [query], 1);
    expect(rows[0]?.match).toBe(match);
    expect(known).toEqual([match !== undefined]);
    const apart = await lookUp(db, [query], 0);
    expect(apart.known).toEqual([match !== undefined]);
    expect(apart.rows).toEqual([]);
  });
});

test('the answer holds which digests told, newest first, with their counts', async () => {
  const { db } = await filled(lines, [{ title: MAPS, ids: ['arXiv:2511.00001'], upvotes: 9, comments: 2 }]);
  const { rows } = await lookUp(db, [ask('', ['arXiv:2511.00001'])], 1);
  expect(rows[0]?.digests.map(({ name }) => name)).toEqual(['digest 1', 'digest 0']);
  expect(rows[0]?.row.told.map(({ upvotes }) => upvotes)).toEqual([9, 7]);
});

test('two papers that turned out to be one are found by every id of both', async () => {
  const { db } = await filled(
    [{ title: 'The first form of it', ids: ['arXiv:2511.00005'] }],
    [{ title: 'The published form of something', ids: ['doi:10.1234/one'] }],
    [{ title: 'The published form of something', ids: ['arXiv:2511.00005', 'doi:10.1234/one'] }],
  );
  const { rows } = await lookUp(db, [ask('', ['arXiv:2511.00005']), ask('', ['doi:10.1234/one'])], 2);
  expect(new Set(rows.map((found) => found?.row.pid)).size).toBe(1);
  expect(await db.papers.count()).toBe(1);
  const [led] = await db.merged.toArray();
  expect(led?.into).toBe(rows[0]?.row.pid);
});

test('a forgotten digest is unknown at once, without any rebuild', async () => {
  const engine = await filled(lines);
  expect((await lookUp(engine.db, [ask(MAPS)], 1)).known).toEqual([true]);
  const [digest] = await engine.db.digests.toArray();
  await requestForget(engine, { request: 'request-to-forget', digests: [digest?.id ?? -1] });
  await finish(engine);
  const all = lines.map(({ title, ids = [] }) => ask(title, ids));
  expect((await lookUp(engine.db, all, 0)).known).toEqual(all.map(() => false));
});

test('an abstract is found for a mention whose page shows none', async () => {
  const { db } = await filled(lines);
  expect(await abstractsFor(db, [ask('', ['arXiv:2511.00001']), ask('unknown')])).toEqual(['We read maps.', undefined]);
});

test('2,500 unknown mentions cost one read', async () => {
  const { db } = await filled(lines);
  const queries = Array.from({ length: 2_500 }, (_, i) =>
    ask(`An unknown paper of number ${i}`, [`arXiv:2401.${10_000 + i}`]),
  );
  await lookUp(db, queries.slice(0, 1), 1);
  const reads = (['get', 'getAll', 'getAllKeys', 'openCursor'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name),
  );
  await lookUp(db, queries, 50);
  expect(reads.map((spy) => spy.mock.calls.length)).toEqual([1, 0, 0, 0]);
  vi.restoreAllMocks();
});
