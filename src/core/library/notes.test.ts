/** The free note of a paper: written, taken back, joined, and never lost where two wrote at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newClock, stamper } from './clock.ts';
import { LONGEST_NOTE } from './edits.ts';
import { merge } from './merge.ts';
import { joinNotes, type NoteActed, setNote, takeBackNote, textsOf } from './notes.ts';
import type { NoteState } from './state.ts';

const NOW = 1_764_000_000_000;
const at = (device: string, now = NOW) => stamper(newClock(device), now).next;
const written = (text: string, next = at('a')): NoteState => setNote(undefined, 'p', text, next).state;

test('a note is written, replaced, emptied; the same text again changes nothing', () => {
  const next = at('a');
  const one = setNote(undefined, 'p', 'One', next);
  const two = setNote(one.state, 'p', 'Two', next);
  expect(two.replaced.map(([text]) => text)).toEqual(['One']);
  expect(setNote(two.state, 'p', 'Two', next)).toEqual({ state: two.state, replaced: [] });
  expect(textsOf(setNote(two.state, 'p', '', next).state)).toEqual([]);
  expect(setNote(undefined, 'p', '', next).inverse).toBeUndefined();
});

test('two texts written at once both stay until one who has seen both writes; taking that back brings both again', () => {
  const base = written('Base');
  const here = setNote(base, 'p', 'Here', at('a', NOW + 5)).state;
  const there = setNote(base, 'p', 'There', at('b', NOW + 6)).state;
  const met = merge('note', here, there);
  expect(textsOf(met)).toEqual(['Here', 'There']);
  const one = setNote(met, 'p', 'Here and there', at('a', NOW + 9));
  expect(textsOf(merge('note', one.state, there))).toEqual(['Here and there']);
  if (one.inverse === undefined) throw new Error('it changed');
  expect(textsOf(takeBackNote(one.state, one.inverse, at('a', NOW + 10)).state)).toEqual(['Here', 'There']);
});

test('taking back keeps what was written since, and what another copy wrote beside it', () => {
  const next = at('a');
  const one = setNote(written('One', next), 'p', 'Two', next);
  if (one.inverse === undefined) throw new Error('it changed');
  const three = setNote(one.state, 'p', 'Three', next).state;
  expect(textsOf(takeBackNote(three, one.inverse, next).state)).toEqual(['Three']);
  const other = merge('note', one.state, { ...written('Elsewhere', at('b', NOW + 7)), paper: 'p' });
  expect(new Set(textsOf(takeBackNote(other, one.inverse, at('a', NOW + 9)).state))).toEqual(
    new Set(['One', 'Elsewhere']),
  );
});

test('notes of two papers join below each other, once, and what is too long for one text stays beside', () => {
  const next = at('a');
  expect(textsOf(joinNotes(written('A', next), 'p', ['B', 'A'], next).state)).toEqual(['A\n\nB']);
  expect(joinNotes(written('A and B', next), 'p', ['A', 'B'], next).inverse).toBeUndefined();
  expect(textsOf(joinNotes(undefined, 'p', ['B'], next).state)).toEqual(['B']);
  const long = 'x'.repeat(LONGEST_NOTE - 10);
  expect(textsOf(joinNotes(written(long, next), 'p', ['y'.repeat(20)], next).state)).toHaveLength(2);
});

test('F17: any texts, taken back in reverse order, end where they began', () => {
  const texts = fc.array(fc.constantFrom('', 'one', 'two', 'three\n'), { maxLength: 8 });
  const law = fc.property(texts, fc.boolean(), (all, had) => {
    const next = at('a');
    const start = had ? written('one', next) : undefined;
    let state = start;
    const done: NoteActed[] = [];
    for (const text of all) {
      const acted = setNote(state, 'p', text, next);
      state = acted.state;
      done.push(acted);
    }
    for (const { inverse } of done.reverse()) {
      if (inverse !== undefined && state !== undefined) state = takeBackNote(state, inverse, next).state;
    }
    expect(textsOf(state)).toEqual(textsOf(start));
  });
  fc.assert(law, { numRuns: process.env['SOAK'] ? 20_000 : 300 });
});
