/** What a reader would see cut, spilled or in the wrong language on a page: found in the page itself, from its drawn boxes. */
import type { Page } from 'playwright';

export interface LayoutOptions {
  /** Message keys: none of them may be shown instead of its sentence. */
  readonly keys: readonly string[];
  /** Sentences stand in brackets (tools/pseudo-text.ts): what a button or heading says without them never came from `_locales`. */
  readonly bracketed: boolean;
  /** Names that stand for themselves in every language. */
  readonly names: readonly string[];
  /** Look only into the shadow roots of these elements, on a page that is not ours. */
  readonly hosts?: string;
}

/** @returns faults in words, none where all is well */
export const layoutFaults = (page: Page, options: LayoutOptions): Promise<readonly string[]> =>
  page.evaluate(findFaults, options);

/** Runs in the page: uses nothing from outside. */
function findFaults({ keys, bracketed, names, hosts }: LayoutOptions): string[] {
  const found = new Set<string>();
  const known = new Set(keys);
  const roots: readonly (Element | ShadowRoot)[] =
    hosts === undefined
      ? [document.body]
      : [...document.querySelectorAll(hosts)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
  const SLACK = 1.5; // px: boxes are drawn on fractions
  const root = document.documentElement;
  if (hosts === undefined && root.scrollWidth > root.clientWidth)
    found.add(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);

  const name = (element: Element): string =>
    `<${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.replaceAll(' ', '.')}` : ''}>`;
  const words = (text: string): string => `"${text.trim().replace(/\s+/g, ' ').slice(0, 60)}"`;

  /** Pictures made of text, and what only screen readers get, are not read on screen. */
  const isRead = (element: Element): boolean =>
    element.closest('[role="img"], .unseen, .said, svg, script, style, title, noscript, option') === null &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  /** Says which box cuts the text, going up from it; where one of them ends in "…", clamps or fades lines, or scrolls, a cut is meant. */
  const cutBy = (text: Text): Element | undefined => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return undefined;
    for (let e = text.parentElement; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      // In a flex or grid box "…" is promised and never drawn.
      const dots = style.textOverflow === 'ellipsis' && style.overflowX !== 'visible';
      if (dots && !/flex|grid/.test(style.display)) return undefined;
      if (style.webkitLineClamp !== 'none' || style.maskImage !== 'none') return undefined;
      const outer = e.getBoundingClientRect();
      const aside = box.left < outer.left - SLACK || box.right > outer.right + SLACK;
      if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) {
        // Sideways only what the keyboard can scroll: a box that takes the focus, or a strip of one line whose buttons do.
        const strip = outer.height < 60 && text.parentElement?.closest('button, a[href], input') != null;
        return aside && !strip && e.getAttribute('tabindex') !== '0' ? e : undefined;
      }
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const spills = e.matches('button, .btn, .pill, kbd, nav a, [role="tab"], [role="radio"]');
      if (!hides && !spills) continue;
      if (aside) return e;
      if (box.top < outer.top - 4 || box.bottom > outer.bottom + 4) return e; // a line's box is higher than its letters
    }
    return box.left < -SLACK || box.right > root.clientWidth + SLACK ? document.body : undefined;
  };

  const SPOKEN = 'button, h1, h2, h3, label, legend, summary, [role="tab"]';
  for (const top of roots) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text; // SHOW_TEXT gives no others
      const parent = text.parentElement;
      if (!parent || text.data.trim() === '') continue;
      if (known.has(text.data.trim())) found.add(`a key is shown: ${text.data.trim()}`);
      if (!isRead(parent)) continue;
      const by = cutBy(text);
      if (by) found.add(`${words(text.data)} in ${name(parent)} is cut by ${name(by)}`);
    }
    for (const element of top.querySelectorAll(`${SPOKEN}, [aria-label], [title], [placeholder], [alt]`)) {
      const said = ['aria-label', 'title', 'placeholder', 'alt'].map(
        (attribute) => element.getAttribute(attribute) ?? '',
      );
      for (const text of said) if (known.has(text)) found.add(`a key is said: ${text}`);
      if (!bracketed || element.closest('bdi, [dir="auto"], [lang]:not(html)')) continue;
      // What others wrote stands in elements of its own direction: titles, tags, names of digests.
      const own = element.cloneNode(true) as Element; // an element's copy is one
      for (const foreign of own.querySelectorAll('bdi, [dir="auto"], kbd')) foreign.remove();
      for (const text of element.matches(SPOKEN) ? [...said, own.textContent ?? ''] : said)
        if (/\p{L}{3}/u.test(text) && !text.includes('[') && !names.includes(text.trim()))
          found.add(`not from _locales: ${words(text)} of ${name(element)}`);
    }
  }
  return [...found];
}
