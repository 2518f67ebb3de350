import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inventedPage } from '../src/core/digest/sample-page.testing.ts';
import { ROOT } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'scholion-digest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function digest(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const ran = spawnSync(process.execPath, [tsx, join(ROOT, 'tools', 'digest.ts'), ...args], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

test('a digest comes out as JSON Lines on standard output, its warnings with their line on standard error', () => {
  const lines = inventedPage(3).split('\n');
  const page = file('page.txt', lines.toSpliced(lines.indexOf('·') - 1, 3).join('\n'));
  const { code, out, err } = digest(page, '--captured', '2025-12-11');
  expect(code).toBe(0);
  const entries = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries).toHaveLength(3);
  expect(entries[0]).not.toHaveProperty('date');
  expect(entries[2]).toMatchObject({
    date: '2024-03-03',
    dateInferred: false,
    authorCount: 3,
    comments: 2,
    ids: [],
  });
  expect(Object.keys(entries[2] ?? {})).toEqual(expect.arrayContaining(['title', 'abstract', 'links']));
  expect(err).toMatch(/page\.txt:13: .*no line with authors and date/);
});

test('the capture date decides the year of dates without one', () => {
  const page = file('year.txt', inventedPage(4));
  const year = (...more: readonly string[]): unknown =>
    (
      JSON.parse(
        digest(page, ...more)
          .out.trim()
          .split('\n')[3] ?? '{}',
      ) as { date?: string }
    ).date?.slice(0, 4);
  expect(year('--captured', '2025-12-11')).toBe('2025');
  expect(year('--captured', '2031-12-11')).toBe('2031');
  expect(year()).toBe('2025');
});

test('a file that is no digest ends with 1 and says what can be read', () => {
  const other = digest(file('other.txt', 'Some prose about nothing.'));
  expect([other.code, other.out]).toEqual([1, '']);
  expect(other.err).toContain('JSON Lines');
  expect(digest(file('image.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).err).toContain('an image');
  expect(digest(join(folder, 'missing.txt')).code).toBe(1);
});

test('a wrong call ends with 2 and shows the right one', () => {
  for (const args of [[], ['--captured'], ['x', '--captured', '2025-02-30'], ['a', 'b'], ['--what']]) {
    const { code, err } = digest(...args);
    expect([args, code]).toEqual([args, 2]);
    expect(err).toContain('Usage: npm run -s digest');
  }
});

test('tags are the keywords of the digest and those found in the text', () => {
  const own = file(
    'own.jsonl',
    `${JSON.stringify({ title: 'Offline RL with PPO', abstract: 'We study offline reinforcement learning.', tags: ['drift'] })}\n`,
  );
  const { tags } = JSON.parse(digest(own).out) as { tags: readonly string[] };
  expect(tags).toEqual(expect.arrayContaining(['drift', 'Offline RL']));
});
