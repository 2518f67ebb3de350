/** Collections, tags, rules and saved searches, as a person sees them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canon } from './canon.ts';
import { newClock, stamper } from './clock.ts';
import { merge } from './merge.ts';
import { takeBackEdits } from './registers.ts';
import { newThingState, setThing, type ThingActed } from './set-thing.ts';
import type { ThingFields, ThingState } from './things.ts';
import { collectionsIn, isThere, pathOf, rulesIn, searchesIn, tagsIn, withBelow } from './things-view.ts';

const NOW = 1_764_000_000_000;
const at = (device: string, now = NOW) => stamper(newClock(device), now).next;
const next = at('a');
const thing = (...fields: ThingFields[]): ThingState =>
  fields.reduce((state: ThingState, field) => setThing(state, field, next).state, newThingState());
const collection = (id: string, parent: string | null, more: { deleted?: boolean } = {}) => ({
  id,
  state: thing({ kind: 'collection', name: id.toUpperCase(), parent, ...more }),
});
const tree = (entries: Parameters<typeof collectionsIn>[0]) =>
  Object.fromEntries(collectionsIn(entries).map(({ id, parent }) => [id, parent]));

describe('collections', () => {
  test('stand in a tree; one whose parent was taken away moves up to the next that is there', () => {
    const all = [
      collection('a', null),
      collection('b', 'a', { deleted: true }),
      collection('c', 'b'),
      collection('d', 'nobody'),
    ];
    expect(tree(all)).toEqual({ a: null, c: 'a', d: null });
    expect(pathOf(collectionsIn(all), 'c')).toEqual(['A', 'C']);
  });
  test('that run in a circle stand at the root, and what hangs on them keeps its place', () => {
    const circle = [collection('a', 'b'), collection('b', 'a'), collection('c', 'a'), collection('self', 'self')];
    expect(tree(circle)).toEqual({ a: null, b: null, c: 'a', self: null });
    const deleted = [
      collection('x', 'y', { deleted: true }),
      collection('y', 'x', { deleted: true }),
      collection('z', 'x'),
    ];
    expect(tree(deleted)).toEqual({ z: null });
  });
  test('any tree, whatever the parents say, has a root above every collection and is walked to its end', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'] as const;
    const any = fc.tuple(...ids.map(() => fc.tuple(fc.constantFrom(null, 'nobody', ...ids), fc.boolean())));
    const law = fc.property(any, (parents) => {
      const shown = collectionsIn(
        parents.map(([parent, deleted], i) => collection(ids[i] ?? 'a', parent, { deleted })),
      );
      const byId = new Map(shown.map((one) => [one.id, one]));
      for (const one of shown) {
        let steps = 0;
        for (let up = one.parent; up !== null; up = byId.get(up)?.parent ?? null) {
          expect(byId.has(up)).toBe(true);
          steps += 1;
          expect(steps).toBeLessThan(shown.length + 1);
        }
        expect(withBelow(shown, one.id).has(one.id)).toBe(true);
        expect(pathOf(shown, one.id).at(-1)).toBe(one.name);
      }
    });
    fc.assert(law, { numRuns: 300 });
  });
});

test('a tag has a colour or is none; a rule is on unless it was switched off; a search keeps its text', () => {
  expect(tagsIn([{ id: 'RL', state: thing({ kind: 'tag', colour: 'plum' }) }])).toEqual([
    { name: 'RL', colour: 'plum' },
  ]);
  expect(tagsIn([{ id: 'RL', state: thing({ kind: 'tag', colour: 'plum' }, { kind: 'tag', colour: null }) }])).toEqual(
    [],
  );
  const rule = thing({ kind: 'rule', name: 'R', when: { author: 'Sims' }, adds: { tags: ['x'] } });
  expect(rulesIn([{ id: 'r', state: rule }])).toEqual([
    { id: 'r', name: 'R', on: true, when: { author: 'Sims' }, adds: { tags: ['x'] } },
  ]);
  expect(rulesIn([{ id: 'r', state: setThing(rule, { kind: 'rule', on: false }, next).state }])[0]?.on).toBe(false);
  expect(searchesIn([{ id: 's', state: thing({ kind: 'search', name: 'S', text: 'tag:x' }) }])).toEqual([
    { id: 's', name: 'S', text: 'tag:x' },
  ]);
});

test('what comes from a foreign file is read field by field', () => {
  const stamp = next();
  const odd = {
    v: 1,
    f: { name: [7, stamp], when: ['all', stamp], adds: [{ tags: [1, 'ok'] }, stamp], parent: [3, stamp] },
  };
  const entries = [{ id: 'x', state: odd as unknown as ThingState }]; // what a damaged file holds
  expect(rulesIn(entries)).toEqual([{ id: 'x', name: 'x', on: true, when: {}, adds: { tags: ['ok'] } }]);
  expect(collectionsIn(entries)).toEqual([{ id: 'x', name: 'x', parent: null }]);
  expect(searchesIn(entries)).toEqual([{ id: 'x', name: 'x', text: '' }]);
});

const anyFields: fc.Arbitrary<ThingFields> = fc.record(
  {
    kind: fc.constant('collection' as const),
    name: fc.constantFrom('One', 'Two'),
    parent: fc.constantFrom(null, 'a', 'b'),
    deleted: fc.boolean(),
  },
  { requiredKeys: ['kind'] },
);

test('F17: any changes of a thing, taken back in reverse order, end where they began', () => {
  const law = fc.property(fc.array(anyFields, { maxLength: 8 }), fc.boolean(), (all, had) => {
    const start = had ? thing({ kind: 'collection', name: 'Zero', parent: 'z' }) : undefined;
    let state = start;
    const done: ThingActed[] = [];
    for (const fields of all) {
      const acted = setThing(state, fields, next);
      state = acted.state;
      done.push(acted);
    }
    for (const { edits } of done.reverse()) if (state !== undefined) state = takeBackEdits(state, edits, next).state;
    const show = (one: ThingState | undefined) =>
      one === undefined || !isThere(one) ? 'none' : canon(collectionsIn([{ id: 'c', state: one }]));
    expect(show(state)).toBe(show(start));
  });
  fc.assert(law, { numRuns: process.env['SOAK'] ? 20_000 : 300 });
});

test('two copies that change one thing end equal', () => {
  const law = fc.property(anyFields, anyFields, (here, there) => {
    const start = thing({ kind: 'collection', name: 'Zero' });
    const a = setThing(start, here, at('a', NOW + 5)).state;
    const b = setThing(start, there, at('b', NOW + 5)).state;
    expect(canon(merge('collection', a, b))).toBe(canon(merge('collection', b, a)));
  });
  fc.assert(law, { numRuns: 300 });
});
