import type { SaveInput } from '../../core/library/save-input.ts';
import { type Meta, recordOfMeta } from '../../core/page-meta/record-of-meta.ts';
import { callTab } from '../../messaging/client.ts';
import { scripting } from '../../platform/browser.ts';

/** What a tab shows, read at the person's wish: by the script of its site, else from the tags of the page. */

export interface TabPage {
  readonly id: number;
  readonly url: string;
  readonly title: string;
}

export type PagePaper =
  | { readonly kind: 'paper'; readonly paper: SaveInput }
  /** A listing: which one is meant? */
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

/** The paper of a tab. Needs the person's act there (menu or command), which lets us read that one page. */
export async function paperOfTab(tab: TabPage): Promise<PagePaper> {
  const papers = await papersOfSite(tab.id);
  const [only, ...others] = papers;
  if (only !== undefined) return others.length > 0 ? { kind: 'several' } : { kind: 'paper', paper: only };
  const paper = recordOfMeta(await metasOf(tab.id), tab.url, tab.title);
  return paper === undefined ? { kind: 'none' } : { kind: 'paper', paper };
}

/** What the script of a site found in a tab; none where there is no such script. */
export async function papersOfSite(tab: number): Promise<readonly SaveInput[]> {
  const reply = await callTab(tab, 'page.papers', {});
  return reply.ok ? reply.value.papers : [];
}

/** Names and contents of a page's meta tags; none where the browser does not let us read it (its own pages, stores). */
async function metasOf(tab: number): Promise<readonly Meta[]> {
  try {
    const [frame] = await scripting.executeScript({ target: { tabId: tab }, func: readMetas });
    const found: unknown = frame?.result;
    return Array.isArray(found) ? found.filter(isMeta) : [];
  } catch {
    return [];
  }
}

const isMeta = (value: unknown): value is Meta =>
  Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');

/** Runs in the page, alone: nothing of this module is there. */
function readMetas(): [string, string][] {
  return [...document.querySelectorAll('meta[content]')]
    .slice(0, 6000)
    .map((meta) => [
      meta.getAttribute('name') ?? meta.getAttribute('property') ?? '',
      (meta.getAttribute('content') ?? '').slice(0, 20000),
    ]);
}

/** The text that is selected in a tab, with its lines. */
export async function selectionOf(tab: number): Promise<string> {
  const [frame] = await scripting.executeScript({
    target: { tabId: tab },
    func: () => String(getSelection() ?? ''),
  });
  const found: unknown = frame?.result;
  return typeof found === 'string' ? found : '';
}
