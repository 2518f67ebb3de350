import { newRequest } from '../../messaging/client.ts';
import { contextMenus, runtime } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import type { digestHandlers } from '../handlers/digests.ts';
import { selectionOf } from './read-page.ts';
import { type Save, saveLink, saveTab } from './save-one.ts';
import { FAILED, SAVED, tellOnButton } from './tell.ts';

/** Entries of the context menu: save a link's paper or the page's, add a selection as a digest. */

const LINK = 'save-link';
const PAGE = 'save-page';
const SELECTION = 'add-selection';

/** Links that may lead to a paper: elsewhere the entry would only be in the way. */
const LINKS = [
  'arxiv.org',
  'huggingface.co',
  'doi.org',
  'openreview.net',
  'aclanthology.org',
  'semanticscholar.org',
  'pubmed.ncbi.nlm.nih.gov',
  'pmc.ncbi.nlm.nih.gov',
  'europepmc.org',
  'dblp.org',
  'dl.acm.org',
  'link.springer.com',
  'biorxiv.org',
  'medrxiv.org',
].flatMap((host) => [`*://${host}/*`, `*://*.${host}/*`]);

let made: Promise<void> = Promise.resolve();

/** Entries outlive a restart; they are made at install and update, and where a worker that was ended in the middle left none. */
function makeMenus(): void {
  made = made.then(() => contextMenus.removeAll()).then(createAll);
}

function createAll(): void {
  contextMenus.create({ id: LINK, title: t('menuSaveLink'), contexts: ['link'], targetUrlPatterns: LINKS });
  contextMenus.create({ id: PAGE, title: t('menuSavePage'), contexts: ['page'], documentUrlPatterns: ['*://*/*'] });
  contextMenus.create({
    id: SELECTION,
    title: t('menuAddSelection'),
    contexts: ['selection'],
    documentUrlPatterns: ['*://*/*'],
  });
}

/** Listeners of the first turn. */
export function onMenus(
  save: Save,
  addDigest: (typeof digestHandlers)['digest.add'],
  report: (error: unknown, where: string) => void,
): void {
  runtime.onInstalled.addListener(makeMenus);
  void contextMenus.update(SELECTION, {}).catch(makeMenus); // the last one made
  contextMenus.onClicked.addListener((info, tab) => {
    void act(info, tab).catch((error: unknown) => report(error, 'menu'));
  });

  async function act(
    info: { readonly menuItemId: string | number; readonly linkUrl?: string },
    tab: { readonly id?: number; readonly url?: string; readonly title?: string } | undefined,
  ): Promise<void> {
    if (tab?.id === undefined) return;
    const { id, url = '', title = '' } = tab;
    if (info.menuItemId === LINK) await saveLink(save, info.linkUrl ?? '', id);
    else if (info.menuItemId === PAGE) await saveTab(save, { id, url, title });
    else await addSelection(id, title);
  }

  async function addSelection(tab: number, title: string): Promise<void> {
    const text = await selectionOf(tab).catch(() => '');
    if (text.trim() === '') return tellOnButton(tab, 'bad', FAILED, t('menuSelectionEmpty'));
    await addDigest({ request: newRequest(), name: title.slice(0, 300), text });
    return tellOnButton(tab, 'done', SAVED, t('menuSelectionAdded'));
  }
}
