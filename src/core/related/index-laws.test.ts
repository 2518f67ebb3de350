import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RelatedDoc, type RelatedIndex, relatedIndex, relatedIndexFrom } from './index-of.ts';

const runs = process.env['SOAK'] === undefined ? 150 : 5_000;

// A small vocabulary, so that random papers really share words.
const word = fc.constantFrom(
  ...'bee hive honey nectar flower drought yeast dough bread star dust disc planet Bayes GPU mRNA café processes'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 25 }).map((list) => list.join(' '));
const paper = fc.record({ title: words, abstract: words });
const key = fc.constantFrom(...'abcdefghij'.split(''), '__proto__', 'constructor');
const docs = fc.uniqueArray(fc.record({ key, title: words, abstract: words }), {
  maxLength: 10,
  selector: (d) => d.key,
});

/** Everything that a user of the index can see of it. */
const seen = (index: RelatedIndex, query: RelatedDoc | { title: string; abstract: string }) => ({
  size: index.size,
  closest: index.closest(query, { limit: 5 }),
  scores: index.scores(query, [...'abcdefghij']),
});

test('the order in which papers come does not matter, one by one or at once', () => {
  fc.assert(
    fc.property(docs, paper, fc.infiniteStream(fc.nat()), (all, query, numbers) => {
      const shuffled = all
        .map((d) => ({ d, n: numbers.next().value as number }))
        .sort((a, b) => a.n - b.n)
        .map(({ d }) => d);
      const grown = relatedIndex([]);
      for (const d of shuffled) grown.add(d);
      expect(seen(grown, query)).toEqual(seen(relatedIndex(all), query));
    }),
    { numRuns: runs },
  );
});

test('any history of adding, replacing and removing ends where its outcome begins', () => {
  const step = fc.oneof(fc.record({ key, title: words, abstract: words }), key);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), docs, paper, (history, first, query) => {
      const index = relatedIndex(first);
      const outcome = new Map(first.map((d) => [d.key, d]));
      for (const s of history) {
        if (typeof s === 'string') {
          expect(index.remove(s)).toBe(outcome.delete(s));
        } else {
          index.add(s);
          outcome.set(s.key, s);
        }
      }
      expect(seen(index, query)).toEqual(seen(relatedIndex([...outcome.values()]), query));
    }),
    { numRuns: runs },
  );
});

test('adding and removing again leaves no trace', () => {
  fc.assert(
    fc.property(docs, paper, paper, (all, extra, query) => {
      const index = relatedIndex(all);
      const before = seen(index, query);
      index.add({ key: 'extra', ...extra });
      index.remove('extra');
      expect(seen(index, query)).toEqual(before);
    }),
    { numRuns: runs },
  );
});

test('many changes are merged without a visible difference', () => {
  // Each paper has its own words, so that the changes outgrow what is kept apart.
  const one = (i: number): RelatedDoc => ({
    key: `k${i}`,
    title: `bee hive honey ${i % 7}`,
    abstract: Array.from({ length: 120 }, (_, w) => `word${i}x${w}`).join(' '),
  });
  const all = Array.from({ length: 400 }, (_, i) => one(i));
  const grown = relatedIndex([]);
  for (const d of all) grown.add(d);
  for (const d of all.slice(0, 100)) grown.remove(d.key);
  const query = { title: 'honey bee hive', abstract: 'word150x1 word150x2 word390x7' };
  expect(seen(grown, query)).toEqual(seen(relatedIndex(all.slice(100)), query));
});

test('a stored index answers as before, and grows as before', () => {
  fc.assert(
    fc.property(docs, paper, paper, fc.nat(3), (all, extra, query, offset) => {
      const index = relatedIndex(all);
      index.add({ key: 'gone', ...extra });
      index.remove('gone');
      const bytes = index.bytes();
      // Storage may hand back a view into a larger buffer, at any offset.
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      const read = relatedIndexFrom(moved.subarray(offset))!;
      expect(seen(read, query)).toEqual(seen(index, query));
      read.add({ key: 'a', ...extra });
      index.add({ key: 'a', ...extra });
      expect(seen(read, query)).toEqual(seen(index, query));
    }),
    { numRuns: runs },
  );
});

test('a damaged or cut stored index is refused', () => {
  const bytes = relatedIndex([{ key: 'a', title: 'bee hive', abstract: 'honey' }]).bytes();
  expect(relatedIndexFrom(bytes)).toBeDefined();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bad = bytes.slice();
      bad[at] = bad[at]! ^ flip;
      expect(relatedIndexFrom(bad)).toBeUndefined();
      expect(relatedIndexFrom(bytes.subarray(0, at))).toBeUndefined();
    }),
    { numRuns: runs },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => relatedIndexFrom(noise) === undefined));
});

test('no text makes it throw, and every answer is well-formed', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), words);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), text, text, (list, title, abstract) => {
      const index = relatedIndex(list.map(([t, a], i) => ({ key: `${i}`, title: t, abstract: a })));
      index.add({ key: 'self', title, abstract });
      for (const { score, shared } of index.closest({ title, abstract }, { limit: 10 })) {
        expect(score).toBeGreaterThanOrEqual(0.1);
        expect(score).toBeLessThanOrEqual(1);
        expect(shared.length).toBeLessThanOrEqual(5);
        for (const shown of shared) expect(shown.length).toBeLessThanOrEqual(48);
      }
    }),
    { numRuns: runs },
  );
});

test.each([['<A'], ['0'], [' '], ['a b '], ['bee hive '], ['\ud83d'], ['x.'], ['a\u0301']])(
  'a megabyte of %j is indexed and asked in under 100 ms',
  (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      const index = relatedIndex([{ key: 'a', title: text, abstract: text }]);
      index.closest({ title: text, abstract: text }, { limit: 3 });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  },
);
