/** BibTeX files made to break readers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../digest/limits.ts';
import { runs } from '../identity/runs.testing.ts';
import { fromBibtex } from './from-bibtex.ts';
import type { ImportedFile } from './imported.ts';
import { readTex } from './tex-parser.ts';
import { toBibtex } from './to-bibtex.ts';
import { anyWorks } from './works.testing.ts';

async function checked(text: string): Promise<ImportedFile | undefined> {
  const file = await fromBibtex(text);
  if (!file.ok) return undefined;
  const { works, skipped, total } = file.value;
  expect(works.length + skipped.reduce((sum, record) => sum + record.count, 0)).toBe(total);
  for (const { work, line } of works) {
    expect(work.title.trim()).not.toBe('');
    expect(work.url ?? 'https://').toMatch(/^https:\/\//);
    expect(line).toBeGreaterThan(0);
  }
  return file.value;
}

/** Milliseconds of the fastest of three: another process may have had the machine during one of them. */
async function fastest(text: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await fromBibtex(text);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

const N = 100_000;
const good = '@article{z, title = {Last}}\n';
const macros = `@string{m0 = "aaaaaaaaaa"}\n${Array.from({ length: 100 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}\n`).join('')}`;

describe('A25: read in 100 ms or refused by line', () => {
  test.each([
    ['100,000 opening braces', `@article{a, title = ${'{'.repeat(N)}\n${good}`, 'Last'],
    ['100,000 opening braces that close', `@article{a, title = ${'{'.repeat(N)}x${'}'.repeat(N)}}\n${good}`, 'x'],
    ['100,000 closing braces', `@article{a, title = {x}${'}'.repeat(N)}\n${good}`, 'x'],
    ['100,000 entries that never close', '@article{a,\n'.repeat(N), undefined],
    ['50,000 entries that never close, in a value', '@article{a,title={\n'.repeat(N / 2), undefined],
    ['macros of themselves', `@string{a = a # a}@string{b = c}@string{c = b}@article{k, title = a # b}`, 'aac'],
    ['macros that double a hundred times', `${macros}@article{k, title = {x} # m100}`, 'x'],
    ['a key of a megabyte', `@article{${'k'.repeat(1_000_000)}, title = {x}}`, 'x'],
    ['a field name of a megabyte', `@article{k, ${'n'.repeat(1_000_000)} = {y}, title = {x}}`, 'x'],
    ['a file to be read in', '@article{k, title = {x \\input{/etc/passwd}}}', 'x /etc/passwd'],
    ['crossrefs in a circle', '@book{a, title={x}, crossref={b}}@book{b, crossref={a}}', 'x'],
    ['100,000 at signs', '@a '.repeat(N) + good, 'Last'],
    ['quotes without end', `@article{a, title = "${'"{'.repeat(N)}\n${good}`, 'Last'],
    ['100,000 hashes', `@article{k, title = {x} ${'# '.repeat(N)}}`, 'x'],
  ])('%s', async (_, text, title) => {
    const file = await checked(text);
    if (title === undefined) {
      expect(file?.works).toEqual([]);
      expect(file?.skipped[0]).toMatchObject({ line: 1, reason: 'unclosed' });
    } else expect(file?.works[0]?.work.title ?? '').toContain(title);
    // ten times the promise: this machine may be busy; anything that is not linear takes minutes
    expect(await fastest(text)).toBeLessThan(1000);
  });
  test('TeX that defines itself, nests or fills megabytes never reaches the full parser', async () => {
    const hard = [
      '\\newcommand{\\a}{\\a\\a}\\a',
      `${'\\foo{'.repeat(5000)}x${'}'.repeat(5000)}`,
      '\\foo '.repeat(100_000),
      `${'\\begin{a}'.repeat(3000)}`,
      '\\foo\\',
      '\\foo}{',
    ];
    const start = performance.now();
    const texts = await readTex(new Set(hard));
    expect(performance.now() - start).toBeLessThan(1000);
    expect([...texts.keys()]).toEqual(expect.arrayContaining(hard));
  });
});

test('A25: an entry larger than any paper is skipped, the next is read', async () => {
  const file = await checked(`@article{a, title = {${'x '.repeat(LIMITS.abstract + 1)}}}\n${good}`);
  expect(file?.skipped).toMatchObject([{ line: 1, reason: 'too-large' }]);
  expect(file?.works.map(({ work }) => work.title)).toEqual(['Last']);
});

const PIECES =
  '@article{ @string{ @comment{ title={ title=" author= = , # { } " ( ) \\ \\" \\emph{ $ % ~ -- @ k a \n crossref={k} and'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
);

test('any text gives records or a named refusal, and the sums are right', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (written, begun) => {
      await checked(begun ? `@article{a, title={A}, ${written}` : written);
    }),
    { numRuns: runs(1000) },
  );
});

test('a file of ours cut anywhere or with one character changed does too', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorks, fc.nat(), fc.constantFrom('', '"', '\n', '{', '}', '\\'), async (works, at, put) => {
      const file = toBibtex(works);
      const cut = at % (file.length + 1);
      await checked(file.slice(0, cut));
      await checked(file.slice(0, cut) + put + file.slice(cut + 1));
    }),
    { numRuns: runs(200) },
  );
});
