import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GraphNode } from '../../../messaging/library-calls.ts';
import { byImportance, neighbours } from './graph.ts';
import { placeLabels } from './labels.ts';
import { settle } from './layout.ts';
import { isDirection, toward } from './toward.ts';
import { panBy, WHOLE, zoomAt } from './use-zoom.ts';

const frame = { width: 690, height: 360 };
const nodes = ['a', 'b', 'c', 'd'].map((label): GraphNode => ({ key: label, label, title: label, status: 'read' }));
const edges = [
  { a: 0, b: 1, weight: 0.2, terms: ['offline'] },
  { a: 2, b: 0, weight: 0.9, terms: ['value', 'd4rl'] },
];
const breathe = (): Promise<void> => Promise.resolve();

describe('places', () => {
  test('every node is inside the box, and no two are nearer than a target of 24 px', async () => {
    const count = 60;
    const links = Array.from({ length: 90 }, (_, i) => ({ a: i % count, b: (i * 7 + 1) % count, weight: 1 + (i % 5) }));
    const points = (await settle(count, links, frame, breathe)) ?? [];
    expect(points.length).toBe(count);
    for (const [i, p] of points.entries()) {
      expect(p.x).toBeGreaterThan(0);
      expect(p.x).toBeLessThan(frame.width);
      expect(p.y).toBeGreaterThan(0);
      expect(p.y).toBeLessThan(frame.height);
      for (const q of points.slice(i + 1)) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(24);
    }
  });
  test('the same graph always looks the same, and closer papers stand nearer', async () => {
    const links = [
      { a: 0, b: 1, weight: 5 },
      { a: 1, b: 2, weight: 0.5 },
    ];
    const [one, two] = [await settle(3, links, frame, breathe), await settle(3, links, frame, breathe)];
    expect(one).toEqual(two);
    const apart = (i: number, j: number): number => {
      const [p, q] = [one?.[i] ?? { x: 0, y: 0 }, one?.[j] ?? { x: 0, y: 0 }];
      return Math.hypot(p.x - q.x, p.y - q.y);
    };
    expect(apart(0, 1)).toBeLessThan(apart(1, 2));
  });
  test('work on a graph that is gone ends', async () => {
    const ending = new AbortController();
    ending.abort();
    const links = Array.from({ length: 400 }, (_, i) => ({ a: i % 200, b: (i * 3 + 1) % 200, weight: 1 }));
    expect(await settle(200, links, frame, breathe, ending.signal)).toBeUndefined();
  });
});

const point = fc.record({ x: fc.integer({ min: 0, max: 690 }), y: fc.integer({ min: 0, max: 360 }) });

test('no name covers another one, and the most important node always has one', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
      const widths = points.map((_, i) => 30 + ((i * 17) % 80));
      const labels = placeLabels(points, widths, [...points.keys()], frame, 9);
      expect(labels.has(0)).toBe(true);
      const boxes = [...labels].map(([i, { x, y, anchor }]) => {
        const width = widths[i] ?? 0;
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
        return { left, right: left + width, y };
      });
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < 12).toBe(false);
      });
    }),
    { numRuns: 100 },
  );
});

describe('arrow keys', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 160, y: 110 },
    { x: 130, y: 200 },
    { x: 20, y: 40 },
  ];
  test('go to the nearest paper on that side', () => {
    expect(toward(points, 0, 'ArrowRight')).toBe(1);
    expect(toward(points, 0, 'ArrowDown')).toBe(2);
    expect(toward(points, 0, 'ArrowLeft')).toBe(3);
    expect(toward(points, 3, 'ArrowUp')).toBeUndefined();
    expect(isDirection('Enter')).toBe(false);
  });
  test('whatever the places, right and then left leads on to the left side again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 2, maxLength: 30, selector: ({ x }) => x }), (any) => {
        const right = toward(any, 0, 'ArrowRight');
        if (right === undefined) return;
        expect(toward(any, right, 'ArrowLeft')).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});

test('zoom keeps what is under the pointer, and the drawing never leaves its frame', () => {
  const at = { x: 200, y: 100 };
  const near = zoomAt(WHOLE, at, 2, frame);
  expect([near.k * 200 + near.x, near.k * 100 + near.y]).toEqual([200, 100]);
  expect(zoomAt(near, at, 0.1, frame)).toEqual(WHOLE);
  expect(panBy(near, 5_000, -5_000, frame)).toEqual({ k: 2, x: 0, y: -360 });
});

test('neighbours come closest first with what they share; lonely papers are least important', () => {
  const graph = { nodes, edges };
  expect(neighbours(graph, 0).map(({ node, terms }) => [node.label, terms])).toEqual([
    ['c', ['value', 'd4rl']],
    ['b', ['offline']],
  ]);
  expect(byImportance(graph)).toEqual([0, 2, 1, 3]);
});
