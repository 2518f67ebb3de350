import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maySkip } from './allowed-skips.ts';
import { compareBuilds } from './compare-builds.ts';
import { playwrightOutcomes, summary, vitestOutcomes } from './reports.ts';

const dir = mkdtempSync(join(tmpdir(), 'scholion-tools-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const written = (name: string, value: unknown): string => {
  const path = join(dir, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

test('a file that breaks before its first test is a failure, not nothing', () => {
  const path = written('vitest.json', {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [{ ancestorTitles: ['g'], title: 't', status: 'passed' }],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      {
        name: 'c.test.ts',
        status: 'passed',
        assertionResults: [{ ancestorTitles: [], title: 's', status: 'pending' }],
      },
    ],
  });
  expect(summary(vitestOutcomes(path))).toBe('1 passed, 1 failed, 1 skipped');
});

test('nested end-to-end suites and errors outside of tests are counted', () => {
  const path = written('playwright.json', {
    suites: [
      {
        title: 'x.spec.ts',
        file: 'x.spec.ts',
        specs: [{ title: 'one', tests: [{ status: 'expected' }] }],
        suites: [{ title: 'group', specs: [{ title: 'two', tests: [{ status: 'unexpected' }] }] }],
      },
    ],
    errors: [{ message: 'a worker died' }],
  });
  expect(playwrightOutcomes(path).map((o) => `${o.title} ${o.state}`)).toEqual([
    'one passed',
    'group > two failed',
    'a worker died failed',
  ]);
});

test('a test may be skipped only for data that is really absent', () => {
  const title = 'the seed [needs data/seed/truth.json] > has 40 entries';
  expect(maySkip(title, () => false)).toBe(true);
  expect(maySkip(title, () => true)).toBe(false);
  expect(maySkip('a test that somebody switched off', () => false)).toBe(false);
  expect(maySkip('x [needs other/file.json]', () => false)).toBe(false);
});

test('two builds may differ in the one constant of the content script, and in nothing else', () => {
  const build = (name: string, content: string, page: string): string => {
    const folder = join(dir, name);
    mkdirSync(join(folder, 'src/content'), { recursive: true });
    writeFileSync(join(folder, 'src/content/content-script.js'), content);
    writeFileSync(join(folder, 'page.js'), page);
    return folder;
  };
  const release = build('dist', 'root({mode:`closed`})', 'a');
  expect(compareBuilds(release, build('test', 'root({mode:`open`})', 'a'))).toBeUndefined();
  expect(compareBuilds(release, build('other', 'root({mode:`open`})', 'b'))).toContain('page.js');
  expect(compareBuilds(release, build('same', 'root({mode:`closed`})', 'a'))).toContain('no effect');
});
