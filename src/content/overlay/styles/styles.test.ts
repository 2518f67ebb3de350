import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (path: string): string =>
  readFileSync(resolve(import.meta.dirname, path), 'utf8').replace(/\/\*.*?\*\//gs, '');

/** Custom properties of a rule text: name to value, without `!important`, spaces evened out. */
function tokens(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/(--[\w-]+|(?<!-)color-scheme):\s*([^;]+);/g)];
  return new Map(
    found.map(([, name = '', value = '']) => [name, value.replace('!important', '').replace(/\s+/g, ' ').trim()]),
  );
}
/** The blocks of a file in which a selector or condition stands before the brace. */
const block = (text: string, start: string, end: string): string =>
  text.slice(text.indexOf(start), text.indexOf(end, text.indexOf(start)));

const ui = read('../../../ui/parts/tokens.css');
const light = tokens(block(ui, ':root', '@media'));
const dark = tokens(block(ui, '@media (prefers-color-scheme: dark)', '} }'));

describe('a token that notes and own pages both name has one value', () => {
  const own = (file: string): ReadonlyMap<string, string> =>
    tokens(read(file).split('@media (prefers-reduced')[0]?.split('@media (forced-colors: active)')[0] ?? '');
  test.each(['tokens.css', 'card-tokens.css'])('%s, light', (file) => {
    const mine = [...own(file)];
    expect(mine.length).toBeGreaterThan(5);
    expect(mine.filter(([name, value]) => light.has(name) && light.get(name) !== value)).toEqual([]);
    expect(mine.filter(([name]) => light.has(name)).length).toBeGreaterThan(5);
  });
  test.each(['dark.css', 'card-dark.css'])('%s, dark', (file) => {
    const mine = [...tokens(read(file))];
    expect(mine.length).toBeGreaterThan(5);
    expect(mine.filter(([name, value]) => dark.has(name) && dark.get(name) !== value)).toEqual([]);
    expect(mine.filter(([name]) => dark.has(name)).length).toBeGreaterThan(5);
  });
  test('every light colour has its dark twin', () => {
    const colours = [...own('tokens.css'), ...own('card-tokens.css')].filter(([, value]) => value.startsWith('#'));
    const twins = new Map([...tokens(read('dark.css')), ...tokens(read('card-dark.css'))]);
    expect(colours.filter(([name]) => !twins.has(name))).toEqual([]);
  });
});

test('every token used is defined, and every token defined is used', () => {
  const files = ['tokens.css', 'dark.css', 'card-tokens.css', 'card-dark.css', 'note.css', 'card.css']
    .map(read)
    .join('\n');
  const used = new Set([...files.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const defined = new Set([...files.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const fromSite = new Set(['--sch-y', '--sch-margin', '--sch-radius']);
  expect([...used].filter((name = '') => !defined.has(name) && !fromSite.has(name))).toEqual([]);
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});

test.each(['note.css', 'card.css'])('no colour outside the token files: %s', (file) => {
  const css = read(file).replace(/CanvasText|Highlight/g, '');
  expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsl|oklch/gi) ?? []).toEqual([]);
});

test('C06: no rule of the page can change a token or the host, since each is !important inside', () => {
  const hosts = ['tokens.css', 'dark.css', 'card-tokens.css', 'card-dark.css', 'note.css'].map(read).join('\n');
  const rules = [...hosts.matchAll(/:host\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => body.split(';'));
  expect(rules.filter((rule) => rule.trim() !== '' && !rule.includes('!important'))).toEqual([]);
});
