/** What the checks need of a running Firefox: calls as an own page makes them, and notes as they stand in a page. */
import type { CallName, In, Out, Reply } from '../../src/messaging/calls.ts';
import type { Firefox } from './marionette.ts';

/** Of the Firefox build (manifest.config.ts). */
export const ADDON = 'scholion@scholion.example';
/** Firefox gives every installation a random host; this profile is told this one. */
export const OWN_HOST = '11111111-2222-4333-8444-555555555555';

export type OwnPage = 'popup' | 'add' | 'options' | 'welcome' | 'restore';

/** One note, read through its closed root with the browser's own rights. */
export interface SeenNote {
  readonly paper: string;
  /** Px; 0 where it is not drawn. */
  readonly height: number;
  /** Style sheets that its root wears. */
  readonly sheets: number;
  readonly tags: number;
  /** `saved`, `reading` …; null where the paper is not saved. */
  readonly status: string | null;
}

export interface JobSeen {
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
}

export interface Desk {
  readonly firefox: Firefox;
  /** Opens an own page in a new tab. */
  own(page: OwnPage, query?: string): Promise<string>;
  /** One call to the background, from an own page that stays open. @throws where it is refused or fails */
  call<N extends CallName>(name: N, body: In<N>): Promise<Out<N>>;
  /** A job, read from the database itself, so that looking wakes nobody. */
  job(id: number): Promise<JobSeen>;
  /** The notes of the current tab. */
  notes(): Promise<readonly SeenNote[]>;
  /** Clicks a part of a note as a person does. @param part selector below its root */
  press(note: number, part: string): Promise<void>;
  /** Is there such a part in the note, with a size? */
  shows(note: number, part: string): Promise<boolean>;
  /** `running`, `stopped` …: the event page, as Firefox itself names it. */
  background(): Promise<string>;
  /** Installs the extension anew under its open pages; its own tabs close. */
  reload(): Promise<void>;
}

const JOB = `return new Promise((done, fail) => {
  const open = indexedDB.open('scholion-papers');
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const read = open.result.transaction('jobs').objectStore('jobs').get(args[0]);
    read.onerror = () => fail(read.error);
    read.onsuccess = () => { open.result.close(); done({ state: read.result.state, done: read.result.done }); };
  };
});`;

const NOTES = `return [...document.querySelectorAll('scholion-note')].map((host) => {
  const root = host.openOrClosedShadowRoot;
  return {
    paper: host.dataset.paper ?? '',
    height: host.getBoundingClientRect().height,
    sheets: root.adoptedStyleSheets.length,
    tags: root.querySelectorAll('.chip').length,
    status: root.querySelector('.save')?.dataset.status ?? null,
  };
});`;

/** The middle of a part of a note, in view; null where it is not drawn. */
const MIDDLE = `const host = document.querySelectorAll('scholion-note')[args[0]];
  const part = host?.openOrClosedShadowRoot.querySelector(args[1]);
  if (!part || part.getClientRects().length === 0) return null;
  part.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };`;

const RELOAD = `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(args[0])).reload();`;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function deskOf(firefox: Firefox): Desk {
  let desk: string | undefined;
  const own = (page: OwnPage, query = ''): Promise<string> =>
    firefox.open(`moz-extension://${OWN_HOST}/src/ui/${page}/index.html${query}`);

  /** Runs in the page that calls are made from. */
  async function atDesk<T>(body: string, argument: unknown): Promise<T> {
    if (desk === undefined) desk = await own('add');
    else await firefox.show(desk);
    return firefox.evaluate<T>(body, argument);
  }
  const middle = (note: number, part: string): Promise<Point | null> => firefox.inspect(MIDDLE, note, part);

  return {
    firefox,
    own,
    async call<N extends CallName>(name: N, body: In<N>): Promise<Out<N>> {
      const message = { scholion: 1, to: 'background', call: name, body };
      const reply = await atDesk<Reply<Out<N>> | null>('return browser.runtime.sendMessage(args[0]);', message);
      if (!reply?.ok) throw new Error(`${name}: ${reply ? `${reply.error} ${reply.detail ?? ''}` : 'no answer'}`);
      return reply.value;
    },
    job: (id) => atDesk(JOB, id),
    notes: () => firefox.inspect(NOTES),
    async press(note, part) {
      const at = await middle(note, part);
      if (!at) throw new Error(`Note ${note} shows no ${part}.`);
      await firefox.click(at.x, at.y);
    },
    shows: async (note, part) => (await middle(note, part)) !== null,
    background: () => firefox.inBrowser('return WebExtensionPolicy.getByID(args[0]).extension.backgroundState;', ADDON),
    async reload() {
      desk = undefined;
      await firefox.inBrowser(RELOAD, ADDON);
    },
  };
}
