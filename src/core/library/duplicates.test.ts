import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../identity/paper-id.ts';
import { duplicatesIn } from './duplicates.ts';

const row = (
  key: string,
  title: string,
  more: { ids?: string[]; authors?: string[]; year?: number; added?: number } = {},
) => ({
  key,
  title,
  ...more,
  ids: (more.ids ?? []) as PaperId[], // canonical as written
});
const shown = (rows: Parameters<typeof duplicatesIn>[0]) =>
  duplicatesIn(rows).map(({ reason, rows: of }) => [reason, ...of.map(({ key }) => key)]);

const LONG = 'The Edge-of-Reach Problem in Offline Model-Based Learning';

test('an id in common is the surest sign, whatever the titles say', () => {
  expect(
    shown([
      row('b', 'Another title', { ids: ['doi:10.1000/x', 'arxiv:2402.12527'], added: 2 }),
      row('a', LONG, { ids: ['arxiv:2402.12527'], added: 1 }),
      row('c', 'Quite another work altogether'),
    ]),
  ).toEqual([['id', 'a', 'b']]);
});

test('a preprint and its article: the same long title, authors in common', () => {
  const authors = ['Anya Sims', 'Cong Lu'];
  expect(
    shown([
      row('p', LONG, { ids: ['arxiv:2402.12527'], authors }),
      row('j', LONG.toUpperCase(), { ids: ['doi:10.1000/y'], authors: ['Sims, Anya'] }),
    ]),
  ).toEqual([['title', 'j', 'p']]);
});

test('one typo in the title is "probably"; other authors or other ids of one kind are two works', () => {
  const authors = ['Anya Sims'];
  expect(shown([row('a', LONG, { authors }), row('b', LONG.replace('Problem', 'Probelm'), { authors })])).toEqual([
    ['probably', 'a', 'b'],
  ]);
  expect(shown([row('a', LONG, { authors }), row('b', LONG, { authors: ['Grace Hopper'] })])).toEqual([]);
  expect(shown([row('a', LONG, { ids: ['arxiv:2402.12527'] }), row('b', LONG, { ids: ['arxiv:2501.00001'] })])).toEqual(
    [],
  );
});

test('a group is only as sure as its least sure pair', () => {
  const authors = ['Anya Sims'];
  const rows = [
    row('a', LONG, { ids: ['arxiv:2402.12527'], authors }),
    row('b', LONG, { ids: ['arxiv:2402.12527', 'doi:10.1000/y'], authors }),
    row('c', LONG.replace('Reach', 'Raech'), { authors }),
  ];
  expect(shown(rows)).toEqual([['probably', 'a', 'b', 'c']]);
});

test('no paper is in two groups, and the order in which papers come changes no group', () => {
  const title = fc.constantFrom(LONG, `${LONG} 2`, 'Short', 'A Survey', LONG.replace('of', 'off'));
  const any = fc.record({ title, id: fc.integer({ min: 1, max: 6 }), author: fc.constantFrom('A B', 'C D') });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 14 }), (list) => {
      const rows = list.map(({ title: of, id, author }, n) =>
        row(`k${n}`, of, { ids: id > 4 ? [] : [`doi:10.1000/${id}`], authors: [author] }),
      );
      const groups = shown(rows);
      const members = groups.flatMap(([, ...keys]) => keys);
      expect(new Set(members).size).toBe(members.length);
      const sets = (of: string[][]) => of.map(([, ...keys]) => keys.sort().join(' ')).sort();
      expect(sets(shown([...rows].reverse()) as string[][])).toEqual(sets(groups as string[][]));
    }),
  );
});

test('50,000 papers with one beginning do not take for ever', () => {
  const rows = Array.from({ length: 50_000 }, (_, n) =>
    row(`k${n}`, `Proceedings of the Meeting Number ${n} of Many Meetings`),
  );
  expect(duplicatesIn(rows)).toEqual([]);
});
