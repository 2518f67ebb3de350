// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../sites/site.ts';
import { colourOf, themeOf } from './theme.ts';

const silent = { info: { id: 'arxiv' } } as unknown as Site; // only `theme` is asked, which it does not have
beforeEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

/** A page: body and an item inside a box of this background. */
function place(background: string, body = ''): Element {
  const box = document.createElement('div');
  const item = document.createElement('p');
  box.style.backgroundColor = background;
  document.body.style.backgroundColor = body;
  box.append(item);
  document.body.append(box);
  return item;
}

describe('theme of the page', () => {
  test("the site's own word decides", () => {
    expect(themeOf({ ...silent, theme: () => 'dark' }, place('rgb(255, 255, 255)'))).toBe('dark');
  });
  test.each([
    ['rgb(255, 255, 255)', '', 'light'],
    ['rgb(24, 26, 27)', '', 'dark'],
    ['rgba(0, 0, 0, 0)', 'rgb(11, 15, 25)', 'dark'],
    ['rgba(0, 0, 0, 0.1)', 'rgb(250, 250, 250)', 'light'],
    ['', '', 'light'],
  ])('nearest opaque background: %s on %s is %s', (background, body, theme) => {
    expect(themeOf(silent, place(background, body))).toBe(theme);
  });
  test('a page without a paper is light', () => expect(themeOf(silent, undefined)).toBe('light'));
});

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgb(0 0 0 / 50%)', 0, 0.5],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['color(srgb 1 1 1 / 0.25)', 1, 0.25],
])('%s is read', (text, luminance, alpha) => {
  const colour = colourOf(text);
  expect(colour?.luminance).toBeCloseTo(luminance);
  expect(colour?.alpha).toBeCloseTo(alpha);
});
test.each(['', 'transparent', 'none', 'oklch(0.5 0 0)'])('"%s" says nothing', (text) =>
  expect(colourOf(text)).toBeUndefined(),
);
