import type { CallName, In } from '../messaging/calls.ts';
import type { Site } from '../sites/site.ts';
import { cardKit } from './overlay/card-kit.ts';
import { removeStrangers } from './overlay/host.ts';
import { answerOf, type Page, type PageNeeds, startPage } from './page.ts';

/** One script in one tab: on, off, hidden for now, or stopped for good. */
export interface Session {
  readonly signal: AbortSignal;
  on(): void;
  off(): void;
  stop(): void;
  /** @returns undefined for calls that are not a page's */
  answer(name: CallName, body: unknown): unknown;
}

/** The room that the reserve style makes; the style asks for this property (src/content/reserve). */
const ROOM = '--scholion-room';

export function startSession(site: Site, needs: Omit<PageNeeds, 'hide'>): Session {
  const whole = new AbortController();
  const root = documentElement();
  let running: { page: Page; off: AbortController } | undefined;
  let keep: CSSStyleDeclaration | undefined;

  function on(): void {
    if (running !== undefined || whole.signal.aborted || !(root instanceof HTMLElement)) return;
    removeStrangers(() => false);
    keep?.removeProperty(ROOM);
    if (root.getAttribute('style') === '') root.removeAttribute('style');
    const off = new AbortController();
    running = { page: startPage(site, root, { ...needs, hide }, off.signal), off };
  }

  function off(): void {
    running?.off.abort();
    running = undefined;
    if (!(root instanceof HTMLElement)) return;
    keep = root.style;
    keep.setProperty(ROOM, '0px');
  }

  /** Until the page is loaded again, with a way back for some seconds. */
  const hide: PageNeeds['hide'] = (theme) => {
    off();
    // Mostly here already: it came with the first approach. Without it, loading the page again is the way back.
    void cardKit(needs.call).then((kit) => kit?.noticeHidden(theme, on, whole.signal));
  };

  function stop(): void {
    running?.off.abort();
    running = undefined;
    whole.abort();
  }

  on();
  return {
    signal: whole.signal,
    on,
    off,
    stop,
    answer(name, body) {
      if (name !== 'page.switch') return answerOf(running?.page, site, name, body);
      // The protocol has checked the body before it was sent.
      if ((body as In<'page.switch'>).on) on();
      else off();
      return {};
    },
  };
}

/** The page cannot hide this one with `<img name="documentElement">`: the prototype's own property is asked. */
const documentElement = (): unknown => Reflect.get(Document.prototype, 'documentElement', document);
