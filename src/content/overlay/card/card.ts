import { labelOf, urlOf } from '../../../core/identity/urls-of.ts';
import type { NoteData } from '../../../core/note-data.ts';
import type { Hint } from '../../../core/related/hint.ts';
import { t } from '../../words.ts';
import { el, linkTo } from '../el.ts';
import { icon } from '../icons.ts';
import { copy, open, panel, quote } from './drawings.ts';
import { headOf, libraryOf } from './head.ts';
import { sectionsOf } from './sections.ts';

export interface CardContent {
  readonly data: NoteData;
  readonly hints: readonly Hint[];
  readonly busy: boolean;
  /** "Why this?" is open. */
  readonly why: boolean;
  /** The person's own part, kept while the card is open. */
  readonly own?: HTMLElement | undefined;
}

/** The empty card: a modeless dialog that the browser draws in the top layer once it is shown. */
export const emptyCard = (title: string): HTMLElement =>
  el('div', { class: 'card', role: 'dialog', popover: 'manual', tabindex: -1, 'aria-label': t('cardName', title) });

/** Fills a card, in the order of VISUAL.md 7. Scroll and focus stay where they were. */
export function fillCard(card: HTMLElement, root: ShadowRoot, { data, hints, busy, why, own }: CardContent): void {
  const top = card.scrollTop;
  const { activeElement } = root;
  const kept = own?.contains(activeElement) === true;
  const focused = card.contains(activeElement) && !kept ? nameOf(activeElement) : undefined;
  const [above, below] = [
    [headOf(data), libraryOf(data, busy)],
    [...sectionsOf(data, hints, why), footOf(data)],
  ];
  if (own?.parentNode === card) {
    // Taken out and put back it would lose the cursor.
    for (const old of [...card.children]) if (old !== own) old.remove();
    own.before(...above);
    own.after(...below);
  } else card.replaceChildren(...above, ...(own === undefined ? [] : [own]), ...below);
  card.scrollTop = top;
  if (focused === undefined) return;
  const same = [...card.querySelectorAll<HTMLElement>('[data-do]')].find((button) => nameOf(button) === focused);
  (same ?? card.querySelector<HTMLElement>('[aria-checked="true"]') ?? card).focus({ preventScroll: true });
}

const nameOf = (element: Element | null): string =>
  element === null ? '' : `${element.getAttribute('data-do') ?? ''} ${element.getAttribute('data-at') ?? ''}`;

function footOf(data: NoteData): HTMLElement {
  const [id] = data.ids;
  return el(
    'div',
    { class: 'c-foot' },
    el('button', { 'data-do': 'cite' }, icon(quote, 14), el('span', {}, t('cardCite'))),
    el('button', { 'data-do': 'panel' }, icon(panel, 14), t('cardPanel')),
    id !== undefined &&
      el('button', { 'data-do': 'copy', 'data-at': labelOf(id) }, icon(copy, 14), el('span', {}, t('cardCopyId'))),
    id !== undefined && linkTo(urlOf(id), { 'aria-keyshortcuts': 'O' }, icon(open, 14), t('cardOpen')),
    el('span', { class: 'sp' }),
    el('button', { 'data-do': 'hide' }, t('cardHide')),
  );
}
