import { t } from '../../words.ts';
import { el } from '../el.ts';
import { NOTICE } from '../host.ts';
import { dress, type Theme } from '../sheets.ts';
import { css } from './styles.ts';

/** How long the way back stays. */
const STAYS = 10_000;

/** Says that the notes of this page are hidden, with the way back. A host of its own: the note that was asked is gone. */
export function noticeHidden(theme: Theme, back: () => void, signal: AbortSignal): void {
  const host = document.createElement(NOTICE);
  const root = host.attachShadow({ mode: __OPEN_ROOTS__ ? 'open' : 'closed' });
  dress(root, theme, {}, css[theme]);
  const undo = el('button', {}, t('noteUndo'));
  const toast = el('div', { class: 'toast', role: 'status', popover: 'manual' }, el('span', {}, t('noteHidden')), undo);
  root.append(toast);
  document.documentElement.append(host);
  toast.showPopover();
  toast.style.insetInlineStart = '16px';
  toast.style.bottom = '16px';
  undo.focus({ preventScroll: true });

  const close = (): void => {
    clearTimeout(timer);
    host.remove();
  };
  const timer = setTimeout(close, STAYS);
  signal.addEventListener('abort', close, { once: true });
  undo.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    close();
    back();
  });
  root.addEventListener('keydown', (event) => {
    // Root listeners are given plain Events by type; a keydown is a KeyboardEvent.
    const { key } = event as KeyboardEvent;
    if (event.isTrusted && key === 'u') {
      close();
      back();
    } else if (key === 'Escape') close();
  });
}
