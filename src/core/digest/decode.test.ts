import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode.ts';
import { parseDigest } from './parse.ts';
import { inventedPage } from './sample-page.testing.ts';

const bytes = (...parts: readonly (readonly number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const utf16 = (text: string, swap = false): Uint8Array =>
  Uint8Array.from(
    [...text]
      .flatMap((_, i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8])
      .flatMap((byte, i, all) => (swap ? [all[i ^ 1] ?? 0] : [byte])),
  );
const titles = (input: Uint8Array): readonly string[] => {
  const text = decodeText(input);
  if (!text.ok) return [];
  const digest = parseDigest(text.value, {});
  return digest.ok ? digest.value.entries.map(({ title }) => title) : [];
};

const page = inventedPage(5);
const expected = titles(bytes(page));

test('A08: the same page in every usual encoding gives the same papers', () => {
  expect(expected).toHaveLength(5);
  const windows1252 = Uint8Array.from([...page].map((ch) => (ch === '•' ? 0x95 : ch.charCodeAt(0))));
  const forms = {
    'UTF-8 with mark': bytes([0xef, 0xbb, 0xbf], page),
    'UTF-16LE with mark': bytes([0xff, 0xfe], [...utf16(page)]),
    'UTF-16LE': utf16(page),
    'UTF-16BE with mark': bytes([0xfe, 0xff], [...utf16(page, true)]),
    'UTF-16BE': utf16(page, true),
    'Windows-1252': windows1252,
    CRLF: bytes(page.replaceAll('\n', '\r\n')),
    CR: bytes(page.replaceAll('\n', '\r')),
    'a mix of line ends': bytes(
      page
        .split('\n')
        .map((row, i) => row + ['\n', '\r\n', '\r'][i % 3])
        .join(''),
    ),
  };
  for (const [name, form] of Object.entries(forms)) expect(titles(form), name).toEqual(expected);
});

test('A08: NUL, lone surrogates and noncharacters are stripped, and what is kept is well-formed', () => {
  const dirty = page.replaceAll('from', '\u0000fr\uFFFEom').replaceAll('mistakes', 'mis\uD800takes');
  const digest = parseDigest(dirty, {});
  if (!digest.ok) throw new Error(digest.detail);
  expect(digest.value.entries).toHaveLength(5);
  for (const { title, abstract = '' } of digest.value.entries) {
    expect([title.isWellFormed(), abstract.isWellFormed()]).toEqual([true, true]);
    expect(title + abstract).not.toMatch(/[\u0000\uFFFE]/);
    expect(title).toContain('from mis\uFFFDtakes');
  }
});

test('A08: what is no text is refused and named', () => {
  const refused = [
    bytes('%PDF-1.7\n%âãÏÓ'),
    bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'),
    bytes([0x50, 0x4b, 3, 4], 'xl/'),
    bytes([0x1f, 0x8b, 8, 0]),
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
  ];
  for (const form of refused) expect(decodeText(form)).toMatchObject({ ok: false, error: 'not-text' });
});

test('A09: bytes cut within a character stay the text they were', () => {
  const text = '• 9 authors · “quoted” 😀 end';
  const all = bytes(text);
  for (let at = 0; at <= all.length; at++) {
    const cut = decodeText(all.subarray(0, at));
    expect(cut.ok && text.startsWith(cut.value), `cut at ${at}`).toBe(true);
  }
});

test('any bytes at all give a well-formed text or a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
      const text = decodeText(input);
      if (text.ok) expect(text.value.isWellFormed()).toBe(true);
      else expect(text.detail).toMatch(/\.$/);
    }),
    { numRuns: 2000 },
  );
});
