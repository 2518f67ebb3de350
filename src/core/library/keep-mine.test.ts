import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, newClock, type Stamp, stamper } from './clock.ts';
import type { StampOf } from './draft.ts';
import { keepMine } from './keep-mine.ts';
import { merge } from './merge.ts';
import { textsOf, writeNote } from './notes.ts';
import { overwritten } from './overwritten.ts';
import { newNoteState, type PaperState, type Regs } from './state.ts';
import { anyState } from './states.testing.ts';
import { contentOf, newest, placeOf, statusOf } from './view.ts';

const NOW = 1_764_000_000_000;
const clock = (device: string, ms = NOW): Clock => ({ ...newClock(device), ms });
const stamps = (device: string, ms = NOW): StampOf => stamper(clock(device, ms), ms).next;

test('values that were replaced are named with their stamps; what was only stamped again is not', () => {
  const next = stamps('a');
  const [one, two, three] = [next(), next(), next()] as [Stamp, Stamp, Stamp];
  const before = { v: 1, f: { status: ['read', one], rating: [3, one] }, t: { x: [1, one] } };
  const after = { v: 1, f: { status: ['later', two], rating: [3, three] }, t: { x: [0, two] }, newer: { y: 1 } };
  expect(overwritten(before, after)).toEqual([
    { field: 'f.status', value: 'read', stamp: one },
    { field: 't.x', value: 1, stamp: one },
  ]);
  expect(overwritten(undefined, after)).toEqual([]);
});

test('a text of a note that was replaced is named; one that stands beside another is not', () => {
  const mine = writeNote(newNoteState('p'), 'mine', stamps('a'));
  const both = merge('note', mine, writeNote(newNoteState('p'), 'theirs', stamps('b')));
  expect(overwritten(mine, both)).toEqual([]);
  const replaced = writeNote(both, 'joined', stamps('b', NOW + 9));
  expect(overwritten(both, replaced).map(({ field, value }) => [field, value])).toEqual([
    ['text', 'mine'],
    ['text', 'theirs'],
  ]);
});

test('"keep mine" brings back a paper that was deleted or merged away elsewhere', () => {
  const paper: PaperState = { v: 1, f: { status: ['read', stamps('a')()] }, t: {}, c: {} };
  const later = stamps('b', NOW + 1000);
  const departures: readonly Regs<unknown>[] = [{ deleted: [1, later()] }, { mergedInto: ['other', later()] }];
  for (const gone of departures) {
    const theirs: PaperState = { ...paper, f: { ...paper.f, ...gone } };
    expect(placeOf(merge('paper', paper, theirs))).not.toBe('library');
    const kept = keepMine('paper', paper, theirs, stamps('a'));
    expect(placeOf(merge('paper', theirs, kept))).toBe('library');
    expect(statusOf(kept)).toBe('read');
  }
});

test('"keep mine" brings back the text of a note beside the one that replaced it', () => {
  const mine = writeNote(newNoteState('p'), 'mine', stamps('a'));
  const theirs = writeNote(mine, 'theirs', stamps('b', NOW + 9));
  const kept = keepMine('note', mine as never, theirs as never, stamps('a')) as unknown as typeof mine; // notes are open records
  expect(textsOf(merge('note', theirs, kept))).toEqual(['theirs', 'mine']);
});

test('what a person sees of their own state stays, and every copy agrees on it, whatever comes', () => {
  fc.assert(
    fc.property(anyState, anyState, (mine, theirs) => {
      const merged = merge('thing', mine, theirs);
      const kept = keepMine('thing', mine, theirs, (over) => stamper(clock('zz', NOW * 3), NOW * 3).next(over));
      for (const part of ['f', 't', 'c']) {
        const [was, is] = [mine[part], kept[part]] as [Record<string, unknown[]>, Record<string, unknown[]>]; // of anyState
        for (const name of Object.keys(was)) expect(is[name]?.[0]).toEqual(was[name]?.[0]);
      }
      expect(merge('thing', merged, kept)).toEqual(merge('thing', kept, merged));
      expect(contentOf(merge('thing', theirs, kept) as PaperState)).toBe(contentOf(kept as PaperState)); // only records
      expect((newest(kept) ?? '') >= (newest(merged) ?? '')).toBe(true);
    }),
    { numRuns: process.env['SOAK'] ? 10_000 : 200 },
  );
});
