import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceWithin } from '../identity/distance.ts';
import { isFunctionWord } from './function-words.ts';
import { type SearchDoc, type SearchIndex, searchIndex, searchIndexFrom } from './index-of.ts';
import { otherForms } from './plurals.ts';
import { parseQuery } from './query.ts';
import { tokensIn } from './tokens.ts';

const runs = (usual: number): number => (process.env['SOAK'] === undefined ? usual : usual * 30);

// A small vocabulary, so that random papers really share words, and words that are near each other.
const VOCABULARY =
  'honey honeys horny bees bee hive hives the of yeast yeasts beast dough though café Größe GPT-4 multi-agent multiagent 强化学习 model models modal'.split(
    ' ',
  );
const word = fc.constantFrom(...VOCABULARY);
const words = (most: number) => fc.array(word, { maxLength: most }).map((list) => list.join(' '));
const keys = fc.constantFrom(...'abcdefghij'.split(''), '__proto__', 'constructor');
const doc: fc.Arbitrary<SearchDoc> = fc.record(
  {
    key: keys,
    title: words(6),
    otherTitles: fc.array(words(3), { maxLength: 2 }),
    authors: fc.array(words(2), { maxLength: 3 }),
    abstract: words(15),
    tags: fc.array(words(2), { maxLength: 3 }),
    notes: words(5),
    year: fc.integer({ min: 2020, max: 2023 }),
    venue: words(2),
    status: fc.constantFrom('read', 'reading', 'aside'),
    collections: fc.array(words(2), { maxLength: 2 }),
    hasCode: fc.boolean(),
  },
  { requiredKeys: ['key', 'title'] },
);
const docs = fc.uniqueArray(doc, { maxLength: 10, selector: (d) => d.key });
const queryPart = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(word, fc.nat({ max: 5 })).map(([w, cut]) => w.slice(0, Math.max(1, w.length - cut))),
  },
  fc
    .tuple(fc.constantFrom('', 'tag:', 'author:', 'venue:', 'collection:'), words(2))
    .map(([name, text]) => `${name}"${text}"`),
  fc.constantFrom(
    'has:code',
    '-has:notes',
    'year:2021..',
    'status:read',
    'status:rea',
    '-honey',
    '-"bee hive"',
    'tag:mod',
  ),
);
const query = fc.array(queryPart, { maxLength: 4 }).map((parts) => parts.join(' '));

/** Everything that a user of the index can see of it. */
const seen = (index: SearchIndex, text: string) => ({
  size: index.size,
  found: index.find(parseQuery(text), { limit: 5 }),
  keys: [...index.keys(parseQuery(text))].sort(),
});

test('the order in which papers come does not matter', () => {
  fc.assert(
    fc.property(docs, query, fc.infiniteStream(fc.nat()), (all, text, numbers) => {
      const shuffled = all
        .map((d) => ({ d, n: numbers.next().value ?? 0 }))
        .sort((a, b) => a.n - b.n)
        .map(({ d }) => d);
      const grown = searchIndex();
      // A search freezes what was added: every paper becomes a segment of its own.
      for (const d of shuffled) {
        grown.add(d);
        grown.find(parseQuery(text), { limit: 1 });
      }
      expect(seen(grown, text)).toEqual(seen(searchIndex(all), text));
    }),
    { numRuns: runs(200) },
  );
});

test('any history of adding, replacing, removing, searching and merging ends where its outcome begins', () => {
  const step = fc.oneof(doc, keys, fc.constantFrom({ do: 'find' as const }, { do: 'compact' as const }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), docs, query, (history, first, text) => {
      const index = searchIndex(first);
      const outcome = new Map(first.map((d) => [d.key, d]));
      for (const s of history) {
        if (typeof s === 'string') expect(index.remove(s)).toBe(outcome.delete(s));
        else if (!('do' in s)) {
          index.add(s);
          outcome.set(s.key, s);
        } else if (s.do === 'find') index.find(parseQuery(text), { limit: 3 });
        else index.compact();
      }
      for (const key of 'abcdefghij') expect(index.has(key)).toBe(outcome.has(key));
      expect(seen(index, text)).toEqual(seen(searchIndex(outcome.values()), text));
    }),
    { numRuns: runs(200) },
  );
});

test('a stored and restored index answers equally, and can be changed', () => {
  fc.assert(
    fc.property(docs, doc, query, (all, more, text) => {
      const index = searchIndex(all);
      const restored = searchIndexFrom(index.bytes());
      expect(restored && seen(restored, text)).toEqual(seen(index, text));
      index.add(more);
      restored?.add(more);
      expect(restored && seen(restored, text)).toEqual(seen(index, text));
    }),
    { numRuns: runs(150) },
  );
});

test('words of rare scripts, cut where a character takes two units, survive being stored', () => {
  const title = `a${'𐌰'.repeat(100)} honey`;
  const restored = searchIndexFrom(searchIndex([{ key: 'a', title }]).bytes());
  expect(restored?.keys(parseQuery(`${title} `))).toEqual(['a']);
});

test('a damaged stored index is refused', () => {
  const bytes = searchIndex([{ key: 'a', title: 'honey bees', abstract: 'hive' }]).bytes();
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      expect(searchIndexFrom(damaged)).toBeUndefined();
      expect(searchIndexFrom(bytes.slice(0, at))).toBeUndefined();
    }),
    { numRuns: runs(200) },
  );
});

describe('one word', () => {
  /** All words of a paper, as a plain reading gives them. */
  const wordsOf = (d: SearchDoc): readonly string[] => {
    const texts = [
      d.title,
      ...(d.otherTitles ?? []),
      ...(d.authors ?? []),
      d.abstract ?? '',
      ...(d.tags ?? []),
      d.notes ?? '',
    ];
    const plain = texts.flatMap((text) => tokensIn(text).map((token) => token.word));
    return texts.some((text) => text.includes('multi-agent')) ? [...plain, 'multiagent'] : plain;
  };
  test('finds just the papers that a plain reading of all words finds', () => {
    fc.assert(
      fc.property(
        docs,
        fc.constantFrom('honey', 'hives', 'yeast', 'model', 'dough', 'multiagent', 'agents', 'grosse'),
        (all, typed) => {
          const near = (own: string): boolean =>
            own === typed ||
            otherForms(typed).includes(own) ||
            (own.length > 4 && distanceWithin(own, typed, 1) !== undefined);
          const naive = all.filter((d) => wordsOf(d).some((own) => near(own) && !isFunctionWord(own)));
          const found = searchIndex(all).keys(parseQuery(`${typed} `));
          expect([...found].sort()).toEqual(naive.map((d) => d.key).sort());
        },
      ),
      { numRuns: runs(300) },
    );
  });

  const letters = fc.constantFrom(...'abcdeéß'.split(''));
  const anyWord = fc.string({ unit: letters, minLength: 5, maxLength: 12 });
  test('of a title, of five letters or more, is found with any one edit', () => {
    fc.assert(
      fc.property(
        fc.array(anyWord, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        letters,
        fc.nat({ max: 3 }),
        (title, w, a, letter, kind) => {
          const index = searchIndex([
            { key: 'it', title: title.join(' ') },
            { key: 'other', title: 'zzzzzz' },
          ]);
          // As the index sees it: "ß" is two letters.
          const own = tokensIn(title[w % title.length] ?? '')[0]?.word ?? '';
          const at = a % own.length;
          const typed = [
            own.slice(0, at) + tokensIn(letter)[0]?.word.charAt(0) + own.slice(at),
            own.slice(0, at) + own.slice(at + 1),
            own.slice(0, at) + tokensIn(letter)[0]?.word.charAt(0) + own.slice(at + 1),
            own.slice(0, at) +
              own
                .slice(at, at + 2)
                .split('')
                .reverse()
                .join('') +
              own.slice(at + 2),
          ][kind];
          for (const text of [`${typed} `, `${typed}`]) expect(index.keys(parseQuery(text))).toContain('it');
        },
      ),
      { numRuns: runs(400) },
    );
  });
});
