// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import type { CallName, In } from '../messaging/calls.ts';
import { hint, mention, noteData, tag } from './interface.testing.ts';
import type { Call } from './library-acts.ts';
import { createLookUp, FULL } from './look-up.ts';
import { newView, type PaperView } from './paper-view.ts';

beforeEach(() => void vi.useFakeTimers());

/** The background: what it was asked, in order, and answers that a test may replace. */
function background(marks: string) {
  const asked: [CallName, In<CallName>][] = [];
  const answers: Partial<Record<CallName, (body: never) => unknown>> = {
    'papers.lookup': ({ queries, full }: In<'papers.lookup'>) => ({
      rows: queries.slice(0, full).map((query, i) => noteData({ known: marks[i] !== '-', title: query.title })),
      marks: marks.slice(0, queries.length),
      notes: DEFAULT_SETTINGS.notes,
      keepListings: true,
    }),
    'papers.rows': ({ queries }: In<'papers.rows'>) => ({ rows: queries.map(({ title }) => noteData({ title })) }),
    'papers.describe': ({ texts }: In<'papers.describe'>) => ({
      found: texts.map(() => ({ tags: [tag('RL')], links: [] })),
    }),
    'papers.hints': ({ texts }: In<'papers.hints'>) => ({ hints: texts.map(() => [hint()]) }),
  };
  const call = (async (name: CallName, body: In<CallName>) => {
    asked.push([name, body]);
    return { ok: true, value: await answers[name]?.(body as never) };
  }) as Call; // each answer has the shape of its call
  return { call, asked, answers, names: () => asked.map(([name]) => name) };
}

const view = (n: number, more = {}): PaperView => newView(`k${n}`, mention(`arxiv:2511.0${1_000 + n}`, more));
const settle = () => vi.advanceTimersByTimeAsync(200);

function start(marks: string, hints = true) {
  const back = background(marks);
  const answered = vi.fn();
  const off = new AbortController();
  const lookUp = createLookUp(back.call, () => ({ ...DEFAULT_SETTINGS.notes, hints }), answered, off.signal);
  return { ...back, lookUp, answered, off };
}

test('one message for all; the nearest come complete, the others as known or saved', async () => {
  const views = Array.from({ length: 60 }, (_, i) => view(i));
  const { lookUp, asked } = start(`${'k'.repeat(58)}s-`);
  const answer = await lookUp.first(views, FULL);
  expect(answer?.keepListings).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.[1]).toMatchObject({ full: FULL });
  expect(views.filter((v) => v.data !== undefined)).toHaveLength(FULL);
  expect(views.map((v) => v.mark).join('')).toBe(`${'k'.repeat(58)}s-`);
});

test('authors travel only where they can decide: near the viewport, and for short titles', async () => {
  const long = { title: 'A title that is long enough to decide by itself', authors: ['A', 'B'] };
  const views = [
    ...Array.from({ length: FULL }, (_, i) => view(i, long)),
    view(98, long),
    view(99, { ...long, title: 'DPO' }),
  ];
  const { lookUp, asked } = start('-'.repeat(52));
  await lookUp.first(views, FULL);
  const queries = asked.flatMap(([, body]) => ('queries' in body ? body.queries : []));
  expect([queries[0]?.authors, queries[50]?.authors, queries[51]?.authors]).toEqual([
    ['A', 'B'],
    undefined,
    ['A', 'B'],
  ]);
});

test('rows are asked as papers come near, gathered into one message, and never twice', async () => {
  const views = Array.from({ length: 60 }, (_, i) => view(i));
  const { lookUp, names, asked } = start('k'.repeat(60), false);
  await lookUp.first(views, FULL);
  lookUp.near(views.slice(48, 53));
  lookUp.near(views.slice(52, 56));
  await settle();
  lookUp.near(views.slice(48, 56));
  await settle();
  expect(names()).toEqual(['papers.lookup', 'papers.rows']);
  expect(asked[1]?.[1]).toHaveProperty('queries.length', 6);
  expect(views[55]?.data?.title).toBe(views[55]?.mention.title);
});

test('a paper that nobody told of is described from text that the page shows, and only then', async () => {
  const views = [view(1, { abstract: 'We study reinforcement learning.' }), view(2), view(3, { remark: 'Code soon' })];
  const { lookUp, names } = start('---', false);
  await lookUp.first(views, FULL);
  lookUp.near(views);
  await settle();
  expect(names()).toEqual(['papers.lookup', 'papers.describe']);
  expect(views.map((v) => v.data?.tags.length)).toEqual([1, 0, 1]);
});

test('hints are a second answer: the note has its tags before them', async () => {
  const views = [view(1, { abstract: 'text' })];
  const { lookUp, answers, answered } = start('-');
  let release: (value: unknown) => void = () => undefined;
  answers['papers.hints'] = () => new Promise((done) => (release = done));
  await lookUp.first(views, FULL);
  lookUp.near(views);
  await settle();
  expect(views[0]?.data?.tags).toHaveLength(1);
  expect(views[0]?.hints).toBeUndefined();
  expect(answered).toHaveBeenCalledTimes(1);
  release({ hints: [[hint()]] });
  await settle();
  expect(views[0]?.hints).toHaveLength(1);
});

test('hints are not asked where they are switched off', async () => {
  const views = [view(1, { abstract: 'text' })];
  const { lookUp, names } = start('k', false);
  await lookUp.first(views, FULL);
  lookUp.near(views);
  await settle();
  expect(names()).not.toContain('papers.hints');
});

test('after a change elsewhere all is asked again, and what the page itself says stays', async () => {
  const views = [view(1, { abstract: 'text' })];
  const { lookUp, names } = start('-');
  await lookUp.first(views, FULL);
  lookUp.near(views);
  await settle();
  lookUp.forget();
  await lookUp.first(views, FULL);
  expect(views[0]?.data?.tags).toHaveLength(1);
  lookUp.near(views);
  await settle();
  expect(names().filter((name) => name === 'papers.describe')).toHaveLength(1);
  expect(names().filter((name) => name === 'papers.hints')).toHaveLength(2);
});

test('without an answer a note is as if nothing were known', async () => {
  const lost: Call = async () => ({ ok: false, error: 'no-answer' });
  const views = [view(1)];
  const lookUp = createLookUp(lost, () => DEFAULT_SETTINGS.notes, vi.fn(), new AbortController().signal);
  expect(await lookUp.first(views, FULL)).toBeUndefined();
  expect(views[0]?.mark).toBe('-');
});

test('nothing is written into a page that was left meanwhile', async () => {
  const views = [view(1)];
  const { lookUp, off } = start('k');
  const asking = lookUp.first(views, FULL);
  off.abort();
  await asking;
  expect(views[0]?.mark).toBeUndefined();
});
