/** Merging two papers that are one work: nothing of either is lost, and it can be taken back exactly. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDay } from '../calendar-day.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { savePaper, undo } from './actions.ts';
import { addToRecord, recordOf } from './bib.ts';
import { newClock, stamper } from './clock.ts';
import { editAll } from './edit-paper.ts';
import { MOST_TAGS, type PaperEdit } from './edits.ts';
import { endOfMerges, mergePapers, type WholePaper } from './merge-papers.ts';
import { setNote, textsOf } from './notes.ts';
import { changesOf, takeBackEdits } from './registers.ts';
import { namesOn, ownTags, placeOf, ratingOf, statusOf } from './view.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const { next } = stamper(newClock('a'), 1_764_000_000_000);
const id = (text: string): PaperId => text as PaperId; // canonical forms, written by hand

function whole(key: string, edits: readonly PaperEdit[], note?: string): WholePaper {
  const paper = editAll(savePaper(undefined, { day: DAY }, next).state, edits, next).state;
  const bib = addToRecord(undefined, { ids: [id(key)], title: `Title of ${key}` }, next);
  return { key, paper, bib, note: note === undefined ? undefined : setNote(undefined, key, note, next).state };
}
const keep = whole('doi:10.1000/x', [{ do: 'tag', tag: 'kept', on: true }], 'My note.');
const drop = whole(
  'arxiv:2511.00001',
  [
    { do: 'tag', tag: 'dropped', on: true },
    { do: 'collection', id: 'c1', on: true },
    { do: 'status', status: 'read' },
    { do: 'rating', rating: 5 },
  ],
  'Older note.',
);

test('tags, collections, ids, notes, status and rating join in the one that stays; the other is on no shelf', () => {
  const done = mergePapers(keep, drop, next);
  expect(ownTags(done.keep.state)).toEqual(['dropped', 'kept']);
  expect(namesOn(done.keep.state.c)).toEqual(['c1']);
  expect([statusOf(done.keep.state), ratingOf(done.keep.state)]).toEqual(['read', 5]);
  expect(recordOf(done.bib)).toMatchObject({
    ids: ['arxiv:2511.00001', 'doi:10.1000/x'],
    title: 'Title of doi:10.1000/x',
  });
  expect(textsOf(done.note.state)).toEqual(['My note.\n\nOlder note.']);
  expect([placeOf(done.keep.state), placeOf(done.drop.state)]).toEqual(['library', 'merged']);
  expect(namesOn(done.keep.state.m)).toEqual([drop.key]);
});

test('what the one that stays has of its own is not overwritten', () => {
  const mine = whole('doi:10.1000/y', [
    { do: 'status', status: 'reading' },
    { do: 'rating', rating: 1 },
  ]);
  const done = mergePapers(mine, drop, next);
  expect([statusOf(done.keep.state), ratingOf(done.keep.state)]).toEqual(['reading', 1]);
});

test('A26: tags beyond 64 are told', () => {
  const many = (name: string) =>
    Array.from({ length: MOST_TAGS }, (_, n): PaperEdit => ({ do: 'tag', tag: `${name} ${n}`, on: true }));
  const done = mergePapers(whole('doi:10.1/a', many('a')), whole('doi:10.1/b', many('b').slice(0, 3)), next);
  expect(ownTags(done.keep.state)).toHaveLength(MOST_TAGS);
  expect(done.refused.map(({ why }) => why)).toEqual(['too-many', 'too-many', 'too-many']);
});

test('F17: taken back, both papers are as they were', () => {
  const done = mergePapers(keep, drop, next);
  const kept = undo(done.keep.state, done.keep.inverse, next).state;
  const dropped = undo(done.drop.state, done.drop.inverse, next).state;
  expect([ownTags(kept), namesOn(kept.c), namesOn(kept.m), statusOf(kept), ratingOf(kept)]).toEqual([
    ['kept'],
    [],
    [],
    'to-read',
    0,
  ]);
  expect([placeOf(kept), placeOf(dropped), ownTags(dropped)]).toEqual(['library', 'library', ['dropped']]);
  const bib = takeBackEdits(done.bib, changesOf(keep.bib, done.bib, ['f', 'i']), next).state;
  expect(recordOf(bib)).toEqual(recordOf(keep.bib));
});

test('a chain of merges ends at one paper, a circle at its smallest key, a gap at the last that is there', () => {
  const end = (key: string, to: Record<string, string | null>) => endOfMerges(key, (at) => to[at]);
  expect(end('a', { a: 'b', b: 'c', c: null })).toBe('c');
  expect(end('a', { a: 'b', b: 'gone' })).toBe('b');
  expect(end('c', { a: 'b', b: 'a', c: 'b' })).toBe('a');
  expect(end('a', { a: 'a' })).toBe('a');
});

test('whatever merges say, every paper leads to one that stays, and a circle has exactly one', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'] as const;
  const any = fc.tuple(...keys.map(() => fc.constantFrom(null, 'nobody', ...keys)));
  const law = fc.property(any, (targets) => {
    const went = new Map(keys.map((key, i) => [key as string, targets[i] ?? null]));
    const to = (key: string): string | null | undefined => went.get(key);
    for (const key of keys) {
      const end = endOfMerges(key, to);
      expect(endOfMerges(end, to)).toBe(end);
    }
  });
  fc.assert(law, { numRuns: 500 });
});
