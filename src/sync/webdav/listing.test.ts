import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, BASE, DavServer, HOST, multistatus, page, responseOf } from './dav-server.testing.ts';
import { childrenIn } from './hrefs.ts';
import { readMultistatus } from './multistatus.ts';

/** What listings of servers are read as. */

const { signal } = new AbortController();
const folder = `${HOST}${encodeURI(BASE)}/lib/`;
const self = responseOf(encodeURI(`${BASE}/lib/`), '<d:resourcetype><d:collection/></d:resourcetype>');
const at = (name: string): string => `${encodeURI(BASE)}/lib/${name}`;

function namesIn(inner: string, before = ''): unknown {
  const read = readMultistatus(before + multistatus(inner));
  return typeof read === 'string' ? read : childrenIn(folder, read)?.map(({ name }) => name);
}

test.each([
  ['relative', (path: string) => encodeURI(path), undefined],
  ['absolute', (path: string) => `${HOST}${encodeURI(path)}`, undefined],
  ['http behind a proxy', (path: string) => `http://cloud.example:8080${encodeURI(path)}`, undefined],
  ['every letter escaped', (path: string) => path.replace(/[^/]/g, escaped), undefined],
  ['without slashes at the end', (path: string) => encodeURI(path.replace(/\/$/, '')), undefined],
  ['a prefix that a proxy took away', (path: string) => encodeURI(path), '/dav/files/ann m'],
] as const)('SYNC 35: hrefs that are %s name what is in the folder', async (_, href, prefix) => {
  const server = new DavServer();
  server.odd = { href, ...(prefix === undefined ? {} : { prefix }) };
  server.folders.add('lib').add('lib/sub');
  server.put('lib/dev-a-00000000.00000001.seg', 'one');
  server.put('lib/ä & b+c%.txt', 'four');
  server.put('other.txt', '');
  expect(await server.target.list('lib', signal)).toEqual({
    ok: true,
    value: [
      { name: 'sub', folder: true },
      { name: 'dev-a-00000000.00000001.seg', folder: false, size: 3 },
      { name: 'ä & b+c%.txt', folder: false, size: 4 },
    ],
  });
});

const escaped = (letter: string): string =>
  Array.from(new TextEncoder().encode(letter), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

test('SYNC 35: without sizes and types names are still told, folders by their slash', () => {
  const bare = `<d:response><d:href>${at('sub/')}</d:href></d:response><d:response><d:href>${at('a')}</d:href></d:response>`;
  const read = readMultistatus(multistatus(self + bare));
  expect(typeof read === 'string' ? read : childrenIn(folder, read)).toEqual([
    { name: 'sub', folder: true },
    { name: 'a', folder: false },
  ]);
});

test('a folder that is not there is told from one that is empty', async () => {
  const server = new DavServer();
  server.folders.add('lib');
  expect(await server.target.list('lib', signal)).toEqual({ ok: true, value: [] });
  expect(await server.target.list('none', signal)).toEqual({ ok: true, value: null });
});

test('D12: properties of other namespaces, and of a status that is no success, are not read', () => {
  const theirs =
    `<x:response xmlns:x="urn:x"><x:href>${at('x')}</x:href></x:response>` +
    `<d:response><d:href>${at('gone')}</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>` +
    `<d:response><d:href>${at('a')}</d:href><d:propstat><d:prop><s:getcontentlength xmlns:s="urn:s">9</s:getcontentlength></d:prop>` +
    `<d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><d:getcontentlength>7</d:getcontentlength></d:prop>` +
    '<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>';
  const read = readMultistatus(multistatus(self + theirs));
  expect(typeof read === 'string' ? read : childrenIn(folder, read)).toEqual([{ name: 'a', folder: false }]);
});

test('D12: any prefix, or none, may stand for the namespace of WebDAV', () => {
  const text = multistatus(self + responseOf(at('a'), ''));
  expect(readMultistatus(text.replaceAll(/(<\/?|xmlns:)d(?=[:=])/g, '$1Dav-1'))).toHaveLength(2);
  expect(readMultistatus(text.replaceAll(/<(\/?)d:/g, '<$1').replace('xmlns:d', 'xmlns'))).toHaveLength(2);
});

test('D12: hrefs to other hosts, out of the folder and into its folders are passed over', () => {
  const hrefs = [
    'https://evil.example/remote.php/dav/files/ann%20m/lib/a',
    '//evil.example/remote.php/dav/files/ann%20m/lib/a',
    at('../up'),
    at('%2e%2e/lib/b'),
    at('.%2E/c'),
    at('sub/deep'),
    at('a%2fb'),
    at('%ff'),
    at('%00'),
    at('a\\b'),
    'javascript:alert(1)',
    'file:///etc/passwd',
    '/etc/passwd',
    'http://[',
    '',
  ];
  expect(namesIn(self + hrefs.map((href) => responseOf(href, '')).join(''))).toEqual([]);
});

test('D12: a document type ends the reading, and what it would expand is never made', () => {
  const lol = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  expect(namesIn(self + responseOf('&b;', ''), lol)).toBe('no-dav');
  expect(readMultistatus(multistatus(`<d:response><d:href>&b;</d:href></d:response>`))).toBe('broken');
  expect(readMultistatus('<x>'.repeat(100_000))).toBe('no-dav');
  expect(readMultistatus(`<multistatus xmlns="DAV:">${'<x>'.repeat(100_000)}`)).toBe('broken');
});

test('D12: a hundred thousand files are listed, more are too many', () => {
  const one = (i: number): string => responseOf(at(`f${i}`), '');
  const many = Array.from({ length: 100_000 }, (_, i) => one(i)).join('');
  expect(readMultistatus(multistatus(self + many))).toHaveLength(100_001);
  expect(readMultistatus(multistatus(self + many + one(-1)))).toBe('too-many');
});

test.each([
  ['D04: a login page', page, 'not-a-library'],
  ['a page with the status of a listing', { ...page, status: 207 }, 'not-a-library'],
  ['D05: nothing', answer(207, ''), 'damaged'],
  ['D05: a listing without its folder', answer(207, multistatus('')), 'not-a-library'],
  ['D05: JSON', answer(207, '{}'), 'not-a-library'],
  ['D05: half a listing', answer(207, multistatus(self).slice(0, -20)), 'damaged'],
  ['a server without WebDAV', answer(405, ''), 'unsupported'],
  ['D02: a wrong password', answer(401, ''), 'signed-out'],
] as const)('%s is no empty folder', async (_, said, error) => {
  const server = new DavServer();
  server.before = () => said;
  expect(await server.target.list('lib', signal)).toMatchObject({ ok: false, error });
});

test('D15: of bytes cut, doubled or mixed up at any place a listing gives names of the folder or none', () => {
  const text = multistatus(self + responseOf(at('a'), '<d:resourcetype/>') + responseOf(at('b/'), ''));
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ unit: 'binary', maxLength: 5 }), (i, j, junk) => {
      const read = readMultistatus(text.slice(0, i) + junk + text.slice(j));
      const names = typeof read === 'string' ? [] : (childrenIn(folder, read) ?? []).map(({ name }) => name);
      for (const name of names) expect(name).not.toMatch(/[/\\\0]|^\.{0,2}$/);
    }),
    { numRuns: 500 },
  );
});
