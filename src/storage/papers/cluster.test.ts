/** Which entries are one paper: ids first, titles by the measured rules, never depending on order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../core/entry.ts';
import { parseId } from '../../core/identity/ids.ts';
import { inventedEntry } from '../../engine/invented.testing.ts';
import { CROWD, cluster } from './cluster.ts';

const TITLE = 'Offline reinforcement learning from scraps';
const entry = (title: string, ids: readonly string[] = [], authors?: readonly string[]): Entry => ({
  title,
  ids: ids.flatMap((id) => parseId(id) ?? []),
  ...(authors === undefined ? {} : { authors }),
  links: [],
  tags: [],
  line: 1,
});
const sizes = (...entries: Entry[]): readonly number[] =>
  cluster(
    entries.map((e) => ({ entry: e })),
    new WeakMap(),
  ).map((group) => group.length);

describe('one paper', () => {
  test('A17: the same id in a thousand forms is one record', () => {
    const forms = [
      'arXiv:2511.00001',
      '2511.00001v7',
      'https://arxiv.org/pdf/2511.00001v2',
      'doi:10.48550/arXiv.2511.00001',
    ];
    const entries = Array.from({ length: 1_000 }, (_, i) => entry(`Title ${i}`, [forms[i % forms.length] ?? '']));
    expect(sizes(...entries)).toEqual([1_000]);
  });
  test('A18: two papers of the same title stay two, one id with two titles is one', () => {
    expect(sizes(entry(TITLE, ['arXiv:2511.00001']), entry(TITLE, ['arXiv:2511.00002']))).toEqual([1, 1]);
    expect(sizes(entry(TITLE, ['arXiv:2511.00001']), entry('Another title', ['arXiv:2511.00001']))).toEqual([2]);
  });
  test('a digest without ids meets the paper by its title', () => {
    expect(sizes(entry(TITLE), entry(TITLE.toUpperCase(), ['arXiv:2511.00001']))).toEqual([2]);
  });
  test('a title that two papers have says nothing about an entry without ids', () => {
    expect(sizes(entry(TITLE, ['arXiv:2511.00001']), entry(TITLE, ['arXiv:2511.00002']), entry(TITLE))).toEqual([
      1, 1, 1,
    ]);
  });
  test('other authors keep equal titles apart', () => {
    expect(sizes(entry(TITLE, [], ['Ada Byron']), entry(TITLE, [], ['Emmy Noether']))).toEqual([1, 1]);
  });
  test('prefaces are never one paper', () => {
    expect(sizes(entry('Preface'), entry('Preface'))).toEqual([1, 1]);
  });
  test('an entry with two ids joins the papers of both', () => {
    expect(
      sizes(
        entry('One', ['arXiv:2511.00001']),
        entry('Two', ['doi:10.1234/two']),
        entry('x', ['arXiv:2511.00001', 'doi:10.1234/two']),
      ),
    ).toEqual([3]);
  });
  test('a title shared by a crowd says nothing, and is quick', () => {
    const crowd = Array.from({ length: 20 * CROWD }, (_, i) =>
      entry(TITLE, [`arXiv:2511.${String(i).padStart(5, '0')}`]),
    );
    expect(sizes(...crowd).length).toBe(crowd.length);
  });
});

test('order decides nothing', () => {
  const shape = (entries: readonly Entry[]): string =>
    JSON.stringify(
      cluster(
        entries.map((e) => ({ entry: e })),
        new WeakMap(),
      )
        .map((group) => group.map((item) => JSON.stringify(item.entry)).sort())
        .sort(),
    );
  fc.assert(
    fc.property(
      fc
        .array(inventedEntry, { maxLength: 12 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(shape(shuffled)).toBe(shape(list));
      },
    ),
    { numRuns: 300 },
  );
});
