import { expect, test } from 'vitest';
import { shownRows, treeStep } from './tree-keys.ts';

const row = (id: string, parent: string | null, depth: number) => ({ id, name: id, parent, depth });
const rows = [
  row('Group', null, 0),
  row('Thesis', null, 0),
  row('Two', 'Thesis', 1),
  row('Tables', 'Two', 2),
  row('Three', 'Thesis', 1),
];
const none: ReadonlySet<string> = new Set();
const thesis: ReadonlySet<string> = new Set(['Thesis']);

test('what is inside a closed collection is not shown, however deep', () => {
  expect(shownRows(rows, thesis).map(({ id }) => id)).toEqual(['Group', 'Thesis']);
});

test('arrows go along what is shown; forward opens, then goes in; back closes, then goes out', () => {
  expect(treeStep(rows, none, 'Thesis', 'ArrowDown')).toEqual({ do: 'go', id: 'Two' });
  expect(treeStep(rows, thesis, 'Thesis', 'ArrowDown')).toBeUndefined();
  expect(treeStep(rows, thesis, 'Thesis', 'ArrowRight')).toEqual({ do: 'open', ids: ['Thesis'] });
  expect(treeStep(rows, none, 'Thesis', 'ArrowRight')).toEqual({ do: 'go', id: 'Two' });
  expect(treeStep(rows, none, 'Thesis', 'ArrowLeft')).toEqual({ do: 'close', ids: ['Thesis'] });
  expect(treeStep(rows, none, 'Tables', 'ArrowLeft')).toEqual({ do: 'go', id: 'Two' });
  expect(treeStep(rows, none, 'Group', 'ArrowRight')).toBeUndefined();
  expect(treeStep(rows, none, 'Group', 'End')).toEqual({ do: 'go', id: 'Three' });
});

test('from right to left the arrows change their meaning', () => {
  expect(treeStep(rows, thesis, 'Thesis', 'ArrowLeft', 'ArrowLeft')).toEqual({ do: 'open', ids: ['Thesis'] });
  expect(treeStep(rows, none, 'Tables', 'ArrowRight', 'ArrowLeft')).toEqual({ do: 'go', id: 'Two' });
});

test('letters go round the names, a star opens all beside it', () => {
  expect(treeStep(rows, none, 'Two', 't')).toEqual({ do: 'go', id: 'Tables' });
  expect(treeStep(rows, none, 'Three', 't')).toEqual({ do: 'go', id: 'Thesis' });
  expect(treeStep(rows, thesis, 'Group', '*')).toEqual({ do: 'open', ids: ['Thesis'] });
});
