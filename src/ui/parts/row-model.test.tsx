// @vitest-environment happy-dom
import './browser.testing.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { NoteData } from '../../core/note-data.ts';
import { show } from './render.testing.ts';

const { rowOfHit, rowOfPaper } = await import('./row-model.ts');
const { Marked } = await import('./paper-row.tsx');
const id = 'arxiv:2511.00001' as PaperId; // canonical by form
const data = (more: Partial<NoteData>): NoteData => ({
  known: true,
  match: 'id',
  ids: [id],
  title: 'A paper',
  otherTitles: [],
  tags: [],
  links: [],
  isNew: false,
  digests: [],
  conflicts: [],
  ...more,
});

test('own tags come first, key phrases are left to the card, and two tags fit', () => {
  const row = rowOfPaper(
    { ids: [id], title: 'A paper' },
    data({
      saved: { status: 'read', ownTags: ['thesis'] },
      tags: [
        { name: 'some phrase', kind: 'auto' },
        { name: 'Offline RL', kind: 'task' },
        { name: 'D4RL', kind: 'bench' },
      ],
    }),
    'd',
  );
  expect(row.tags.map((tag) => tag.name)).toEqual(['thesis', 'Offline RL']);
});

test('a saved paper is not new any more', () => {
  expect(rowOfPaper({ ids: [id], title: 'A' }, data({ isNew: true }), 'k').isNew).toBe(true);
  const saved = data({ isNew: true, saved: { status: 'to-read', ownTags: [] } });
  expect(rowOfPaper({ ids: [id], title: 'A' }, saved, 's').isNew).toBe(false);
});

test('authors are family names, four at most, else three and the rest counted', () => {
  const of = (authors: readonly string[]) => rowOfPaper({ ids: [id], title: 'A', authors }, undefined, '-').byline;
  expect(of(['Mira Bellwether', 'Norvane, Otis'])).toBe('Bellwether, Norvane');
  expect(of(['A One', 'B Two', 'C Three', 'D Four', 'E Five'])).toBe('One, Two, Three +2');
});

test('an inferred date is not saved as the date of the paper', () => {
  const day = '2025-12-11' as NonNullable<NoteData['date']>; // a real day
  const hit = (more: Partial<NoteData>) => rowOfHit({ key: id, data: data({ date: day, ...more }), marks: [] });
  expect(hit({ dateInferred: true }).save.date).toBeUndefined();
  expect(hit({}).save.date).toBe(day);
});

test('whatever ranges a search gives, the title is shown whole and once', () => {
  const range = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(range, { maxLength: 5 }), (text, ranges) => {
      const root = show(<Marked text={text} ranges={ranges} />);
      expect(root.textContent).toBe(text);
    }),
    { numRuns: 200 },
  );
});
