/** The gate for addresses: what may be asked, and what never. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../core/identity/runs.testing.ts';
import { askable, patternOf } from './address.ts';

const of = (text: string): string | undefined => {
  const asked = askable(text);
  return asked.ok ? asked.value.href : undefined;
};

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c'],
  ['https://user:secret@example.org/', 'https://example.org/'],
  ['http://127.0.0.1:23119/api/', 'http://127.0.0.1:23119/api/'],
  ['http://LOCALHOST:23119/', 'http://localhost:23119/'],
  ['http://u:p@127.0.0.1/', 'http://127.0.0.1/'],
  ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
  // the parser's own spelling of 127.0.0.1
  ['http://0x7f.1/', 'http://127.0.0.1/'],
])('%s may be asked, as %s', (text, href) => {
  expect(of(text)).toBe(href);
});

test.each([
  '',
  'example.org',
  '//example.org/',
  'http://example.org/',
  'http://127.0.0.1.example.org/',
  'http://localhost.example.org/',
  'http://127.0.0.1@example.org/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.1.1/',
  'http://0.0.0.0/',
  'http://127.0.0.2/',
  'http://[::ffff:127.0.0.1]/',
  'http://localhost./',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:https://example.org/1',
  'ws://127.0.0.1/',
  'ftp://example.org/',
  'chrome-extension://abc/x',
  'https://',
  'https:///',
])('%s may not', (text) => {
  expect(of(text)).toBeUndefined();
});

test('whatever is typed, what may be asked is https or this machine, and names nobody', () => {
  const piece = fc.constantFrom(
    ...[
      'http',
      'https',
      'file',
      ':',
      '//',
      '/',
      '@',
      '127.0.0.1',
      'localhost',
      '[::1]',
      'evil.example',
      '.',
      '\\',
      '#',
    ],
    ...['?', 'user', ':pw', ':80', '%00', '\t', '0x7f000001', '2130706433', '①', 'javascript', ' '],
  );
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const asked = askable(text);
      if (!asked.ok) return;
      const url = asked.value;
      expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
      expect(url.href.includes('@') && new URL(url.href).username !== '').toBe(false);
      if (url.protocol === 'https:') return;
      expect(url.protocol).toBe('http:');
      expect(['127.0.0.1', 'localhost', '[::1]']).toContain(url.hostname);
    }),
    { numRuns: runs(3000) },
  );
});

test('a permission is asked for the host, whatever its port', () => {
  const asked = askable('http://127.0.0.1:23119/api/');
  expect(asked.ok && patternOf(asked.value)).toBe('http://127.0.0.1/*');
});
