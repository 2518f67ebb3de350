import { expect, test } from 'vitest';
import { stem } from './stem.ts';
import { wordsIn } from './words.ts';

test.each([
  ['processes', 'process'],
  ['policies', 'policy'],
  ['models', 'model'],
  ['boxes', 'box'],
  ['branches', 'branch'],
  ['analysis', 'analysis'],
  ['focus', 'focus'],
  ['loss', 'loss'],
  ['gas', 'gas'],
])('the plural is undone where it surely is one: %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

const stems = (text: string) => wordsIn(text).map((word) => `${word.follows ? '+' : ''}${word.stem}`);

test('common words and small numbers do not count; years and names with digits do', () => {
  expect(stems('The 3 of us tested 42 GPT4 models in 2024')).toEqual(['tested', '+gpt4', '+model', '+2024']);
});

test('words pair up over small words and hard line ends, not over sentences, brackets or paragraphs', () => {
  expect(stems('mixture of\nexperts. Sparse layers (gates)\n\nrouting')).toEqual([
    'mixture',
    '+expert',
    'sparse',
    '+layer',
    'gate',
    'routing',
  ]);
});

test('accents, case and compatibility forms are folded', () => {
  expect(stems('Schrödinger SCHRÖDINGER Schro\u0308dinger ﬁlter')).toEqual([
    'schrodinger',
    '+schrodinger',
    '+schrodinger',
    '+filter',
  ]);
});

test('the place of a word is where it stands in the text as given', () => {
  const text = 'Schrödinger’s bridges';
  expect(wordsIn(text).map((word) => text.slice(word.start, word.end))).toEqual(['Schrödinger', 'bridges']);
});
