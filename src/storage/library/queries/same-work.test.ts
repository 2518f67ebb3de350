import { expect, test } from 'vitest';
import type { PaperId } from '../../../core/identity/paper-id.ts';
import { save } from '../commands/save.ts';
import { moment, openMemory, paper, request } from '../library.testing.ts';
import { ownTagNames } from './own-tag-names.ts';
import { sameWork } from './same-work.ts';

const id = (text: string): PaperId => text as PaperId; // of the canonical form
const title = 'A Paper that was Published Long after its Preprint';

test('a copy with the same title is named, with how sure that is; other papers are not', async () => {
  const db = await openMemory();
  const papers = [
    { ids: [id('arxiv:2001.00001')], title, year: 2015 },
    { ids: [id('doi:10.5555/later')], title, year: 2021 },
    { ids: [id('doi:10.5555/other')], title, year: 2021, authors: ['Somebody Else'] },
    paper(7),
  ];
  await save(db, { request: request(), papers }, moment());
  const found = await sameWork(db, 'arxiv:2001.00001', []);
  expect(found.map(({ row, match }) => [row.key, match])).toContainEqual(['doi:10.5555/later', 'probably']);
  expect(found.map(({ row }) => row.key)).not.toContain(paper(7).ids[0]);
  expect(await sameWork(db, 'arxiv:0000.00000', [])).toEqual([]);
});

test('a close paper whose title is much alike is named; one that is only close is not', async () => {
  const db = await openMemory();
  const authors = ['Anya Sims', 'Cong Lu'];
  const like = {
    ids: [id('doi:10.5555/like')],
    title: 'The Edge of Reach Problem in Offline Model-Based Reinforcement Learning',
    authors,
  };
  const far = { ids: [id('doi:10.5555/far')], title: 'Option-aware Temporally Abstracted Value for Goals', authors };
  const own = {
    ids: [id('arxiv:2402.12527')],
    title: 'The Edge-of-Reach Problems in Offline Model-Based Reinforcement Learning',
    authors,
  };
  await save(db, { request: request(), papers: [own, like, far] }, moment());
  const found = await sameWork(db, 'arxiv:2402.12527', [like, far]);
  expect(found.map(({ row, match }) => [row.key, match])).toEqual([['doi:10.5555/like', 'probably']]);
});

test('a library without tags has none to offer', async () => {
  expect(await ownTagNames(await openMemory())).toEqual([]);
});
