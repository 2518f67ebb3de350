import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { literalTexts } from './literal-text.ts';
import { parse, readSource, sourcePaths } from './source-files.ts';

const root = resolve(import.meta.dirname, '../..');

/** Literals that no reader of another language needs: `file: "text"`, each with its reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  [
    'src/ui/options/note-preview.tsx: "The Edge-of-Reach Problem in Offline Model-Based Reinforcement Learning"',
    'a title',
  ],
  ['src/ui/options/note-preview.tsx: "cs.LG"', 'a category of arXiv'],
  ['src/ui/welcome/sample-leaf.tsx: "cs.LG"', 'a category of arXiv'],
]);

test('no page and no note has words that are not from _locales', () => {
  const files = ['src/ui', 'src/content'].flatMap((folder) => sourcePaths(root, folder));
  const drawn = files.filter((path) => !/\.(?:test|testing)\./.test(path)).map((path) => readSource(root, path));
  expect(drawn.length).toBeGreaterThan(60);
  const found = drawn.flatMap(literalTexts).filter((line) => !ALLOWED.has(line.replace(/:\d+:/, ':')));
  expect(found).toEqual([]);
});

test.each([
  '<p>Saved</p>',
  '<p>{ok ? "Saved" : t("no")}</p>',
  '<p>{ok && "Saved"}</p>',
  '<p>{`Saved $' + '{n}`}</p>',
  '<button title="Save it" />',
  '<Field label="Search" />',
  'el("p", {}, "Saved")',
  'el("p", { "aria-label": "Saved" })',
])('%s is noticed', (code) => {
  expect(literalTexts(parse('src/ui/x.tsx', `export const a = ${code};`))).toHaveLength(1);
});

test.each([
  '<p class="saved">{t("saved")}</p>',
  '<p>{n} · {t("saved")}</p>',
  '<kbd>↵</kbd>',
  '<h1>Scholion</h1>',
  '<Icon name="save" />',
  'el("p", { class: "saved" }, t("saved"))',
])('%s is fine', (code) => {
  expect(literalTexts(parse('src/ui/x.tsx', `export const a = ${code};`))).toEqual([]);
});
