/** Rules: whom they match, what they add, and that they never add what a person has taken off. */
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../calendar-day.ts';
import { savePaper, undo } from './actions.ts';
import { newClock, stamper } from './clock.ts';
import { editAll, editPaper } from './edit-paper.ts';
import { applyRules, matchesRule, type RuleFacts } from './rules.ts';
import type { PaperState } from './state.ts';
import type { Rule, RuleCondition } from './things.ts';
import { autoTags, namesOn } from './view.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const { next } = stamper(newClock('a'), 1_764_000_000_000);
const paper: PaperState = savePaper(undefined, { day: DAY }, next).state;
const facts: RuleFacts = {
  title: 'Décision-Making with Diffusion',
  authors: ['Paul Erdős'],
  tags: ['Thesis'],
  auto: ['seen'],
  topics: [{ name: 'Offline RL', kind: 'task' }],
  categories: ['cs.LG', 'stat.ML'],
};
const matches = (when: RuleCondition): boolean => matchesRule({ when }, facts);
const rule = (id: string, when: RuleCondition, tags: readonly string[], collection?: string): Rule => ({
  id,
  name: id,
  on: true,
  when,
  adds: collection === undefined ? { tags } : { tags, collection },
});
const LIVE: ReadonlySet<string> = new Set(['c1']);
const apply = (rules: readonly Rule[], state = paper) => applyRules(rules, state, facts, {}, LIVE, next);

describe('a rule matches', () => {
  test.each<[RuleCondition, boolean]>([
    [{ author: 'erdos' }, true],
    [{ author: 'Erdos', title: 'decision' }, true],
    [{ author: 'erdos', title: 'graphs' }, false],
    [{ tag: 'offline rl' }, true],
    [{ tag: 'thesis' }, true],
    [{ tag: 'seen' }, true],
    [{ tag: 'offline' }, false],
    [{ category: 'cs' }, true],
    [{ category: 'CS.lg' }, true],
    [{ category: 'cs.L' }, false],
    [{}, false],
    [{ title: '  ' }, false],
  ])('%o: %s', (when, expected) => {
    expect(matches(when)).toBe(expected);
  });
  test('by any author of the record, of whom the row names only the first', () => {
    expect(matchesRule({ when: { author: 'hopper' } }, facts, { authors: ['Ada', 'Grace Hopper'] })).toBe(true);
  });
});

test('a rule adds tags and a collection that is there, once, and one rule may make another match', () => {
  const rules = [
    rule('a', { tag: 'diffusion' }, ['Generative']),
    rule('b', { title: 'diffusion' }, ['Diffusion'], 'c1'),
  ];
  const { state } = apply(rules);
  expect(autoTags(state)).toEqual(['Diffusion', 'Generative']);
  expect(namesOn(state.c)).toEqual(['c1']);
  expect(apply(rules, state).inverse.edits).toEqual([]);
  expect(namesOn(apply([rule('x', { title: 'diffusion' }, [], 'gone')]).state.c)).toEqual([]);
});

test('what a person took off, or has as an own tag, no rule puts on', () => {
  const rules = [rule('a', { title: 'diffusion' }, ['Diffusion', 'Mine'], 'c1')];
  const off = editAll(
    apply(rules).state,
    [
      { do: 'auto', tag: 'Diffusion', on: false },
      { do: 'collection', id: 'c1', on: false },
      { do: 'tag', tag: 'Mine', on: true },
    ],
    next,
  ).state;
  expect(apply(rules, off).state).toBe(off);
});

test('a run that was taken back can be made again', () => {
  const rules = [rule('a', { title: 'diffusion' }, ['Diffusion'], 'c1')];
  const acted = apply(rules);
  const back = undo(acted.state, acted.inverse, next).state;
  expect([autoTags(back), namesOn(back.c)]).toEqual([[], []]);
  expect(autoTags(apply(rules, back).state)).toEqual(['Diffusion']);
});

test('papers in the trash are left alone', () => {
  const out = editPaper(paper, { do: 'delete' }, next).state;
  expect(apply([rule('a', { title: 'diffusion' }, ['x'])], out).state).toBe(out);
});
