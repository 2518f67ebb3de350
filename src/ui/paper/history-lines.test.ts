import '../parts/browser.testing.ts';
import { expect, test } from 'vitest';
import type { PaperChange } from '../../storage/library/queries/paper-history.ts';

const { historyLines } = await import('./history-lines.ts');

const change = (more: Partial<PaperChange>): PaperChange => ({
  field: 'status',
  before: null,
  after: 'reading',
  at: 1,
  ...more,
});
const words = (...changes: readonly PaperChange[]) =>
  historyLines(changes, [{ id: 'c1', name: 'Thesis', parent: null }]).map((line) => line.words);

test('every deed of a person has its words', () => {
  expect(
    words(
      change({ field: 'addedAt', after: '2025-11-20' }),
      change({ after: 'read', before: 'reading' }),
      change({ field: 'rating', after: 4, before: 0 }),
      change({ field: 'tag', name: 'chapter-3', after: 1 }),
      change({ field: 'tag', name: 'chapter-3', after: 0, before: 1 }),
      change({ field: 'auto', name: 'rl', after: 1 }),
      change({ field: 'auto', name: 'rl', after: 0, before: 1 }),
      change({ field: 'collection', name: 'c1', after: 1 }),
      change({ field: 'collection', name: 'gone', after: 0, before: 1 }),
      change({ field: 'note', after: 'x' }),
      change({ field: 'note', after: 'y', before: 'x' }),
      change({ field: 'note', after: '', before: 'y' }),
      change({ field: 'deleted', after: 1 }),
      change({ field: 'deleted', after: 0, before: 1 }),
      change({ field: 'title', after: 'New', before: 'Old' }),
    ),
  ).toEqual([
    'Saved',
    'Status: Read',
    'Rating: 4 stars',
    'Tagged chapter-3',
    'Tag chapter-3 taken off',
    'Tagged rl by a rule',
    'rl taken off',
    'Put into Thesis',
    'Taken out of a deleted collection',
    'Note written',
    'Note changed',
    'Note taken away',
    'Put in the trash',
    'Taken out of the trash',
    'Title changed',
  ]);
});

test('what was before can be seen and brought back', () => {
  const [status, rating, note] = historyLines(
    [
      change({ after: 'read', before: 'reading' }),
      change({ field: 'rating', after: 4, before: null }),
      change({ field: 'note', after: 'y', before: 'x' }),
    ],
    [],
  );
  expect(status?.before?.text).toBe('Reading');
  expect(status?.back).toEqual({ do: 'status', status: 'reading' });
  expect(rating?.before?.text).toBe('Not rated');
  expect(rating?.back).toEqual({ do: 'rating', rating: 0 });
  expect(note?.before).toEqual({ text: 'x', note: true });
  expect(note?.back).toEqual({ note: 'x' });
});

test('what a newer version did is left out, whatever it holds', () => {
  expect(
    words(change({ field: '__proto__' }), change({ field: 'novelty', before: { a: 1 } }), change({ after: 'unheard' })),
  ).toEqual(['Status: To read']);
});

test('what was done in another copy of the library says so', () => {
  const lines = historyLines([change({ after: 'read', before: 'reading', elsewhere: true }), change({})], []);
  expect(lines.map(({ elsewhere }) => elsewhere)).toEqual([true, undefined]);
});
