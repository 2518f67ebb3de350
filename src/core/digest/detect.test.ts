import { expect, test } from 'vitest';
import { detectFormat } from './detect.ts';
import { parseDigest } from './parse.ts';
import { inventedAbstract, inventedPage } from './sample-page.testing.ts';

const page = inventedPage(6);

test.each([
  ['a copied page', page, 'hf-page'],
  ['a copied page from its middle on', page.slice(page.indexOf('•') - 400), 'hf-page'],
  ['a copied page with Windows line ends', page.replaceAll('\n', '\r\n'), 'hf-page'],
  ['a reply of the API', '[{"paper":{"id":"2511.08567"', 'hf-json'],
  ['a pretty-printed reply', '[\n  {\n    "paper": {', 'hf-json'],
  ['one paper of the API', '{"id":"2511.08567","authors":[],"publishedAt":"2025-11-11T00:00:00.000Z"', 'hf-json'],
  ['the JSON of a page', '{"periodType":"day","dailyPapers":[', 'hf-json'],
  ['the escaped JSON of a page', '{&quot;dailyPapers&quot;:[{&quot;paper&quot;:', 'hf-json'],
  ['a saved page', '<!doctype html>\n<title>Daily Papers - Hugging Face</title>', 'hf-json'],
  ['our own lines', '{"title":"A","ids":[]}\n', 'jsonl'],
  ['our own lines with a long abstract first', `{"abstract":"${'x'.repeat(9000)}","title":"A"}`, 'jsonl'],
  ['our own lines after a damaged one', `le":"A","ids":[]}\n{"title":"B"}\n`, 'jsonl'],
])('%s is told from its beginning', (_, text, format) => {
  expect(detectFormat(text)).toBe(format);
});

test.each([
  ['prose', `${inventedAbstract(3)}\n\nAnother paragraph.`],
  ['a program', 'export const x = {"title": 1};\nfunction y() {}'],
  ['other JSON', '{"name":"package","version":"1.0.0"}'],
  ['a spreadsheet', 'title,abstract\nA,B\n'],
  ['a web page of another site', '<!doctype html><title>News</title><p>9 authors'],
  ['BibTeX', '@article{x,\n title = {A}\n}'],
])('%s is none of ours, and the refusal says what is', (_, text) => {
  expect(detectFormat(text)).toBeUndefined();
  expect(parseDigest(text, {})).toMatchObject({
    ok: false,
    error: 'unknown-format',
    detail: expect.stringContaining('JSON Lines'),
  });
});

test('an abstract that speaks of JSON does not make a copied page JSON', () => {
  expect(detectFormat(page.replace('small model', 'small {"paper": 1} model'))).toBe('hf-page');
});

test('text without a character is empty, not unknown', () => {
  for (const text of ['', ' \n\t ', '\ufeff', '\u0000\u0000'])
    expect(parseDigest(text, {})).toMatchObject({ ok: false, error: 'empty' });
});
