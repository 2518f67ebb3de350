import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceWithin } from './distance.ts';
import { matchTitle, type TitleFacts } from './match-title.ts';
import type { PaperId } from './paper-id.ts';
import { fastest, runs } from './runs.testing.ts';
import { surnames } from './surnames.ts';

const LONG = 'A Careful Study of Marginal Notes in Large Libraries';
const ada = ['Ada Quill', 'Bo Nib'];
const other = ['Cy Ink'];
const facts = (title: string, more: Omit<TitleFacts, 'title'> = {}): TitleFacts => ({ title, ...more });

describe('when two titles are one paper', () => {
  test('A18: two papers of one title but different authors stay two', () => {
    expect(matchTitle(facts(LONG, { authors: ada }), facts(LONG, { authors: other }))).toBe('none');
  });
  test('A18: two papers of one title but different ids of one kind stay two', () => {
    const a = facts(LONG, { authors: ada, ids: ['arxiv:2501.00001' as PaperId] });
    expect(matchTitle(a, facts(LONG, { authors: ada, ids: ['arxiv:2501.00002' as PaperId] }))).toBe('none');
    expect(matchTitle(a, facts(LONG, { authors: ada, ids: ['acl:P19-1001' as PaperId] }))).toBe('title');
  });
  test('a preprint DOI beside the publisher’s DOI is no conflict', () => {
    const preprint = facts(LONG, { authors: ada, ids: ['doi:10.1101/696633' as PaperId] });
    expect(matchTitle(preprint, facts(LONG, { authors: ada, ids: ['doi:10.1016/j.x' as PaperId] }))).toBe('title');
  });
  test('a long title decides alone, unless years or author counts speak against it', () => {
    expect(matchTitle(facts(LONG), facts(LONG.toUpperCase()))).toBe('title');
    expect(matchTitle(facts(LONG, { year: 2020 }), facts(LONG, { year: 2022 }))).toBe('title');
    expect(matchTitle(facts(LONG, { year: 2018 }), facts(LONG, { year: 2022 }))).toBe('probably');
    expect(matchTitle(facts(LONG, { authorCount: 3 }), facts(LONG, { authorCount: 9 }))).toBe('probably');
  });
  test('a title of 12 to 19 characters needs an author, a year or an id', () => {
    const short = 'Marginal Notes Two'; // 16 key characters
    expect(matchTitle(facts(short), facts(short))).toBe('none');
    expect(matchTitle(facts(short, { authors: ada }), facts(short, { authors: ['Quill, A.'] }))).toBe('title');
    expect(matchTitle(facts(short, { year: 2024 }), facts(short, { year: 2024 }))).toBe('title');
    const ids = ['doi:10.1000/x' as PaperId];
    expect(matchTitle(facts(short, { ids }), facts(short, { ids }))).toBe('title');
    expect(matchTitle(facts(short, { year: 2024, authors: ada }), facts(short, { year: 2024, authors: other }))).toBe(
      'none',
    );
  });
  test('a title under 12 characters or of a preface never decides', () => {
    expect(matchTitle(facts('Notes', { authors: ada, year: 2024 }), facts('Notes', { authors: ada, year: 2024 }))).toBe(
      'none',
    );
    const preface = 'Preface to the Third Workshop on Marginal Notes';
    expect(matchTitle(facts(preface, { authors: ada }), facts(preface, { authors: ada }))).toBe('none');
  });
  test('a slip of the pen with a shared author is "probably", never more', () => {
    const slip = LONG.replace('Marginal', 'Margnial');
    expect(matchTitle(facts(LONG, { authors: ada }), facts(slip, { authors: ada }))).toBe('probably');
    expect(matchTitle(facts(LONG), facts(slip))).toBe('none');
    expect(matchTitle(facts(LONG, { authors: ada }), facts(slip, { authors: other }))).toBe('none');
  });
  test.each([
    ['Fast Search in Large Libraries, Algorithm II', 'Fast Search in Large Libraries, Algorithm III'],
    ['A 2-opt Heuristic for Sorting Large Shelves', 'A 3-opt Heuristic for Sorting Large Shelves'],
    ['Marginal Notes in Large Libraries: Part A', 'Marginal Notes in Large Libraries: Part B'],
    ['Notes of the Year 2015 in Large Old Libraries', 'Notes of the Year 2016 in Large Old Libraries'],
    [
      'Supervised Reading of Marginal Notes in Large Libraries',
      'Unsupervised Reading of Marginal Notes in Large Libraries',
    ],
    ['Marginal Notes in Symmetric Libraries of Large Size', 'Marginal Notes in Asymmetric Libraries of Large Size'],
  ])('%s is not %s', (a, b) => {
    expect(matchTitle(facts(a, { authors: ada }), facts(b, { authors: ada }))).toBe('none');
  });
  test('a title cut by the page matches by its first 40 characters or not at all', () => {
    const cut = (length: number): string => `${LONG.slice(0, length)}…`;
    expect(matchTitle(facts(cut(49), { cut: true, authors: ada }), facts(LONG, { authors: ada }))).toBe('title');
    expect(matchTitle(facts(cut(49), { cut: true }), facts(LONG))).toBe('probably');
    expect(matchTitle(facts(cut(30), { cut: true, authors: ada }), facts(LONG, { authors: ada }))).toBe('none');
    expect(matchTitle(facts(cut(49)), facts(LONG))).toBe('none');
  });
  test('which side is asked first makes no difference', () => {
    const side = fc.record(
      {
        title: fc.constantFrom(LONG, LONG.replace('Notes', 'Note'), 'Marginal Notes Two', 'Notes', 'Preface', ''),
        authors: fc.constantFrom(ada, other, []),
        year: fc.constantFrom(2020, 2024),
        ids: fc.constantFrom([], ['arxiv:2501.00001'] as PaperId[], ['arxiv:2501.00002'] as PaperId[]),
        cut: fc.boolean(),
      },
      { requiredKeys: ['title'] },
    );
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(matchTitle(a, b)).toBe(matchTitle(b, a));
      }),
      { numRuns: runs(2000) },
    );
  });
  test('A16: a title of a megabyte takes under 100 ms and matches nothing', () => {
    const ms = fastest(() => {
      expect(
        matchTitle(facts('a'.repeat(1_000_000), { authors: ada }), facts('b'.repeat(1_000_000), { authors: ada })),
      ).toBe('none');
      expect(matchTitle(facts('a '.repeat(1500), { authors: ada }), facts('b '.repeat(1500), { authors: ada }))).toBe(
        'none',
      );
    });
    expect(ms).toBeLessThan(100);
  });
});

describe('authors as sets', () => {
  const shared = (a: readonly string[], b: readonly string[]): boolean =>
    [...surnames(a)].some((name) => surnames(b).has(name));
  test.each([
    [['Xie Liang'], ['Liang Xie']],
    [['Erdős, Paul'], ['P. Erdos']],
    [['Jürgen Müller'], ['J. Mueller']],
    [["Conan O'Brien"], ['OBrien C']],
    [['Hector Garcia-Molina'], ['H. Garcia‐Molina']],
    [['Martin Luther King Jr.'], ['King, Martin Luther']],
    [['李明'], ['李明']],
  ])('%j and %j have someone in common', (a, b) => expect(shared(a, b)).toBe(true));
  test('a shared given name is no shared author, and nobody is not someone', () => {
    expect(shared(['Wei Zhang'], ['Wei Li'])).toBe(false);
    expect(surnames(['Anonymous', 'et al.', '', ' ']).size).toBe(0);
  });
});

test('the banded distance is the plain one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.nat(6), (a, b, most) => {
      const plain = naive(a, b);
      expect(distanceWithin(a, b, most)).toBe(plain <= most ? plain : undefined);
    }),
    { numRuns: runs(3000) },
  );
});

/** Optimal string alignment by its definition, the whole table. */
function naive(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number): number => d[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, cell(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = cost; // the table has this row
    }
  return cell(a.length, b.length);
}
