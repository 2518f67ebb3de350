import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothTexts, mergeTexts, partsOf } from './merge-texts.ts';

test('two texts that grew apart become one with the parts of both', () => {
  const common = 'Edge-of-reach states: reachable only at the last rollout step.';
  expect(mergeTexts(`${common} Rerun table 4 with horizon 5.`, `${common} Ask Cong about the antmaze seeds.`)).toBe(
    `${common} Rerun table 4 with horizon 5. Ask Cong about the antmaze seeds.`,
  );
  expect(mergeTexts('One. **Two.**', 'One. Three.')).toBe('One. **Two.** Three.');
  expect(mergeTexts('# Plan\n\n- one\n- two', '# Plan\n\n- one\n- three')).toBe('# Plan\n\n- one\n- two\n- three');
  expect(mergeTexts('a\nb\nc', 'a\nx\nb\nc\nd')).toBe('a\nx\nb\nc\nd');
});

test('a text that has all of the other is the merged one', () => {
  expect(mergeTexts('short', 'short and more')).toBe('short and more');
  expect(mergeTexts('', 'only')).toBe('only');
  expect(mergeTexts('only', ' ')).toBe('only');
});

const sentence = fc.constantFrom('One.', 'Two!', 'Is it three?', 'four', 'A longer fifth one.', '**Six**.');
const text = fc
  .array(
    fc.array(sentence, { maxLength: 4 }).map((all) => all.join(' ')),
    { maxLength: 8 },
  )
  .map((lines) => lines.join('\n'));

test('nothing of either text is left out', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const merged = mergeTexts(a, b);
      for (const part of [...a.split(/[\n ]+/), ...b.split(/[\n ]+/)]) expect(merged).toContain(part);
      expect(mergeTexts(a, a)).toBe(a);
    }),
    { numRuns: 300 },
  );
});

test('texts too long to compare stand one below the other', () => {
  const [a, b] = [Array.from({ length: 3_000 }, (_, i) => `a${i}`), Array.from({ length: 3_000 }, (_, i) => `b${i}`)];
  expect(mergeTexts(a.join('\n'), b.join('\n'))).toBe(bothTexts(a.join('\n'), b.join('\n')));
});

test('all parts of a text together are the text, and what others lack is marked', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (text, others) => {
      expect(
        partsOf(text, others)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      expect(partsOf(text, [text]).some((part) => part.own)).toBe(false);
    }),
    { numRuns: 200 },
  );
  const parts = partsOf('Same. Here.\nEnd', ['Same. Here.\nEnd', 'Same. There.\nEnd']);
  expect(parts.filter((part) => part.own).map((part) => part.text)).toEqual(['Here.']);
});
