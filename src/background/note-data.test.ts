/** Where a note's words come from: digests first, then the library, then nothing. */
import { expect, test } from 'vitest';
import { calendarDay } from '../core/calendar-day.ts';
import { parseId } from '../core/identity/ids.ts';
import type { SavedRow } from '../storage/library/rows.ts';
import { noteData } from './note-data.ts';

const day = calendarDay(2026, 11, 24);
const query = { ids: [parseId('arXiv:2511.00001')].flatMap((id) => id ?? []), title: 'Reading maps slowly' };
const saved: SavedRow = {
  key: 'x',
  ids: query.ids,
  title: 'As saved',
  status: 'read',
  tags: [],
  hasCode: false,
  changed: 1,
};

test('nobody told of it and nobody saved it: unknown, with the words of the page', () => {
  if (!day) throw new Error('a real day');
  const note = noteData({ query, found: undefined, saved: undefined, record: undefined }, day);
  expect(note).toMatchObject({ known: false, match: 'none', ...query, isNew: false, tags: [], links: [] });
});

test('saved and told by no digest: the library speaks', () => {
  if (!day) throw new Error('a real day');
  const note = noteData({ query, found: undefined, saved, record: undefined }, day);
  expect(note).toMatchObject({ known: true, title: 'As saved', saved: { status: 'read' }, digests: [] });
});
