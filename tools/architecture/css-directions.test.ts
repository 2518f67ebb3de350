/** Right to left is not a second set of styles: what we draw names start and end, and mirrors by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { physicalStyles } from './css-directions.ts';

const root = resolve(import.meta.dirname, '../..');
const FOLDERS = ['src/ui', 'src/content/overlay'];

/** Declarations that name a side and have to: `file: declaration`, each with its reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([]);

const sheets = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) =>
      relative(root, join(root, folder, path))
        .split(sep)
        .join('/'),
    ),
);

test('no style of pages and notes names left or right', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const found = sheets.flatMap((path) =>
    physicalStyles(readFileSync(join(root, path), 'utf8'))
      .filter(({ declaration }) => !ALLOWED.has(`${path}: ${declaration}`))
      .map(({ line, declaration }) => `${path}:${line}: ${declaration}`),
  );
  expect(found).toEqual([]);
});

test.each([
  '.a { margin-left: 4px }',
  '.a { padding: 1px 2px 3px 4px; }',
  '.a { padding: 0 var(--a, 4px) 0 calc(1px + (2px * 3)) !important }',
  '.a { color: red; border-left: 1px solid }',
  '.a { border-radius: 4px 0 0 4px }',
  '.a { border-radius: 4px 0 }',
  '.a { text-align: left }',
  '.a { float: right; }',
  '.a{left:0}',
  '.a { inset: 0 auto 0 0 }',
  '@media (max-width: 4px) { .a { right: 0 } }',
])('%s is noticed', (css) => {
  expect(physicalStyles(css).length).toBe(1);
});

test.each([
  '.a { margin-inline-start: 4px; inset-inline: 0; text-align: start }',
  '.a { padding: 1px 2px 3px; margin: 0 4px; inset: 0 }',
  '.a { padding: 1px var(--a) 3px var(--a) }',
  '.a { border-radius: 4px 4px 0 0 }',
  '.a { border-radius: 50% }',
  '/* left: 0 */ .a { transform: translateX(4px) }',
  '.left:hover { color: red }',
  '.a { --left: 4px; transition: left 1s; grid-template-areas: "left right" }',
])('%s is fine', (css) => {
  expect(physicalStyles(css)).toEqual([]);
});

test('the line is that of the declaration', () => {
  expect(physicalStyles('/* two\nlines */\n.a {\n  color: red;\n  left: 0;\n}')).toEqual([
    { line: 5, declaration: 'left: 0' },
  ]);
});
