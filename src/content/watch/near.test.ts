import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nearestFirst, nearRanges } from './near.ts';

/** Items of a given height, one under the other, from `top`; a height of 0 is hidden. */
function items(heights: readonly number[], top = 0): { elements: Element[]; reads: () => number } {
  let at = top;
  const read = vi.fn((box: object) => box);
  const elements = heights.map((height) => {
    const box =
      height === 0 ? { top: 0, bottom: 0, width: 0, height: 0 } : { top: at, bottom: at + height, width: 9, height };
    at += height;
    return { getBoundingClientRect: () => read(box) } as unknown as Element; // only its rectangle is asked for
  });
  return { elements, reads: () => read.mock.calls.length };
}

const nearRange = (elements: readonly Element[], margin: number) =>
  nearRanges(elements.length, (i) => elements[i], [margin])[0];

beforeEach(() => vi.stubGlobal('innerHeight', 800));

describe('near the viewport', () => {
  test('2,000 items cost a few rectangles, not 2,000', () => {
    const { elements, reads } = items(
      Array.from({ length: 2_000 }, () => 100),
      -50_000,
    );
    expect(nearRange(elements, 600)).toEqual({ from: 493, to: 515 });
    expect(reads()).toBeLessThan(30);
  });
  test('the whole of a short page, nothing of an empty one, nothing far above or below', () => {
    expect(nearRange(items([100, 100]).elements, 600)).toEqual({ from: 0, to: 2 });
    expect(nearRange([], 600)).toEqual({ from: 0, to: 0 });
    expect(nearRange(items([100, 100], 9_000).elements, 600)).toEqual({ from: 0, to: 0 });
    expect(nearRange(items([100, 100], -9_000).elements, 600)).toEqual({ from: 2, to: 2 });
  });
  test('hidden items do not lead the search astray', () => {
    const heights = Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 0 : 100));
    const { from = 0, to = 0 } = nearRange(items(heights, -10_000).elements, 0) ?? {};
    expect([from >= 148 && from <= 151, to >= 161 && to <= 165]).toEqual([true, true]);
  });
  test('rows of a grid share their top', () => {
    const grid = items([100, 100, 100]).elements.flatMap((row) => [row, row, row]);
    expect(nearRange(grid, 0)).toEqual({ from: 0, to: 9 });
  });
});

test('the nearest come first, each once', () => {
  expect(nearestFirst({ from: 4, to: 6 }, 8)).toEqual([5, 4, 6, 3, 7, 2, 1, 0]);
  expect(nearestFirst({ from: 0, to: 0 }, 3)).toEqual([0, 1, 2]);
  expect(nearestFirst({ from: 3, to: 3 }, 3)).toEqual([2, 1, 0]);
  expect(nearestFirst({ from: 0, to: 0 }, 0)).toEqual([]);
});
