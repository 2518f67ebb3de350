import { inKey, t } from '../../words.ts';
import type { CardKit } from '../card-kit.ts';
import { el } from '../el.ts';
import type { Note } from '../note.ts';
import { statusWord } from '../note-line.ts';

export const saidOf: CardKit['saidOf'] = (done) => {
  if (done.kind === 'saved') {
    return {
      text: t('noteDone', statusWord(done.status)),
      action: { does: 'undo', words: t('noteUndo'), key: 'U' },
    };
  }
  if (done.kind === 'undone') return { text: t('noteUndone') };
  return done.kind === 'failed' ? { text: t(`noteFailed_${wordOf(done.error)}`), bad: true } : undefined;
};

/** Failures that have words of their own; the others share one sentence. */
const wordOf = (error: string): string =>
  ['no-answer', 'read-only', 'library-lost', 'quota'].includes(error) ? inKey(error) : 'failed';

/** Long enough to read and to reach; it stays while pointer or focus is on it. */
const STAYS = 8_000;

export const createToasts: CardKit['createToasts'] = (signal) => {
  let open: { note: Note; toast: HTMLElement; timer: ReturnType<typeof setTimeout> } | undefined;

  function close(): boolean {
    if (open === undefined) return false;
    clearTimeout(open.timer);
    open.toast.remove();
    open = undefined;
    return true;
  }
  signal.addEventListener('abort', close);

  function later(toast: HTMLElement): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      if (open?.toast !== toast) return;
      if (toast.matches(':hover, :focus-within')) open.timer = later(toast);
      else close();
    }, STAYS);
  }

  return {
    show(note, { text, bad, action }, card) {
      close();
      const button = action && el('button', { 'data-do': action.does }, action.words);
      if (action?.key !== undefined) button?.append(el('kbd', { 'aria-hidden': 'true' }, action.key));
      const toast = el(
        'div',
        { class: 'toast', 'data-bad': bad, popover: card ? undefined : 'manual' },
        el('span', {}, text),
        button,
      );
      if (card === undefined) {
        note.root.append(toast);
        toast.showPopover();
        const { left, top, bottom } = note.host.getBoundingClientRect();
        const { width, height } = toast.getBoundingClientRect();
        const under = bottom + height + 8 <= innerHeight;
        toast.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
        toast.style.top = `${under ? bottom + 4 : top - height - 4}px`;
      } else {
        card.querySelector('.c-lib')?.append(toast);
      }
      open = { note, toast, timer: later(toast) };
      note.say(action?.key === undefined ? text : `${text}. ${t('noteUndoHow', action.key)}`);
    },
    close,
    at: (note) => (open?.note === note ? open.toast : undefined),
    gone(note) {
      if (open?.note === note) close();
    },
  };
};
