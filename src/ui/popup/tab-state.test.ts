import '../parts/browser.testing.ts';
import { expect, test } from 'vitest';
import type { PaperId } from '../../core/identity/paper-id.ts';

const { countsOf, rowsOf, withStatus, withoutRepeats } = await import('./tab-state.ts');
const id = (n: number): PaperId => `arxiv:2511.0000${n}` as PaperId; // canonical by form
const paper = (n: number) => ({ ids: [id(n)], title: `Paper ${n}` });

test('a paper listed twice, as new and as cross-listed, is one row', () => {
  expect(withoutRepeats([paper(1), paper(2), paper(1)])).toEqual([paper(1), paper(2)]);
});

test('papers without an id are told apart by their title', () => {
  const a = { ids: [], title: 'A' };
  expect(withoutRepeats([a, { ids: [], title: 'B' }, a]).length).toBe(2);
});

test('marks alone give the saved state, also of rows whose whole answer is not here', () => {
  const rows = rowsOf([1, 2, 3, 4, 5, 6].map(paper), [], '-ksida');
  expect(rows.map((row) => row.status)).toEqual([undefined, undefined, 'to-read', 'reading', 'read', 'aside']);
  expect(countsOf(rows)).toMatchObject({ papers: 6, yours: 4, fresh: 0 });
});

test('a save and its undo change only the rows named', () => {
  const rows = rowsOf([1, 2].map(paper), [], '--');
  const saved = withStatus(rows, new Map([[id(1), 'to-read' as const]]));
  expect(saved.map((row) => row.status)).toEqual(['to-read', undefined]);
  expect(withStatus(saved, new Map([[id(1), undefined]]))).toEqual(rows);
  expect(saved[1]).toBe(rows[1]);
});
