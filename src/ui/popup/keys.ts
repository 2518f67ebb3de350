/** What a key means in the popup (VISUAL.md 9), decided apart from what it does. */
export type Command =
  | 'down'
  | 'up'
  | 'first'
  | 'last'
  | 'save'
  | 'status-1'
  | 'status-2'
  | 'status-3'
  | 'status-4'
  | 'save-all'
  | 'undo'
  | 'open'
  | 'locate'
  | 'search'
  | 'clear'
  | 'back'
  | 'close';

/** Where the focus is: the search field, a row, another text field, or a button. */
export type Place = 'search' | 'list' | 'text' | 'other';

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const LIST: Readonly<Record<string, Command>> = {
  j: 'down',
  k: 'up',
  Home: 'first',
  End: 'last',
  s: 'save',
  l: 'locate',
};

/**
 * @param searching is there text in the search field?
 * @param inside is another view than the list open (adding a digest, the saved papers)?
 * @returns undefined where the key is the browser's own business
 */
export function commandOf(event: Key, place: Place, searching: boolean, inside: boolean): Command | undefined {
  // Caps Lock must not turn one save into fifty: Shift alone decides.
  const key = event.key.length === 1 ? (event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()) : event.key;
  if (key === 'Escape') {
    if (inside) return 'back';
    return searching ? 'clear' : 'close';
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key === 's') return 'save';
  if (event.ctrlKey || event.metaKey || event.altKey || place === 'text') return undefined;
  if (key === 'ArrowDown') return place === 'other' ? undefined : 'down';
  if (key === 'ArrowUp') return place === 'list' ? 'up' : undefined;
  if (place === 'search') return key === 'Enter' && searching ? 'open' : undefined;
  if (key === '/') return 'search';
  if (key === 'u') return 'undo';
  if (key === 'S' && event.shiftKey) return 'save-all';
  if (place !== 'list') return undefined;
  if (key === '1' || key === '2' || key === '3' || key === '4') return `status-${key}`;
  return LIST[key];
}
