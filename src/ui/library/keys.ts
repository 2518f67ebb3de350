/** What a key means in the library (VISUAL.md 9), decided apart from what it does. */
export type Command =
  | 'search'
  | 'next'
  | 'previous'
  | 'down'
  | 'up'
  | 'forward'
  | 'back'
  | 'page-down'
  | 'page-up'
  | 'first'
  | 'last'
  | 'select'
  | 'all'
  | 'status'
  | 'tag'
  | 'move'
  | 'rate'
  | 'delete'
  | 'open'
  | 'page'
  | 'undo'
  | 'view'
  | 'help'
  | 'escape';

/** Where the focus is: the search field, the list, another text field, or something else. */
export type Focus = 'search' | 'list' | 'text' | 'other';

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Meaning {
  readonly command: Command;
  /** Shift with a move: what is passed is chosen. */
  readonly extend: boolean;
}

const LETTERS: Readonly<Record<string, Command>> = {
  '/': 'search',
  '?': 'help',
  j: 'next',
  k: 'previous',
  x: 'select',
  a: 'all',
  e: 'status',
  t: 'tag',
  m: 'move',
  r: 'rate',
  o: 'page',
  u: 'undo',
  v: 'view',
};
/** What only the list takes: elsewhere these are a button's own. */
const IN_LIST: Readonly<Record<string, Command>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Home: 'first',
  End: 'last',
  ' ': 'select',
  Enter: 'open',
};
const MOVES: ReadonlySet<Command> = new Set<Command>([
  'next',
  'previous',
  'down',
  'up',
  'forward',
  'back',
  'page-down',
  'page-up',
  'first',
  'last',
  'select',
]);

/** @returns undefined where the key is the browser's own business */
export function meaningOf(event: Key, focus: Focus): Meaning | undefined {
  const { key } = event;
  const plain = (command: Command): Meaning => ({ command, extend: event.shiftKey && MOVES.has(command) });
  if (key === 'Escape') return focus === 'text' ? undefined : plain('escape');
  if (event.altKey || focus === 'text') return undefined;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'a' && focus === 'list' ? plain('all') : undefined;
  if (focus === 'search') return key === 'ArrowDown' || key === 'Enter' ? plain('down') : undefined;
  if (key === 'Delete') return plain('delete');
  if (focus === 'list') {
    const command = IN_LIST[key];
    if (command) return plain(command);
  }
  // With Caps Lock on, "J" without Shift is still "next".
  const command = LETTERS[key] ?? LETTERS[key.toLowerCase()];
  // Shift is part of "?" and "/" on many keyboards; with other letters it means a range or nothing.
  if (!command || (event.shiftKey && command !== 'help' && command !== 'search' && !MOVES.has(command)))
    return undefined;
  return plain(command);
}
