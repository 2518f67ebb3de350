/** Edits of a saved paper: what a person sees after them, what is refused, and that each can be taken back exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../calendar-day.ts';
import { type Acted, savePaper, undo, unsave } from './actions.ts';
import { canon } from './canon.ts';
import { newClock, stamper } from './clock.ts';
import { editAll, editPaper } from './edit-paper.ts';
import { LONGEST_TAG, MOST_TAGS, type PaperEdit, RATINGS } from './edits.ts';
import { merge } from './merge.ts';
import type { PaperState } from './state.ts';
import { STATUSES } from './status.ts';
import { tagName } from './tag-name.ts';
import { autoTags, namesOn, ownTags, placeOf, ratingOf, statusOf, unwanted } from './view.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const NOW = 1_764_000_000_000;
const at = (device: string, now = NOW) => stamper(newClock(device), now).next;
const saved = (next = at('a')): PaperState => savePaper(undefined, { day: DAY }, next).state;
const tag = (name: string, on = true): PaperEdit => ({ do: 'tag', tag: name, on });

/** Everything that a person sees of a paper. */
const seen = (state: PaperState): string =>
  canon([
    placeOf(state),
    statusOf(state),
    ratingOf(state),
    ownTags(state),
    autoTags(state),
    namesOn(state.c),
    NAMES.map((name) => unwanted(state, name)),
  ]);
const NAMES = ['RL', 'rl', '__proto__', 'constructor', 'deleted', '👩‍🔬', 'é'] as const;

describe('A26: own tags', () => {
  test('at most 64 of 64 characters: what finds no room is told, and the rest of the edit is done', () => {
    const next = at('a');
    const many = Array.from({ length: 10_000 }, (_, n) => tag(`tag ${n}`));
    const { state, refused } = editAll(saved(next), [...many, { do: 'rating', rating: 4 }], next);
    expect(ownTags(state)).toHaveLength(MOST_TAGS);
    expect(refused).toHaveLength(10_000 - MOST_TAGS);
    expect(refused[0]).toEqual({ tag: 'tag 64', why: 'too-many' });
    expect(ratingOf(state)).toBe(4);
  });
  test('a name of 100 kB is refused as too long, one of white space or control characters as empty', () => {
    const next = at('a');
    const long = 'x'.repeat(100_000);
    const { state, refused } = editAll(
      saved(next),
      [tag(long), tag(' \u0000\n\u2029 '), tag('x'.repeat(LONGEST_TAG))],
      next,
    );
    expect(refused).toEqual([
      { tag: long, why: 'too-long' },
      { tag: ' \u0000\n\u2029 ', why: 'empty' },
    ]);
    expect(ownTags(state)).toEqual(['x'.repeat(LONGEST_TAG)]);
  });
  test('reserved names are ordinary tags, and so are emoji with joiners and other cases of a name', () => {
    const next = at('a');
    const { state, refused } = editAll(
      saved(next),
      NAMES.map((name) => tag(name)),
      next,
    );
    expect(refused).toEqual([]);
    expect(ownTags(state)).toEqual([...NAMES].sort());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const off = editAll(
      state,
      NAMES.map((name) => tag(name, false)),
      next,
    ).state;
    expect(ownTags(off)).toEqual([]);
  });
  test('one name in two forms is one tag: composed, with single spaces', () => {
    expect(tagName('  cafe\u0301 \t  noir ')).toEqual({ ok: true, name: 'café noir' });
    const next = at('a');
    expect(ownTags(editAll(saved(next), [tag('cafe\u0301'), tag(' café')], next).state)).toEqual(['café']);
  });
  test('any text gives a name that gives itself, or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = tagName(text);
        if (!name.ok) return;
        expect(tagName(name.name)).toEqual(name);
        expect(name.name.length).toBeLessThanOrEqual(LONGEST_TAG);
        expect(name.name.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('what is so already is not stamped again', () => {
  const next = at('a');
  const { state } = editAll(saved(next), [tag('RL'), { do: 'rating', rating: 3 }], next);
  const again = editAll(
    state,
    [tag('RL'), { do: 'rating', rating: 3 }, { do: 'status', status: 'to-read' }, tag('never put on', false)],
    next,
  );
  expect(again.state).toBe(state);
  expect(again.inverse.edits).toEqual([]);
});

test('a paper in the trash takes nothing but its way back', () => {
  const next = at('a');
  const out = unsave(editPaper(saved(next), tag('RL'), next).state, next).state;
  expect(editAll(out, [tag('new'), { do: 'status', status: 'read' }, { do: 'delete' }], next).state).toBe(out);
  const back = editAll(out, [{ do: 'restore' }, { do: 'status', status: 'read' }], next).state;
  expect([placeOf(back), statusOf(back), ownTags(back)]).toEqual(['library', 'read', ['RL']]);
});

test('an automatic tag that is taken off stays off; taking that back lets rules and topics speak again', () => {
  const next = at('a');
  const { state } = editPaper(saved(next), { do: 'auto', tag: 'Robotics', on: false }, next);
  expect(unwanted(state, 'Robotics')).toBe(true);
  const acted = editPaper(saved(next), { do: 'auto', tag: 'Robotics', on: false }, next);
  const back = undo(acted.state, acted.inverse, next).state;
  expect([unwanted(back, 'Robotics'), back.a?.['Robotics']?.[0]]).toEqual([false, null]);
});

test('an automatic tag set elsewhere after a deletion does not bring the paper back, an own tag does', () => {
  const next = at('a');
  const paper = saved(next);
  const deleted = editPaper(paper, { do: 'delete' }, at('b', NOW + 1_000)).state;
  const later = at('c', NOW + 2_000);
  const auto = editPaper(paper, { do: 'auto', tag: 'RL', on: true }, later).state;
  expect(placeOf(merge('paper', deleted, auto))).toBe('trash');
  expect(placeOf(merge('paper', deleted, editPaper(paper, tag('RL'), later).state))).toBe('library');
});

const anyEdit: fc.Arbitrary<PaperEdit> = fc.oneof(
  fc.constantFrom(...STATUSES).map((status): PaperEdit => ({ do: 'status', status })),
  fc.constantFrom(...RATINGS).map((rating): PaperEdit => ({ do: 'rating', rating })),
  fc.tuple(fc.constantFrom('tag', 'auto'), fc.constantFrom(...NAMES), fc.boolean()).map(
    ([what, name, on]) => ({ do: what, tag: name, on }) as PaperEdit, // one of the two names
  ),
  fc
    .tuple(fc.constantFrom('c1', '__proto__'), fc.boolean())
    .map(([id, on]): PaperEdit => ({ do: 'collection', id, on })),
  fc.constantFrom<PaperEdit>({ do: 'delete' }, { do: 'restore' }),
);

test('F17: any edits, taken back in reverse order, end where they began; taking those back does them again', () => {
  const law = fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (actions) => {
    const next = at('a');
    const start = editAll(saved(next), [tag('RL'), { do: 'rating', rating: 2 }], next).state;
    let state = start;
    const done: Acted[] = [];
    for (const edits of actions) {
      const acted = editAll(state, edits, next);
      state = acted.state;
      done.push(acted);
    }
    const end = seen(state);
    const undone = done.reverse().map((acted) => {
      const back = undo(state, acted.inverse, next);
      state = back.state;
      return back;
    });
    expect(seen(state)).toBe(seen(start));
    for (const back of undone.reverse()) state = undo(state, back.inverse, next).state;
    expect(seen(state)).toBe(end);
  });
  fc.assert(law, { numRuns: process.env['SOAK'] ? 20_000 : 300 });
});

test('F14: two pages that edit one paper, each without the other, end equal in every order', () => {
  const both = fc.array(anyEdit, { maxLength: 6 });
  const law = fc.property(both, both, (here, there) => {
    const start = saved();
    const a = editAll(start, here, at('a', NOW + 5)).state;
    const b = editAll(start, there, at('b', NOW + 5)).state;
    expect(seen(merge('paper', a, b))).toBe(seen(merge('paper', b, a)));
  });
  fc.assert(law, { numRuns: process.env['SOAK'] ? 20_000 : 300 });
});
