import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Link } from './link.ts';
import { mergeLinks } from './merge.ts';
import { linkOfUrl } from './of-url.ts';

const link = (url: string, status: Link['status'], source: Link['evidence']['source']): Link => {
  const made = linkOfUrl(url, { source, text: `from ${source}` }, status);
  if (made === undefined) throw new Error(url);
  return made;
};

test('one repository in several spellings is one link, with the strongest statement about it', () => {
  const merged = mergeLinks([
    link('http://github.com/A/b.git', 'promised', 'abstract'),
    link('https://github.com/a/B/tree/main', 'released', 'abstract'),
    link('https://www.github.com/a/b', 'released', 'digest'),
  ]);
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({ status: 'released', evidence: { source: 'digest' } });
});

test('code comes before everything else, and released before promised', () => {
  const merged = mergeLinks([
    link('https://example.org/', 'released', 'abstract'),
    link('https://github.com/a/c', 'promised', 'abstract'),
    link('https://a.github.io/', 'released', 'abstract'),
    link('https://github.com/a/b', 'released', 'abstract'),
  ]);
  expect(merged.map(({ label }) => label)).toEqual(['a/b', 'a/c', 'a.github.io', 'example.org']);
});

test('the order in which links were found never matters, and merging again changes nothing', () => {
  const urls = [
    'https://github.com/a/b',
    'https://github.com/A/B/tree/x',
    'https://a.github.io',
    'https://a.github.io/',
    'https://youtu.be/x',
  ];
  const any = fc.tuple(
    fc.constantFrom(...urls),
    fc.constantFrom('released' as const, 'promised' as const, 'third-party' as const),
    fc.constantFrom('abstract' as const, 'digest' as const, 'remark' as const, 'title' as const),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.array(any, { maxLength: 6 }), (a, b) => {
      const [left, right] = [a.map((x) => link(...x)), b.map((x) => link(...x))];
      const merged = mergeLinks([...left, ...right]);
      expect(mergeLinks([...right, ...left].reverse())).toEqual(merged);
      expect(mergeLinks([...mergeLinks(left), ...mergeLinks(right)])).toEqual(merged);
      expect(mergeLinks(merged)).toEqual(merged);
    }),
  );
});
