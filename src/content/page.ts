import { DEFAULT_SETTINGS, type NoteSettings } from '../core/settings.ts';
import type { CallName, In, Out } from '../messaging/calls.ts';
import type { Site } from '../sites/site.ts';
import { type Board, createBoard, type Measure, NEAR } from './board.ts';
import { createHarvest } from './harvest.ts';
import { inSlices, whenIdle } from './idle.ts';
import { type Call, createLibraryActs } from './library-acts.ts';
import { createLookUp, FULL } from './look-up.ts';
import { createOverlay } from './overlay/overlay.ts';
import type { Theme } from './overlay/sheets.ts';
import type { PaperView } from './paper-view.ts';
import { report } from './report.ts';
import { saveInputOf } from './save-input.ts';
import { watchAddress } from './watch/address.ts';
import { watchChanges } from './watch/changes.ts';
import { createNearness } from './watch/near.ts';
import { createPace } from './watch/pace.ts';
import { themeOf, watchTheme } from './watch/theme.ts';
import { t } from './words.ts';

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
/** What is near but not seen waits for idle time, at most so long in ms. */
const SOON = 200;
/** Later looks after a change of address, for frameworks that write other papers into the same nodes. In ms. */
const LATER = [400, 1_500];
/** So many links to papers and no mention: the site has changed. */
const MANY_LINKS = 5;
/** On longer listings only the papers near the viewport are asked about at once; the others follow at idle time. */
const LONG = 300;

const isFresh = (view: PaperView): boolean => view.mark === undefined && !view.asking;

export function startPage(site: Site, root: Element, needs: PageNeeds, signal: AbortSignal): Page {
  let url = new URL(location.href);
  let settings: NoteSettings = DEFAULT_SETTINGS.notes;
  let waiting = false;
  let answered = false;
  let theme: Theme = 'light';
  let reported = '';
  let asking = 0;
  let reading = 0;
  let draws = 0;

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
    const measure = board.measure();
    const most = board.count > LONG ? Math.max(1, measure.near.to - measure.near.from) : board.count;
    const fresh = board.nearest(measure, most).filter(isFresh);
    const first = fresh.length > 0 ? ask(fresh, FULL) : undefined;
    if (board.count > most)
      void askOthers(first, measure, most).catch((error) => report(error, 'asking for the others'));
    // The words that must outlive an update; the first sentence waits for the browser, here together with the answer.
    t('noteUpdated');
    t('noteReload');
    draw(measure);
    tell();
    afterFrame(() => whenIdle(() => signal.aborted || nearness.watch(board.count, board.itemAt)));
  }

  async function ask(views: readonly PaperView[], full: number): Promise<void> {
    asking += 1;
    for (const view of views) view.asking = true;
    const patience = setTimeout(() => {
      waiting = true;
      look();
    }, PATIENCE);
    const answer = await lookUp.first(views, full);
    clearTimeout(patience);
    asking -= 1;
    for (const view of views) view.asking = false;
    if (signal.aborted) return;
    if (answer !== undefined) settings = answer.notes;
    answered = true;
    waiting = asking > 0;
    const measure = board.measure();
    for (const view of board.wide(measure)) overlay.changed(view); // notes that stand; the new ones are drawn from the answer
    draw(measure);
    tell();
    if (answer?.keepListings === true && board.count > 0) harvest.soon(url);
  }

  /** The far papers of a long listing: once the first answer is drawn, read at idle time and asked about in a message of their own. */
  async function askOthers(before: Promise<void> | undefined, measure: Measure, from: number): Promise<void> {
    reading += 1;
    await before;
    await new Promise<void>(afterFrame);
    const others = await inSlices(board.others(measure, from), signal);
    reading -= 1;
    const fresh = others.filter(isFresh);
    if (fresh.length > 0 && needs.alive()) await ask(fresh, 0);
    else tell();
  }

  /** Something may have come near. */
  function look(): void {
    if (needs.alive() && !signal.aborted) draw(board.measure());
  }

  function draw(measure: Measure): void {
    board.draw(measure.visible, measure.kept, waiting);
    // What is not seen yet waits until what is seen was painted.
    if (!answered && !waiting) return;
    const mine = ++draws;
    const drawRest = (): void => {
      if (signal.aborted || mine !== draws) return;
      board.draw(measure.near, measure.kept, waiting);
      const wide = board.wide(measure);
      const fresh = wide.filter(isFresh); // scrolled to before its turn came
      if (fresh.length > 0) void ask(fresh, FULL);
      lookUp.near(wide);
    };
    afterFrame(() => whenIdle(drawRest, SOON));
  }

  function dressNotes(): void {
    theme = themeOf(site, board.itemAt(0));
    overlay.wear(theme, site.look(url));
  }

  /** Badge and popup hear what was found, when it differs from what they heard last. */
  function tell(): void {
    if (reading > 0 || asking > 0) return;
    const views = board.all();
    const known = views.filter(({ mark }) => mark !== undefined && mark !== '-').length;
    const body = { site: site.info.id, mentions: board.count, known, changed: isChanged() };
    const text = JSON.stringify(body);
    if (text === reported || !needs.alive()) return;
    reported = text;
    void needs.call('page.report', body);
  }

  const isChanged = (): boolean => board.count === 0 && read(() => site.paperLinks(document), 0) >= MANY_LINKS;

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
    const measure = board.measure();
    const views = board.nearest(measure, board.count);
    if (views.length > 0) void ask(views, FULL);
  }

  afterFrame(scan);
  return {
    refresh,
    papers: () => {
      return { site: site.info.id, changed: isChanged(), papers: board.all().map(saveInputOf) };
    },
    show(id) {
      const note = board.show(id);
      if (note !== undefined) overlay.enter(note);
    },
  };
}

/**
 * Runs once the browser has laid out and painted what is there, so that asking where things stand costs nothing. A hidden tab paints no
 * frames: there it runs a little later.
 */
function afterFrame(run: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) run();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, PATIENCE);
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
