import type { PaperView } from '../paper-view.ts';
import { t } from '../words.ts';
import type { CardKit } from './card-kit.ts';
import { el } from './el.ts';
import { makeHost } from './host.ts';
import { lineOf, staleLine } from './note-line.ts';
import type { NoteModel } from './note-model.ts';
import { dress, type Look, type Theme } from './sheets.ts';

/** One note on the page: its host, the line inside its root, and what else opens in the root. */
export interface Note {
  readonly view: PaperView;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Draws the line anew where it differs; undefined: loading. Focus stays on the same part. */
  show(model: NoteModel | undefined): void;
  /** Dresses the root for a theme, with the card's styles once a card was opened here. */
  wear(theme: Theme, look: Look, card?: CardKit['css']): void;
  /** What can be focused now, in order; parts that the width hides are left out. */
  stops(): readonly HTMLElement[];
  /** Updated under the page: the line offers to load the page again, and nothing else. */
  offerReload(): void;
  /** Announces politely. */
  say(text: string): void;
}

/** What a person does in a note. `isTrusted` was checked: none of these comes from a script of the page. */
export interface NoteEvents {
  press(note: Note, action: string, at: string | undefined, button: HTMLElement): void;
  /** A key in note or card. @returns true where it meant something here */
  key(note: Note, key: string, inCard: boolean): boolean;
  /** Focus came to a part of the line. */
  focus(note: Note, stop: HTMLElement): void;
  /** Pointer or focus came to the note. */
  approach(note: Note): void;
}

/** @returns undefined where the page does not let our element have a root */
export function createNote(view: PaperView, events: NoteEvents): Note | undefined {
  const made = makeHost(view.mention.ids[0]);
  if (made === undefined) return undefined;
  const { host, root } = made;
  const line = el('div', { class: 'note', role: 'group', 'aria-label': t('noteName'), 'data-state': 'loading' });
  const said = el('span', { class: 'said', role: 'status' });
  root.append(line, said);
  let shown: string | undefined;
  let cardStyle: CardKit['css'] | undefined;
  const held = holdWhilePressed(root);

  const note: Note = {
    view,
    host,
    root,
    show(model) {
      if (held(() => note.show(model))) return;
      const text = JSON.stringify(model) ?? '';
      if (text === shown) return;
      shown = text;
      if (line.firstChild === null) {
        line.dataset['state'] = model === undefined ? 'loading' : 'ready';
        line.append(...lineOf(model));
        return;
      }
      const focused = line.contains(root.activeElement) ? partOf(root.activeElement) : undefined;
      const open = line.querySelector('.mark')?.getAttribute('aria-expanded');
      const stop = partOf(line.querySelector('[tabindex="0"]'));
      line.dataset['state'] = model === undefined ? 'loading' : 'ready';
      line.replaceChildren(...lineOf(model));
      const parts = [...line.querySelectorAll<HTMLElement>('[tabindex]')];
      const [first] = parts;
      if (open != null) first?.setAttribute('aria-expanded', open);
      if (stop !== undefined) (parts.find((p) => partOf(p) === stop) ?? first)?.setAttribute('tabindex', '0');
      if (focused !== undefined) (parts.find((p) => partOf(p) === focused) ?? first)?.focus({ preventScroll: true });
    },
    wear(theme, look, card) {
      cardStyle ??= card;
      dress(root, theme, look, cardStyle?.[theme]);
    },
    offerReload() {
      shown = undefined;
      line.replaceChildren(...staleLine());
      note.say(t('noteUpdated'));
      line.querySelector('button')?.focus({ preventScroll: true });
    },
    stops: () =>
      [...line.querySelectorAll<HTMLElement>('[tabindex]')].filter((part) => part.getClientRects().length > 0),
    say(text) {
      said.textContent = text;
    },
  };

  const known = (event: Event, act: (target: Element) => void): void => {
    if (event.isTrusted && event.target instanceof Element) act(event.target);
  };
  root.addEventListener('click', (event) =>
    known(event, (target) => {
      event.stopPropagation(); // a press on a note is no press on the page's own row
      const button = target.closest<HTMLElement>('[data-do]');
      if (button !== null) events.press(note, button.dataset['do'] ?? '', button.dataset['at'], button);
    }),
  );
  root.addEventListener('keydown', (event) =>
    known(event, (target) => {
      // Root listeners are given plain Events by type; a keydown is a KeyboardEvent.
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (ctrlKey || metaKey || altKey || !events.key(note, key, !line.contains(target))) return;
      event.preventDefault();
      event.stopPropagation();
    }),
  );
  root.addEventListener('focusin', (event) => {
    if (!(event.target instanceof HTMLElement) || !line.contains(event.target)) return;
    events.approach(note);
    events.focus(note, event.target);
  });
  root.addEventListener('pointerover', () => events.approach(note), { passive: true });
  return note;
}

/** Names a part of the line, so that it is found again after the line was drawn anew. The bookmark stays itself in each state. */
function partOf(part: Element | null): string | undefined {
  if (part === null) return undefined;
  const kind = part.classList[0] ?? '';
  return kind === 'chip' ? `chip ${part.textContent}` : `${kind} ${part.getAttribute('data-kind') ?? ''}`;
}

/**
 * A line drawn anew between the press and the release of a pointer would swallow the click: its button is gone. So drawing waits.
 * @returns takes the drawing and tells whether it has to wait; only the last one is done later
 */
function holdWhilePressed(root: ShadowRoot): (draw: () => void) => boolean {
  let pressed = false;
  let waiting: (() => void) | undefined;
  // After the click, which comes in the same turn as the release.
  const release = () =>
    setTimeout(() => {
      pressed = false;
      waiting?.();
      waiting = undefined;
    });
  root.addEventListener('pointerdown', () => {
    pressed = true;
    addEventListener('pointerup', release, true); // the same function again adds no second listener
    addEventListener('pointercancel', release, true);
  });
  return (draw) => {
    if (pressed) waiting = draw;
    return pressed;
  };
}
