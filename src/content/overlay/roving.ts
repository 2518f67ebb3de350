import type { Note } from './note.ts';

/** All notes of a page are one tab stop: exactly one part of one note has tabindex 0 (VISUAL.md 9). */
export interface Roving {
  /** A note was drawn: the first one takes the stop. */
  drawn(note: Note): void;
  /** Focus came to this part. */
  at(note: Note, stop: HTMLElement): void;
  /** A note goes: the stop moves to another of those drawn. */
  gone(note: Note, others: Iterable<Note>): void;
  /** Focuses the part `step` places further along the note. */
  along(note: Note, step: 1 | -1): void;
  /** Focuses a note at its mark, or where it was left. */
  enter(note: Note): void;
}

export function createRoving(): Roving {
  let holder: Note | undefined;

  const stopOf = (note: Note): HTMLElement | null => note.root.querySelector('.note [tabindex="0"]');
  const put = (note: Note, stop: HTMLElement | undefined): void => {
    if (holder !== undefined) stopOf(holder)?.setAttribute('tabindex', '-1');
    holder = note;
    stop?.setAttribute('tabindex', '0');
  };
  const first = (note: Note): HTMLElement | undefined => note.root.querySelector<HTMLElement>('.mark') ?? undefined;

  return {
    drawn(note) {
      if (holder === undefined || holder === note) put(note, stopOf(note) ?? first(note));
    },
    at(note, stop) {
      if (stop.tabIndex !== 0 || holder !== note) put(note, stop);
    },
    gone(note, others) {
      if (holder !== note) return;
      holder = undefined;
      for (const other of others) {
        if (other === note) continue;
        put(other, first(other));
        return;
      }
    },
    along(note, step) {
      const stops = note.stops();
      const from = placeIn(stops, note.root);
      stops[Math.min(stops.length - 1, Math.max(0, from + step))]?.focus();
    },
    enter(note) {
      const stop = stopOf(note) ?? first(note);
      put(note, stop);
      stop?.focus({ preventScroll: true });
      note.host.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** Where the focus of a root stands in a list; -1 where it is elsewhere. */
export function placeIn(list: readonly Element[], { activeElement }: ShadowRoot): number {
  return activeElement === null ? -1 : list.indexOf(activeElement);
}
