/** The gate for the addresses of places: what may be asked, and what never. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { isPrivate, isThisMachine, permissionFor, placeAddress } from './address.ts';

const of = (text: string, plainHttp = false): string | undefined => {
  const asked = placeAddress(text, { plainHttp });
  return asked.ok ? asked.value.href : undefined;
};

test.each([
  ['https://couch.example/', 'https://couch.example/'],
  ['https://couch.example:6984/a?b=c#d', 'https://couch.example:6984/a?b=c'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['  https://couch.example/a b ', 'https://couch.example/a%20b'],
  ['https://192.168.1.5/', 'https://192.168.1.5/'],
  ['http://127.0.0.1:5984/', 'http://127.0.0.1:5984/'],
  ['http://LOCALHOST:5984/', 'http://localhost:5984/'],
  ['http://[::1]:5984/', 'http://[::1]:5984/'],
  ['http://0x7f.1:5984/', 'http://127.0.0.1:5984/'], // the parser's own spelling
])('D18: %s may be a place, as %s', (text, href) => {
  expect(of(text)).toBe(href);
});

test.each([
  'http://192.168.1.5:5984/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://[fd00::1]/',
  'http://nas.local/',
  'http://nas.home.arpa/',
  'http://nas.lan:5984/',
])('D18: %s may be a place where the person agreed to http, not before', (text) => {
  expect(of(text)).toBeUndefined();
  expect(of(text, true)).toBeDefined();
});

test.each([
  '',
  'couch.example',
  '//couch.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://couch.example/1',
  'ftp://couch.example/',
  'ws://127.0.0.1/',
  'chrome-extension://abc/x',
  'http://couch.example/',
  'http://8.8.8.8/',
  'http://172.32.0.1/',
  'http://local/',
  'http://nas.local.example/',
  'http://127.0.0.1.couch.example/',
  'https://ann:secret@couch.example/',
  'https://ann@couch.example/',
  'http://127.0.0.1@couch.example/',
  'https://couch.example:22/',
  'http://127.0.0.1:25/',
  'http://169.254.169.254/latest/meta-data/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fe80::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://0.0.0.0/',
  'https://[::]/',
  'https://127.0.0.2/',
  'https://224.0.0.1/',
  'http://localhost./',
  'https://',
  'https://couch example/',
  `https://couch.example/${'a'.repeat(100_000)}`,
])('D18: %.60s may never be', (text) => {
  expect(of(text)).toBeUndefined();
  expect(of(text, true)).toBeUndefined();
});

test('D18: whatever is typed, what may be asked is https, this machine, or a private network that was agreed to', () => {
  const piece = fc.constantFrom(
    ...[
      'http',
      'https',
      'file',
      ':',
      '//',
      '/',
      '@',
      '#',
      '?',
      '.',
      '%',
      ' ',
      '[',
      ']',
      '::1',
      'fd00::1',
      'fe80::1',
      ':22',
      ':443',
    ],
    ...[
      '127.0.0.1',
      'localhost',
      'couch.example',
      'nas.local',
      '10.0.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '0',
      '1',
      'ann',
      'é',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 10 }).map((some) => some.join('')),
    fc.webUrl(),
    fc.string(),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (typed, plainHttp) => {
      const asked = placeAddress(typed, { plainHttp });
      if (!asked.ok) return;
      const url = asked.value;
      expect(url.protocol === 'https:' || isThisMachine(url) || (plainHttp && isPrivate(url))).toBe(true);
      expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
      expect(url.hostname).not.toMatch(/^169\.254\.|^\[fe80|^$/);
      // What is asked later is what was looked at: reading it again changes nothing.
      expect(of(url.href, plainHttp)).toBe(url.href);
    }),
    { numRuns: runs(2_000) },
  );
});

test('a permission is for a host, whatever its port', () => {
  expect(permissionFor(new URL('https://couch.example:6984/a'))).toBe('https://couch.example/*');
});
