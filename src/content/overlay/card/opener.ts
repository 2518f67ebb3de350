import { urlOf } from '../../../core/identity/urls-of.ts';
import { unknownPaper } from '../../paper-view.ts';
import { t } from '../../words.ts';
import type { CardKit, Opener, OpenerNeeds } from '../card-kit.ts';
import type { Note } from '../note.ts';
import { placeIn } from '../roving.ts';
import { emptyCard, fillCard } from './card.ts';
import { createOwnPart, type OwnPart, queryOf } from './own.ts';
import { placeCard } from './place.ts';

/** Opens, places, follows and closes the card. */
export const createOpener: CardKit['createOpener'] = (needs): Opener => {
  const { hintsOf, signal } = needs;
  let now: { note: Note; card: HTMLElement; own: OwnPart; why: boolean; off: AbortController } | undefined;

  const fill = (): void => {
    if (now === undefined) return;
    const { view, root } = now.note;
    const data = view.data ?? unknownPaper(view.mention);
    now.own.update();
    const own = now.own.shown ? now.own.element : undefined;
    fillCard(now.card, root, { data, hints: hintsOf(view), busy: view.busy, why: now.why, own });
  };

  function place(): void {
    if (now === undefined) return;
    const { note, card } = now;
    const host = note.host.getBoundingClientRect();
    const gone = host.bottom < 0 || host.top > innerHeight || !note.host.isConnected;
    if (gone) {
      close(false);
      return;
    }
    card.style.maxHeight = 'none';
    const mark = note.root.querySelector('.mark')?.getBoundingClientRect() ?? host;
    const anchor = { left: mark.left, right: host.right, top: host.top, bottom: host.bottom };
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const rtl = getComputedStyle(note.host).direction === 'rtl';
    const { left, top, maxHeight } = placeCard(
      anchor,
      { width: card.offsetWidth, height: card.scrollHeight + 2 },
      view,
      rtl,
    );
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
    card.style.maxHeight = `${maxHeight}px`;
  }

  function close(back: boolean): boolean {
    if (now === undefined) return false;
    const { note, card, own, off } = now;
    own.flush();
    const held = card.contains(note.root.activeElement);
    now = undefined;
    off.abort();
    card.remove();
    const mark = note.root.querySelector<HTMLElement>('.mark');
    mark?.setAttribute('aria-expanded', 'false');
    if (back || held)
      (note.root.querySelector<HTMLElement>('.note [tabindex="0"]') ?? mark)?.focus({ preventScroll: true });
    return true;
  }
  signal.addEventListener('abort', () => close(false));

  /** Closed by a press outside, and by scrolling the note out of view; until then it follows the note. */
  function follow(note: Note, until: AbortSignal): void {
    const outside = (event: Event): void => {
      if (event.target !== note.host) close(false);
    };
    let asked = false;
    const moved = (event: Event): void => {
      if (asked || event.target === note.host) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        place();
      });
    };
    const listen = { capture: true, passive: true, signal: until } as const;
    addEventListener('pointerdown', outside, listen);
    addEventListener('scroll', moved, listen);
    addEventListener('resize', moved, listen);
  }

  return {
    get note() {
      return now?.note;
    },
    get card() {
      return now?.card;
    },
    open(note, at) {
      if (at === 'o') {
        openPaper(note);
        return;
      }
      if (now?.note !== note) {
        close(false);
        const card = emptyCard((note.view.data ?? unknownPaper(note.view.mention)).title);
        now = { note, card, own: createOwnPart(note, needs), why: false, off: new AbortController() };
        note.root.append(card);
        note.root.querySelector('.mark')?.setAttribute('aria-expanded', 'true');
        fill();
        card.showPopover();
        place();
        follow(note, now.off.signal);
      }
      const { card, own } = now;
      const field = at === 't' ? 'own' : at === 'n' ? 'note' : undefined;
      if (field !== undefined) {
        own.ask(field);
        fill();
        return;
      }
      const section = at === undefined ? null : card.querySelector<HTMLElement>(`[data-sec="${at}"]`);
      if (section !== null) card.scrollTop = section.offsetTop - 8;
      const part = at === 'status' ? section?.querySelector<HTMLElement>('[tabindex="0"], .main') : undefined;
      (part ?? card).focus({ preventScroll: true });
    },
    close,
    update(view) {
      if (now?.note.view !== view) return;
      fill();
      place();
    },
    press(action, button) {
      if (now === undefined) return false;
      if (action === 'close') close(true);
      else if (action === 'copy') void copy(now.note, button, button.dataset['at'] ?? '');
      else if (action === 'cite') void cite(now.note, button, needs);
      else if (action === 'panel') void needs.call('panel.open', { query: queryOf(now.note.view) });
      else if (action === 'why') {
        now.why = !now.why;
        fill();
        place();
      } else return false;
      return true;
    },
    key: (pressed) => now !== undefined && moveInGroup(now.note.root, pressed),
  };
};

/** Arrows move between the statuses; Enter or Space chooses, since each choice is a write. */
function moveInGroup(root: ShadowRoot, pressed: string): boolean {
  const radios = [...root.querySelectorAll<HTMLElement>('[role="radio"]')];
  const from = placeIn(radios, root);
  const step = /^Arrow(?:Right|Down)$/.test(pressed) ? 1 : /^Arrow(?:Left|Up)$/.test(pressed) ? -1 : 0;
  if (from < 0 || step === 0) return false;
  radios.at((from + step) % radios.length)?.focus();
  return true;
}

function openPaper({ view }: Note): void {
  const [id] = (view.data ?? view.mention).ids;
  if (id !== undefined) window.open(urlOf(id), '_blank', 'noopener,noreferrer');
}

/** One click: the citation in the style that the person uses. */
async function cite(note: Note, button: HTMLElement, { call }: OpenerNeeds): Promise<void> {
  const reply = await call('library.aside', { query: queryOf(note.view), cite: 'apa' });
  if (reply.ok && reply.value.citation !== undefined) await copy(note, button, reply.value.citation);
  else note.say(t('cardNotCopied'));
}

async function copy(note: Note, button: HTMLElement, text: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false, // the page's permissions policy forbids it
  );
  const word = button.querySelector('span');
  if (word !== null && copied) word.textContent = t('cardCopied');
  note.say(copied ? t('cardCopied') : t('cardNotCopied'));
}
