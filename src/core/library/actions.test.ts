/** Saving, setting a status, taking out and taking back, as a person sees them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../calendar-day.ts';
import { type Acted, savePaper, setStatus, setTag, undo, unsave } from './actions.ts';
import { newClock, stamper } from './clock.ts';
import { merge } from './merge.ts';
import { newPaperState, type PaperState } from './state.ts';
import { STATUSES } from './status.ts';
import { contentOf, ownTags, sinceOf, statusOf, visible } from './view.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const at = (device: string, now = 1_764_000_000_000) => stamper(newClock(device), now).next;

describe('saving', () => {
  test('a first save shows the paper as to read, since that day, without a stamp on the default status', () => {
    const { state } = savePaper(undefined, { day: DAY }, at('a'));
    expect([visible(state), statusOf(state), sinceOf(state)]).toEqual([true, 'to-read', DAY]);
    expect(Object.keys(state.f)).toEqual(['addedAt']);
  });
  test('a first save elsewhere, later, does not beat a status that was really set', () => {
    const here = savePaper(undefined, { day: DAY, status: 'read' }, at('a', 1_764_000_000_000)).state;
    const there = savePaper(undefined, { day: DAY, status: 'to-read' }, at('b', 1_764_009_000_000)).state;
    expect(statusOf(merge('paper', here, there))).toBe('read');
  });
  test('saving again changes nothing and never un-saves', () => {
    const first = savePaper(undefined, { day: DAY, status: 'reading' }, at('a'));
    const again = savePaper(first.state, { day: '2026-12-01' as CalendarDay }, at('a')); // a real day
    expect(again.state).toEqual(first.state);
    expect(again.inverse.edits).toEqual([]);
  });
  test('a paper that was taken out comes back with its tags, since the new day', () => {
    const next = at('a');
    let state = savePaper(undefined, { day: DAY }, next).state;
    state = setTag(state, '__proto__', true, next).state;
    state = unsave(state, next).state;
    expect(visible(state)).toBe(false);
    state = savePaper(state, { day: '2027-01-02' as CalendarDay }, next).state; // a real day
    expect([visible(state), sinceOf(state), ownTags(state)]).toEqual([true, '2027-01-02', ['__proto__']]);
  });
});

describe('taking back', () => {
  test('the undo of a first save takes the paper out; undoing that brings it back', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY, status: 'reading' }, next);
    const back = undo(saved.state, saved.inverse, next);
    expect([visible(back.state), contentOf(back.state)]).toEqual([false, contentOf(newPaperState())]);
    const again = undo(back.state, back.inverse, next);
    expect([visible(again.state), statusOf(again.state), sinceOf(again.state)]).toEqual([true, 'reading', DAY]);
  });
  test('undoing a status gives the one before, and keeps a tag put on since', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY, status: 'reading' }, next);
    const read = setStatus(saved.state, 'read', next);
    const tagged = setTag(read.state, 'mine', true, next);
    const back = undo(tagged.state, read.inverse, next);
    expect([statusOf(back.state), ownTags(back.state)]).toEqual(['reading', ['mine']]);
  });
  test('undoing a status does not destroy a newer status', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY }, next);
    const reading = setStatus(saved.state, 'reading', next);
    const read = setStatus(reading.state, 'read', next);
    expect(statusOf(undo(read.state, reading.inverse, next).state)).toBe('read');
  });
  test('the undo of a save leaves the paper in where something was put into it since, until that is taken back too', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY }, next);
    const tagged = setTag(saved.state, 'mine', true, next);
    const kept = undo(tagged.state, saved.inverse, next);
    expect(kept.inverse.edits).toEqual([]);
    expect(visible(kept.state)).toBe(true);
    const untagged = undo(tagged.state, tagged.inverse, next);
    expect(visible(undo(untagged.state, saved.inverse, next).state)).toBe(false);
  });
  test('undoing a status of a paper that was taken out since does not bring it back', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY }, next);
    const read = setStatus(saved.state, 'read', next);
    const out = unsave(read.state, next);
    expect(visible(undo(out.state, read.inverse, next).state)).toBe(false);
    expect(visible(undo(out.state, out.inverse, next).state)).toBe(true);
  });
  test('a tag that is called deleted is a tag', () => {
    const next = at('a');
    const saved = savePaper(undefined, { day: DAY }, next);
    const tagged = setTag(saved.state, 'deleted', true, next);
    const out = unsave(tagged.state, next);
    expect([visible(tagged.state), visible(out.state), ownTags(out.state)]).toEqual([true, false, ['deleted']]);
  });

  test('F17: any actions, taken back in reverse order, end where they began', () => {
    const step = fc.tuple(fc.constantFrom('save', 'status', 'tag', 'unsave'), fc.nat(11));
    const law = fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, wasThere) => {
      const next = at('a');
      const act = (state: PaperState, [name, pick]: [string, number]): Acted => {
        if (name === 'save') return savePaper(state, { day: DAY, status: STATUSES[pick % 5] }, next);
        if (name === 'status') return setStatus(state, STATUSES[pick % 4] ?? 'read', next);
        return name === 'tag' ? setTag(state, `t${pick % 3}`, pick < 6, next) : unsave(state, next);
      };
      const start = wasThere ? savePaper(undefined, { day: DAY, status: 'aside' }, next).state : newPaperState();
      let state = start;
      const done: Acted[] = [];
      for (const s of steps) {
        const acted = act(state, s);
        state = acted.state;
        done.push(acted);
      }
      for (const acted of done.reverse()) state = undo(state, acted.inverse, next).state;
      expect([visible(state), contentOf(state)]).toEqual([visible(start), contentOf(start)]);
    });
    fc.assert(law, { numRuns: process.env['SOAK'] ? 20_000 : 300 });
  });
});
