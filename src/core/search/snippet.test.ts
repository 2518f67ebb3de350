import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksIn } from './highlight.ts';
import { parseQuery } from './query.ts';
import { snippetOf } from './snippet.ts';

test('a few words around what was found, cut at words', () => {
  const text = `${'Some words that say little. '.repeat(20)}Swarms decide by quorum when they leave. ${'More of it. '.repeat(30)}`;
  const found = snippetOf(text, parseQuery('quorum '));
  expect(found).toMatch(/^….*Swarms decide by quorum when they leave\..*…$/);
  expect(snippetOf(text, parseQuery('absent '))).toBeUndefined();
  expect(snippetOf('Ask about the hive.', parseQuery('hive '))).toBe('Ask about the hive.');
});

test('whatever the text, it is a stretch of it, not long, well formed, and has a mark', () => {
  const word = fc.constantFrom('hive', 'a', '\n', '😀😀😀', 'e\u0301', 'x'.repeat(60), '强化学习', ' ');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), (parts) => {
      const text = parts.join(' ');
      const query = parseQuery('hive ');
      const found = snippetOf(text, query);
      expect(found === undefined).toBe(marksIn(text, query).length === 0);
      if (found === undefined) return;
      const inner = found.replace(/^…|…$/g, '');
      expect(text.replace(/\s+/g, ' ')).toContain(inner);
      expect(inner.length).toBeLessThanOrEqual(200);
      expect(inner.isWellFormed()).toBe(true);
      expect(marksIn(found, query).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
