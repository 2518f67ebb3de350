/** Looks at a page as axe-core and as people with a keyboard, a magnifier or a theme of their own do, and names what is wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules whose answer is another one in another theme, and in another width. */
const THEME = ['color-contrast', 'link-in-text-block'];
const WIDTH = [
  'target-size',
  'scrollable-region-focusable',
  'color-contrast',
  'region',
  'button-name',
  'aria-hidden-focus',
];

export interface Examined {
  /** Also in the narrow widths, of which the last is what is left of 1280 px at 400 %. */
  readonly widths?: readonly number[];
  /** Part of the page, as a dialog over what was looked at already. */
  readonly within?: string;
}

/** @returns what is wrong, one line each */
export async function examine(page: Page, how: Examined = {}): Promise<readonly string[]> {
  const found: string[] = [];
  const say = (where: string, lines: readonly string[]): void => void found.push(...lines.map((l) => `${where}: ${l}`));
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  say('light', await axe(page, how, (builder) => builder.withTags(RULES)));
  say('light', await page.evaluate(handFaults));
  await page.emulateMedia({ colorScheme: 'dark' });
  say('dark', await axe(page, how, (builder) => builder.withRules(THEME)));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  say('forced colours', await axe(page, how, (builder) => builder.withRules(THEME)));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  say('reduced motion', await page.evaluate(motionFaults));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const width of how.widths ?? []) {
    await page.setViewportSize({ width, height: 700 });
    say(`${width} px`, await axe(page, how, (builder) => builder.withRules(WIDTH)));
    say(`${width} px`, await page.evaluate(handFaults));
  }
  if (how.widths) await page.setViewportSize(before);
  return found;
}

async function axe(page: Page, how: Examined, of: (builder: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // Without the page of its own that joins frames: there are no frames, and it takes longer than the rules.
  const builder = of(new AxeBuilder({ page }).setLegacyMode());
  const { violations } = await (how.within ? builder.include(how.within) : builder).analyze();
  return violations.map(
    (v) =>
      `${v.id} at ${v.nodes
        .slice(0, 4)
        .map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`)
        .join(', ')}`,
  );
}

/** Targets of less than 24 px, whatever their spacing, and a page that scrolls sideways. Runs in the page. */
function handFaults(): string[] {
  const faults: string[] = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push(`scrolls sideways by ${wide} px`);
  const LEAST = 23.5;
  const controls =
    'button, a[href], input, select, textarea, summary, [role="option"], [role="treeitem"], [role="radio"], [tabindex="0"]';
  const top = document.querySelector('dialog[open]') ?? document;
  for (const control of top.querySelectorAll(controls)) {
    const target = control.closest('label') ?? control;
    const box = target.getBoundingClientRect();
    const { display, visibility, opacity } = getComputedStyle(target);
    // Titles in a list stand 24 px and more apart (WCAG 2.5.8, spacing); in a sentence the lines bound it.
    if (target.matches('.pr a.t')) continue;
    if (box.width === 0 || visibility === 'hidden' || opacity === '0' || display === 'inline') continue;
    const hits = (x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && target.contains(hit);
    };
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    if (!hits(x, y)) continue; // outside of the window, or covered
    const half = LEAST / 2;
    // Scrolled to the edge of its box, or under a bar that stays while the list scrolls: it can be scrolled to.
    const covers = [y - half, y + half].map((at) => document.elementFromPoint(x, at)?.closest('.float, .ft') ?? null);
    if (covers.some((cover) => cover !== null && !cover.contains(target))) continue;
    let clip = control.parentElement;
    while (clip && getComputedStyle(clip).overflowY === 'visible') clip = clip.parentElement;
    const edge = clip?.getBoundingClientRect();
    if (edge && (box.top < edge.top || box.bottom > edge.bottom)) continue;
    if (hits(x - half, y) && hits(x + half, y) && hits(x, y - half) && hits(x, y + half)) continue;
    // What the edge of the window cuts can be scrolled to.
    if (y + half > innerHeight || x + half > innerWidth || x < half || y < half) continue;
    /** How far it goes from a point before something else is hit. */
    const reach = (dx: number, dy: number, from: readonly [number, number]): number => {
      let far = 0;
      while (far < LEAST && hits(from[0] + dx * (far + 1), from[1] + dy * (far + 1))) far += 1;
      return far;
    };
    const [left, right] = [reach(-1, 0, [x, y]), reach(1, 0, [x, y])];
    const middle: readonly [number, number] = [x + (right - left) / 2, y];
    const high = reach(0, -1, middle) + reach(0, 1, middle);
    // Steps of a whole px see up to one less.
    if (left + right >= LEAST - 1 && high >= LEAST - 1) continue;
    const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40);
    const size = `${Math.round(left + right)}x${Math.round(high)}`;
    faults.push(`less than 24 px to hit, ${size}: <${control.tagName.toLowerCase()} ${control.className}> "${name}"`);
  }
  return faults;
}

/** What moves although motion is not wanted. Runs in the page. */
function motionFaults(): string[] {
  const faults = new Set<string>();
  for (const element of document.querySelectorAll('*'))
    for (const part of [undefined, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const moves = style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
      const runs = style.animationName !== 'none' && parseFloat(style.animationDuration) > 0;
      if (moves || runs || style.scrollBehavior === 'smooth')
        faults.add(`moves: <${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''}>${part ?? ''}`);
    }
  return [...faults];
}

/** Everything that Tab reaches, with its ring: at least 2 px drawn on it, on what it is part of, or on the row it stands for. */
export async function ringFaults(page: Page, most = 80): Promise<readonly string[]> {
  const faults = new Set<string>();
  const seen = new Set<string>();
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const { who, ring, lost } = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return { who: '', ring: true, lost: true };
      const drawn = (e: Element | null): boolean => {
        if (!e) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      };
      const around: (Element | null)[] = [
        at,
        at.parentElement,
        at.parentElement?.parentElement ?? null,
        at.closest('.inp, label, li, .pr'),
      ];
      const ring =
        around.some(drawn) ||
        drawn(at.querySelector('.cur, .at')) ||
        parseFloat(getComputedStyle(at.querySelector('.ring') ?? at).strokeWidth) >= 2;
      const all = [...document.querySelectorAll('*')];
      return {
        who: `${all.indexOf(at)} <${at.tagName.toLowerCase()} ${at.getAttribute('class') ?? ''}> ${at.getAttribute('aria-label') ?? ''}`,
        ring,
        lost: false,
      };
    });
    if (lost || seen.has(who)) {
      if (seen.size > 0) break; // once around
      continue;
    }
    seen.add(who);
    if (!ring) faults.add(`no ring: ${who}`);
  }
  if (seen.size === 0) faults.add('Tab reaches nothing');
  return [...faults];
}

/** What the accessibility tree says that no screen reader can use: controls without a name, lists of rows that do not count. */
export async function treeFaults(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const faults: string[] = [];
  const named = new Set([
    'button',
    'link',
    'textbox',
    'searchbox',
    'checkbox',
    'radio',
    'combobox',
    'menuitem',
    'menuitemcheckbox',
    'option',
    'treeitem',
    'switch',
    'slider',
    'grid',
    'listbox',
    'tree',
    'radiogroup',
    'dialog',
    'alertdialog',
    'menu',
    'navigation',
    'complementary',
    'heading',
    'columnheader',
    'gridcell',
    'tab',
    'img',
    'image',
  ]);
  for (const { ignored, role, name, properties = [] } of nodes) {
    if (ignored) continue;
    const what = String(role?.value ?? '');
    const empty = String(name?.value ?? '').trim() === '';
    const value = (property: string): unknown => properties.find((p) => p.name === property)?.value.value;
    if (empty && named.has(what) && what !== 'gridcell') faults.push(`${what} without a name`);
    if (value('live') === 'assertive' && what !== 'alert') faults.push(`interrupts: ${what} ${name?.value}`);
  }
  return faults;
}
