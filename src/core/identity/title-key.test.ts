import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest, runs } from './runs.testing.ts';
import { hash53, isStopTitle, prefixKey, titleChars, titleKey } from './title-key.ts';

const SAME: readonly (readonly [string, string])[] = [
  ['$\\mu$KE: Knowledge Editing', 'μKE: Knowledge Editing'],
  ['$\\alpha$-Stable Processes', 'α-stable processes'],
  ['\\textbf{Deep} {L}earning', 'Deep Learning'],
  ["Erd\\H{o}s--R\\'enyi Graphs", 'Erdős–Rényi graphs'],
  ['G\\"odel, Escher', 'Gödel Escher'],
  ['Stra\\ss e', 'Straße'],
  ['Learning $L^2$ in $O(\\log n)$', 'Learning L² in O(log n)'],
  ['The $\\mathcal{O}(n)$ Bound', 'The O(n) Bound'],
  ['Eﬃcient ﬁne-tuning', 'Efficient fine-tuning'],
  ['Vector&amp;Matrix', 'Vector & Matrix'],
  ['  A   Title\n of two lines ', 'A title of two lines'],
  ['ＦＵＬＬ　ＷＩＤＴＨ', 'full width'],
  ['$\\varepsilon$-greedy', 'ε-greedy'],
  ['Ørsted and Łukasiewicz', 'Orsted and Lukasiewicz'],
];

describe('one title in two spellings has one key', () => {
  test.each(SAME)('%s = %s', (a, b) => {
    expect(titleChars(a)).toBe(titleChars(b));
    expect(titleKey(a)).toBe(titleKey(b));
  });
});

test('vowel signs of Indic scripts and other letters stay', () => {
  expect(titleChars('हिन्दी')).not.toBe(titleChars('हन्दा'));
  expect(titleChars('深度学习 2')).toBe('深度学习2');
});

test('titles that differ in a number, a letter or a Greek letter have different keys', () => {
  for (const [a, b] of [
    ['Algorithm II', 'Algorithm III'],
    ['2-opt', '3-opt'],
    ['$\\alpha$ decay', '$\\beta$ decay'],
  ] as const)
    expect(titleKey(a)).not.toBe(titleKey(b));
});

test('a title of signs alone has no key, and a short one no prefix key', () => {
  expect(titleKey('!?… 😀')).toBeUndefined();
  expect(prefixKey('a'.repeat(39))).toBeUndefined();
  expect(prefixKey(`${'a'.repeat(40)}b`)).toBe(prefixKey(`${'a'.repeat(40)}c`));
  expect(titleKey('x')).toMatch(/^t:[0-9a-z]+$/);
  expect(prefixKey('a'.repeat(40))).toMatch(/^p:[0-9a-z]+$/);
});

const STOP = [
  'Preface',
  'ACML: Preface',
  'Learning Theory 2015: Preface',
  'Front Matter',
  'Préface [Foreword]',
  'Editorial',
  'Proceedings of the 3rd Workshop on X',
  'This paper has been withdrawn by the authors',
  'Withdrawn',
  'INDEX',
  'Introduction',
  'Discussion',
  'Session 3: Parsing',
  'Letter to the Editor',
  'WITHDRAWN: A Study of Notes',
  'A Study of Notes [Retracted]',
];
const REAL = [
  'Introduction to Reinforcement Learning',
  'Attention Is All You Need',
  'Index Structures for Learned Search',
  'A Discussion of Bias',
  'Withdrawal Effects of Prompting',
  'Editorial Bias in News Corpora',
  'Sessions in Search Logs',
  'Retracted Articles in Citation Graphs',
  'Comments on Marginal Notes',
];

test.each(STOP)('"%s" decides nothing', (title) => expect(isStopTitle(title)).toBe(true));
test.each(REAL)('"%s" is a title', (title) => expect(isStopTitle(title)).toBe(false));

test('key characters are a fixed point and no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
      const chars = titleChars(title);
      expect(titleChars(chars)).toBe(chars);
      isStopTitle(title);
    }),
    { numRuns: runs(5000) },
  );
});

test('the hash is that of the published algorithm and stays within 53 bits', () => {
  expect(hash53('')).toBe(3338908027751811);
  expect(hash53('a')).toBe(7929297801672961);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Number.isSafeInteger(hash53(text)) && hash53(text) >= 0).toBe(true);
    }),
    { numRuns: runs(1000) },
  );
});

test('A16: the key of a megabyte of hostile text takes under 100 ms', () => {
  for (const piece of ['\\', '\\a', '{', '$', '&amp;', '&', ' ', '\u0301', 'é', '<A', 'HREF=""', '\\alpha', '0']) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const ms = fastest(() => {
      titleKey(text);
      isStopTitle(text);
    });
    expect(ms, `a megabyte of ${JSON.stringify(piece)}`).toBeLessThan(100);
  }
});
