/** What a note says of a paper. */
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../../core/calendar-day.ts';
import { parseId } from '../../core/identity/ids.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { SavedRow } from '../library/rows.ts';
import { isNew, noteOf, noteOfSaved, withOwn } from './note-of.ts';
import type { PaperFound } from './queries/look-up.ts';
import type { DigestRow, PaperRow } from './rows.ts';

const day = (text: string): CalendarDay => text as CalendarDay; // real days, written out
const today = day('2026-11-24');
const row: PaperRow = {
  pid: 1,
  ids: [parseId('arXiv:2511.00001')].flatMap((id) => id ?? []),
  title: 'Reading maps slowly',
  otherTitles: [],
  organisation: { slug: 'maps', name: 'Map Institute' },
  categories: ['cs.LG'],
  links: [],
  tags: ['Offline RL'],
  tagList: [{ name: 'Offline RL', kind: 'task' }],
  conflicts: [{ field: 'date', values: ['2025-11-01', '2025-11-02'] }],
  digests: [2, 1],
  told: [{ digest: 2, upvotes: 9 }, { digest: 1 }],
  firstDay: day('2026-11-22'),
};
const digest = (id: number, more: Partial<DigestRow>): DigestRow => ({
  id,
  name: `digest ${id}`,
  format: 'jsonl',
  kind: 'added',
  entries: 1,
  size: 1,
  warnings: [],
  warningCount: 0,
  state: 'ready',
  ...more,
});
const found: PaperFound = {
  row,
  match: 'id',
  digests: [digest(2, { captured: day('2026-11-22') }), digest(1, { added: day('2026-11-23') })],
};

describe('a paper that digests told of', () => {
  test('says which told, when, and what they counted', () => {
    const note = noteOf(found, undefined, today);
    expect(note.digests).toEqual([
      { name: 'digest 2', day: '2026-11-22', upvotes: 9 },
      { name: 'digest 1', day: '2026-11-23' },
    ]);
    expect(note).toMatchObject({ known: true, match: 'id', organisation: 'Map Institute', isNew: true });
    expect(note.conflicts).toEqual([{ field: 'date', values: ['2025-11-01', '2025-11-02'] }]);
  });
  test('is not new once it is saved', () => {
    expect(noteOf(found, { status: 'read', ownTags: [] }, today).isNew).toBe(false);
  });
  test.each([
    ['2026-11-24', true],
    ['2026-11-21', true],
    ['2026-11-20', false],
    ['2026-12-01', true],
    [undefined, false],
  ])('first told of on %s: new is %s', (first, expected) => {
    expect(isNew(first === undefined ? undefined : day(first), today)).toBe(expected);
  });
});

describe('tags', () => {
  const tag = (name: string): Tag => ({ name, kind: 'task' });
  test("the person's own stand first and are not repeated", () => {
    const mixed = withOwn({ status: 'read', ownTags: ['offline rl', 'thesis'] }, [tag('Offline RL'), tag('D4RL')]);
    expect(mixed.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['own offline rl', 'own thesis', 'task D4RL']);
  });
  test('are at most twelve', () => {
    expect(
      withOwn(
        undefined,
        Array.from({ length: 40 }, (_, i) => tag(`t${i}`)),
      ),
    ).toHaveLength(12);
  });
});

test('a saved paper that no digest told of speaks from the library', () => {
  const saved: SavedRow = {
    key: 'arxiv:2511.00001',
    ids: row.ids,
    title: 'Offline reinforcement learning with D4RL',
    status: 'reading',
    tags: ['thesis'],
    hasCode: false,
    changed: 1,
  };
  const note = noteOfSaved({ ids: row.ids, title: '' }, saved, { ids: row.ids, title: '', abstract: 'We read maps.' });
  expect(note).toMatchObject({ known: true, match: 'id', title: saved.title, digests: [], isNew: false });
  expect(note.saved).toEqual({ status: 'reading', ownTags: ['thesis'] });
  expect(note.tags[0]).toEqual({ name: 'thesis', kind: 'own' });
});
