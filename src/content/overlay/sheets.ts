import dark from './styles/dark.css?inline';
import note from './styles/note.css?inline';
import tokens from './styles/tokens.css?inline';

/**
 * Style sheets that all notes of a page share, made once each: a constructed sheet is parsed once however many roots adopt it,
 * and no policy of the page forbids it.
 */
const made = new Map<string, CSSStyleSheet>();

function sheet(text: string): CSSStyleSheet {
  let found = made.get(text);
  if (found === undefined) {
    found = new CSSStyleSheet();
    found.replaceSync(text);
    made.set(text, found);
  }
  return found;
}

export type Theme = 'light' | 'dark';
/** Custom properties of VISUAL.md 6 that the site gives for its hosts: placement and radius. */
export type Look = Readonly<Record<`--sch-${string}`, string>>;

/** Placement is a sheet of its own, so that the host carries no style attribute which the page could read or change. */
const lookText = (look: Look): string =>
  `:host{${Object.entries(look)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';')}}`;

/** Dresses a root. Must run before the host is inserted, or the page would shift. @param card the card's styles, where one was opened here */
export function dress(root: ShadowRoot, theme: Theme, look: Look, card: readonly string[] = []): void {
  const texts = [tokens, ...(theme === 'dark' ? [dark] : []), note, ...card, lookText(look)];
  root.adoptedStyleSheets = texts.map(sheet);
}
