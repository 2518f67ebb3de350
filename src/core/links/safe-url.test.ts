import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkOfUrl } from './of-url.ts';
import { checkUrl, safeUrl } from './safe-url.ts';
import { linksIn } from './scan.ts';

const evidence = { source: 'digest', text: 'test' } as const;
const many = Number(process.env['SOAK'] ?? 0) > 0 ? 100_000 : 3000;

test('A03: a script address is no link, in any spelling', () => {
  const spellings = [
    'javascript:void(window.__pwn=1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript://github.com/a/b%0aalert(1)',
    'javascript:https://github.com/a/b',
  ];
  for (const url of spellings) {
    expect(safeUrl(url), url).toBeUndefined();
    expect(linkOfUrl(url, evidence), url).toBeUndefined();
    for (const link of linksIn(`Code: ${url}`, 'abstract')) expect(link.url).toMatch(/^https:\/\/github\.com\//);
  }
  expect(linksIn('Code: javascript:void(window.__pwn=1)', 'abstract')).toEqual([]);
});

test('A04: no scheme but http and https leads anywhere', () => {
  const urls = [
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'blob:https://github.com/1',
    'filesystem:https://a.b/c',
    'file:///etc/passwd',
    'chrome://settings',
    'chrome-extension://abc/x.html',
    'about:blank',
    'ftp://github.com/a/b',
    'ws://github.com/a/b',
    'view-source:https://github.com/a/b',
    'https:github.com/a/b',
    '//github.com/a/b',
    'github.com/a/b',
    '/etc/passwd',
    '',
  ];
  for (const url of urls) expect(checkUrl(url), url).toEqual({ ok: false, reason: 'not-web' });
});

test('A05: an address with a user part is dropped and says why', () => {
  for (const url of [
    'https://github.com@evil.example/x',
    'https://user:pw@github.com/a/b',
    'https://github.com%40evil.example/',
    'http://@github.com/a/b',
  ])
    expect(checkUrl(url), url).toEqual({ ok: false, reason: 'userinfo' });
  expect(linksIn('Code: https://github.com@evil.example/x and https://user:pw@github.com/a/b', 'abstract')).toEqual([]);
  expect(safeUrl('https://medium.com/@someone/post')).toBe('https://medium.com/@someone/post');
});

test('A06: a look-alike host shows its punycode and is not GitHub', () => {
  const link = linkOfUrl('https://gіthub.com/a/b', evidence); // Cyrillic і
  expect(link?.label).toBe('xn--gthub-n2e.com');
  expect(link?.kind).toBe('web');
  expect(link?.key).toBeUndefined();
  expect(linksIn('Code: https://gіthub.com/a/b.', 'abstract').map(({ kind, label }) => ({ kind, label }))).toEqual([
    { kind: 'web', label: 'xn--gthub-n2e.com' },
  ]);
  expect(linkOfUrl('https://github.com.evil.example/a/b', evidence)?.kind).toBe('web');
  expect(linkOfUrl('https://github.com%2eevil.example/a/b', evidence)?.label).toBe('github.com.evil.example');
  expect(linkOfUrl('https://notgithub.com/a/b', evidence)?.key).toBeUndefined();
});

test('invisible and reversing characters, backslashes and blanks are not repaired but refused', () => {
  for (const odd of [
    '\u202e',
    '\u200b',
    '\ufeff',
    '\\',
    ' ',
    '\t',
    '\n',
    '\u0000',
    '\u007f',
    '\u2028',
    '\ud800',
    '\uffff',
    '\u00ad',
  ])
    expect(checkUrl(`https://github.com/a${odd}/b`), JSON.stringify(odd)).toEqual({
      ok: false,
      reason: 'odd-characters',
    });
  expect(safeUrl('https://example.org/数据/😀')).toBe('https://example.org/%E6%95%B0%E6%8D%AE/%F0%9F%98%80');
});

test('no address of this machine or of a private network is a link', () => {
  for (const host of [
    'localhost',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '192.168.0.1',
    'router',
    '169.254.169.254',
    '1.1',
  ])
    expect(checkUrl(`http://${host}/x`), host).toEqual({ ok: false, reason: 'host' });
});

test('http is upgraded, and a link of a link is the same link', () => {
  expect(safeUrl('http://github.com/a/b')).toBe('https://github.com/a/b');
  expect(safeUrl('HTTP://GitHub.com/A/b')).toBe('https://github.com/A/b');
  const url = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `https://${text}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^(javascript|data|https?|file):[\s\S]{0,40}$/),
  );
  fc.assert(
    fc.property(url, (text) => {
      const safe = safeUrl(text);
      if (safe === undefined) return;
      expect(safe).toMatch(/^https:\/\/[a-z0-9._-]+(?::\d+)?\//);
      expect(safeUrl(safe)).toBe(safe);
      const { protocol, username, password } = new URL(safe);
      expect([protocol, username, password]).toEqual(['https:', '', '']);
    }),
    { numRuns: many },
  );
});

test('whatever the text, every link found in it passes the gate again and bears its true host', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'https://',
      'http://',
      'github.com/',
      'javascript:',
      '@',
      'user:pw@',
      '\\href{',
      '}{here}',
      '(',
      ')',
      '.',
      '\n',
      ' ',
      'www.',
      '-',
      '\\_',
      '%',
      '\u202e',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const link of linksIn(text, 'abstract')) {
        expect(safeUrl(link.url)).toBe(link.url);
        expect(link.evidence.text.length).toBeLessThanOrEqual(120);
        if (text.isWellFormed()) expect(link.evidence.text.isWellFormed()).toBe(true);
        if (link.key?.startsWith('github.com/'))
          expect(new URL(link.url).hostname.replace('www.', '')).toBe('github.com');
      }
    }),
    { numRuns: many },
  );
});
