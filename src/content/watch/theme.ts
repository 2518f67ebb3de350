import type { Site } from '../../sites/site.ts';
import type { Theme } from '../overlay/sheets.ts';

/** The theme of the page itself: the site's word, else the nearest opaque background above `place`, else light. */
export function themeOf(site: Site, place: Element | undefined): Theme {
  const said = site.theme?.(document);
  if (said !== undefined) return said;
  for (let at: Element | null = place ?? null; at !== null; at = at.parentElement) {
    const colour = colourOf(getComputedStyle(at).backgroundColor);
    if (colour !== undefined && colour.alpha > 0.5) return colour.luminance < 0.36 ? 'dark' : 'light';
  }
  // Nothing is painted: the canvas shows, dark only where the page asks for a dark scheme.
  const scheme = place === undefined ? '' : getComputedStyle(place).colorScheme;
  const dark =
    /\bdark\b/.test(scheme) && (!/\blight\b/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 'dark' : 'light';
}

/** Reads `rgb(r g b / a)` in both spellings, and `color(srgb r g b / a)`. Luminance is perceived, 0 to 1. */
export function colourOf(text: string): { readonly luminance: number; readonly alpha: number } | undefined {
  const numbers = text.match(/[\d.]+(?:e-?\d+)?%?/g);
  if (numbers === null || !/^(?:rgba?|color\(srgb)/.test(text)) return undefined;
  const scale = text.startsWith('color') ? 1 : 255;
  const [r = 0, g = 0, b = 0] = numbers.map((n) => Number.parseFloat(n) / scale);
  const [, , , a = '1'] = numbers;
  const alpha = a.endsWith('%') ? Number.parseFloat(a) / 100 : Number.parseFloat(a);
  return { luminance: 0.299 * r + 0.587 * g + 0.114 * b, alpha };
}

/** Tells when the theme may have changed: a class of the document's element (Hugging Face, Dark Reader), or the system's scheme. */
export function watchTheme(root: Element, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['class', 'data-theme', 'data-darkreader-scheme'] });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
}
