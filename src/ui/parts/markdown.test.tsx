// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';
import { piecesOf } from './markdown-tokens.ts';
import { show } from './render.testing.ts';

const drawn = (text: string): HTMLElement => show(<Markdown text={text} />);
const links = (root: HTMLElement): readonly (string | null)[] =>
  [...root.querySelectorAll('a')].map((a) => a.getAttribute('href'));

test('a note shows its headings, lists, tasks, code, quotes and tables', () => {
  const root = drawn(
    '# One\n\nA **bold** and *soft* word, `code`.\n\n- a\n- [x] done\n- [ ] open\n\n3. three\n\n> said\n\n```js\nlet x;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---',
  );
  expect(root.querySelector('.h1')?.textContent).toBe('One');
  expect(root.querySelector('strong')?.textContent).toBe('bold');
  expect([...root.querySelectorAll('li')].map((li) => li.textContent)).toEqual(['a', '☑ done', '☐ open', 'three']);
  expect(root.querySelector('ol')?.getAttribute('start')).toBe('3');
  expect(root.querySelector('blockquote')?.textContent).toBe('said');
  expect(root.querySelector('pre')?.textContent).toBe('let x;');
  expect([...root.querySelectorAll('th, td')].map((cell) => cell.textContent)).toEqual(['a', 'b', '1', '2']);
  expect(root.querySelector('hr')).not.toBeNull();
});

test('a link leads to the web or nowhere', () => {
  const root = drawn(
    [
      '[ok](https://example.org/a)',
      '[plain](http://example.org/b)',
      '<https://example.org/c>',
      'see www.example.org',
      '[js](javascript:alert(1))',
      '[JS](JaVaScRiPt:alert(1))',
      '[tab](java&#x09;script:alert(1))',
      '[data](data:text/html,<script>alert(1)</script>)',
      '[file](file:///etc/passwd)',
      '[user](https://user:pass@example.org/)',
      '[local](http://localhost:8080/)',
      '[mail](mailto:a@example.org)',
      '[rel](/x)',
      '[ref]',
      '',
      '[ref]: vbscript:x',
    ].join('\n\n'),
  );
  expect(links(root)).toEqual([
    'https://example.org/a',
    'https://example.org/b',
    'https://example.org/c',
    'https://www.example.org/',
  ]);
  for (const a of root.querySelectorAll('a')) expect(a.rel).toContain('noopener');
  expect(root.textContent).toContain('[js](javascript:alert(1))');
});

test('a picture becomes a link: a note asks no server for anything', () => {
  const root = drawn('![a cat](https://example.org/cat.png) ![bad](javascript:x)');
  expect(root.querySelector('img')).toBeNull();
  expect(links(root)).toEqual(['https://example.org/cat.png']);
  expect(root.querySelector('a')?.textContent).toBe('a cat');
});

test('HTML is shown as it was written and is never a tag', () => {
  const text =
    '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and <b onclick="x()">bold</b>\n\n<iframe src="https://e.org"></iframe>';
  const root = drawn(text);
  expect(root.querySelector('script, img, iframe, b')).toBeNull();
  expect(root.textContent).toContain('<script>alert(1)</script>');
  expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(root.textContent).toContain('<b onclick="x()">');
});

test('signs written as references are read as signs, in text alone', () => {
  expect(drawn('a &lt; b &amp; c &#8211; d &unknown; `&lt;`').textContent).toBe('a < b & c – d &unknown; &lt;');
});

test('a note made to be slow or deep is shown as plain text at once', () => {
  const hostile = [
    '_a_'.repeat(66_000),
    '>'.repeat(200_000),
    `${'- '.repeat(50)}x`,
    '['.repeat(100_000),
    '**a'.repeat(60_000),
  ];
  for (const text of hostile) {
    const start = performance.now();
    const root = drawn(text);
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(root.textContent?.length).toBeGreaterThan(0);
  }
  expect(piecesOf('_a_'.repeat(66_000))).toBeUndefined();
  expect(piecesOf(`${'A sentence of a usual note. '.repeat(60)}\n\n`.repeat(100))).toBeDefined();
});
