import { DEFAULT_SETTINGS, type NoteSettings } from '../core/settings.ts';
import type { CallName, In, Out } from '../messaging/calls.ts';
import type { Site } from '../sites/site.ts';
import { type Board, createBoard, NEAR } from './board.ts';
import { createHarvest } from './harvest.ts';
import { type Call, createLibraryActs } from './library-acts.ts';
import { createLookUp } from './look-up.ts';
import { createOverlay } from './overlay/overlay.ts';
import type { Theme } from './overlay/sheets.ts';
import { report } from './report.ts';
import { saveInputOf } from './save-input.ts';
import { watchAddress } from './watch/address.ts';
import { watchChanges } from './watch/changes.ts';
import { createNearness } from './watch/near.ts';
import { createPace } from './watch/pace.ts';
import { themeOf, watchTheme } from './watch/theme.ts';

/** What a page needs of the outside; tests give their own. */
export interface PageNeeds {
  readonly call: Call;
  readonly newRequest: () => string;
  readonly alive: () => boolean;
  readonly privateWindow: () => boolean;
  readonly hide: (theme: Theme) => void;
}

/** The notes of one document, from start to abort. */
export interface Page {
  papers(): Out<'page.papers'>;
  refresh(): void;
  show(id: In<'page.show'>['id']): void;
}

/** Quiet after which a changed page is read again, in ms. */
const QUIET = 120;
/** A note is drawn as loading only where the first answer takes longer than this, in ms. */
const PATIENCE = 150;
/** Later looks after a change of address, for frameworks that write other papers into the same nodes. In ms. */
const LATER = [400, 1_500];
/** Papers within this many screens have their text sent, for tags, links and hints. */
const SCREENS = 2;
/** So many links to papers and no mention: the site has changed. */
const MANY_LINKS = 5;

export function startPage(site: Site, root: Element, needs: PageNeeds, signal: AbortSignal): Page {
  let url = new URL(location.href);
  let settings: NoteSettings = DEFAULT_SETTINGS.notes;
  let waiting = false;
  let theme: Theme = 'light';
  let reported = '';
  const asking = new Set<unknown>();

  const acts = createLibraryActs(needs.call, needs.newRequest, saveInputOf, (view) => overlay.changed(view));
  const overlay = createOverlay(
    {
      call: needs.call,
      acts,
      settings: () => settings,
      neighbour: (note, step) => board.neighbour(note, step),
      hide: () => needs.hide(theme),
      alive: needs.alive,
    },
    signal,
  );
  const board: Board = createBoard(overlay);
  const lookUp = createLookUp(
    needs.call,
    () => settings,
    (views) => views.forEach(overlay.changed),
    signal,
  );
  const harvest = createHarvest(site, needs, signal);
  const nearness = createNearness(NEAR, look, signal);
  const pace = createPace(QUIET, scan, signal);

  /** Asks the site; a page that breaks its reader has no notes, and says so once. */
  function read<T>(ask: () => T, otherwise: T): T {
    try {
      return ask();
    } catch (error) {
      report(error, `reading ${site.info.id}`);
      return otherwise;
    }
  }

  function scan(): void {
    // Updated under the page: what stands stays, or its successor has taken it; the page is no longer ours to draw on.
    if (signal.aborted || !needs.alive()) return;
    compareAddress();
    board.take(read(() => site.mentions(document, url), []));
    dressNotes();
    nearness.watch(board.spots.map(({ mention }) => mention.item));
    const fresh = board.all().filter((view) => view.mark === undefined && !asking.has(view));
    if (fresh.length > 0) void ask(fresh);
    look();
    tell();
  }

  async function ask(views: ReturnType<Board['all']>): Promise<void> {
    for (const view of views) asking.add(view);
    const patience = setTimeout(() => {
      waiting = true;
      board.draw(true);
    }, PATIENCE);
    const answer = await lookUp.first(views);
    clearTimeout(patience);
    for (const view of views) asking.delete(view);
    if (signal.aborted) return;
    if (answer !== undefined) settings = answer.notes;
    waiting = asking.size > 0;
    look();
    for (const view of board.near(SCREENS)) overlay.changed(view);
    tell();
    if (answer?.keepListings === true && board.spots.length > 0) harvest.soon(url);
  }

  /** Something may have come near. */
  function look(): void {
    if (!needs.alive()) return;
    board.draw(waiting);
    lookUp.near(board.near(SCREENS));
  }

  function dressNotes(): void {
    theme = themeOf(site, board.spots[0]?.mention.item);
    overlay.wear(theme, site.look(url));
  }

  /** Badge and popup hear what was found, when it differs from what they heard last. */
  function tell(): void {
    const { spots } = board;
    if (spots.some(({ view }) => view.mark === undefined)) return;
    const known = spots.filter(({ view }) => view.mark !== '-').length;
    const body = { site: site.info.id, mentions: spots.length, known, changed: isChanged() };
    const text = JSON.stringify(body);
    if (text === reported || !needs.alive()) return;
    reported = text;
    void needs.call('page.report', body);
  }

  const isChanged = (): boolean => board.spots.length === 0 && read(() => site.paperLinks(document), 0) >= MANY_LINKS;

  const compareAddress = watchAddress((next) => {
    url = next;
    reported = '';
    board.forgive();
    pace.ask();
    for (const wait of LATER) setTimeout(pace.ask, wait);
  }, signal);

  watchChanges(root, board.lost, pace.ask, signal);
  watchTheme(root, dressNotes, signal);
  signal.addEventListener('abort', board.clear);
  // Back from the browser's back/forward cache: the worker has forgotten this page, and the library may have moved on.
  addEventListener('pageshow', (event) => event.persisted && refresh(), { signal });

  function refresh(): void {
    if (!needs.alive()) return;
    lookUp.forget();
    reported = '';
    asking.clear();
    const views = board.all();
    if (views.length > 0) void ask(views);
  }

  scan();
  return {
    refresh,
    papers: () => {
      const views = [...new Set(board.spots.map(({ view }) => view))];
      return { site: site.info.id, changed: isChanged(), papers: views.map(saveInputOf) };
    },
    show(id) {
      const note = board.show(id);
      if (note !== undefined) overlay.enter(note);
    },
  };
}

/** What the extension asks of a page's script. @returns undefined for calls that are not a page's */
export function answerOf(page: Page | undefined, site: Site, name: CallName, body: unknown): unknown {
  if (name === 'page.papers') return page?.papers() ?? { site: site.info.id, changed: false, papers: [] };
  if (name === 'page.refresh') page?.refresh();
  // The protocol has checked the body before it was sent.
  else if (name === 'page.show') page?.show((body as In<'page.show'>).id);
  else return undefined;
  return {};
}
