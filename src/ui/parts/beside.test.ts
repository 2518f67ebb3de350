import { expect, test } from 'vitest';
import { beside } from './beside.ts';

const view = { width: 800, height: 600 };
const button = { left: 100, top: 100, width: 40, height: 30 };

test('a menu opens under its button, with the edges aligned, and mirrored from right to left', () => {
  expect(beside(button, { width: 200, height: 300 }, view, false)).toEqual({ left: 100, top: 134, maxHeight: 458 });
  expect(beside({ ...button, left: 500 }, { width: 200, height: 300 }, view, true).left).toBe(340);
});

test('at the foot of the window it opens above, and never outside of it', () => {
  const low = { ...button, top: 550, left: 780 };
  expect(beside(low, { width: 200, height: 300 }, view, false)).toEqual({ left: 592, top: 246, maxHeight: 538 });
  expect(beside(low, { width: 200, height: 900 }, view, false).top).toBe(8);
});
