import type { PaperId } from '../../core/identity/paper-id.ts';
import { idsInUrl } from '../../core/identity/urls.ts';
import { urlOf } from '../../core/identity/urls-of.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import { newRequest } from '../../messaging/client.ts';
import { CallFailure } from '../../messaging/server.ts';
import { t } from '../../platform/i18n.ts';
import { withPapers } from '../../storage/papers/database.ts';
import { lookUp } from '../../storage/papers/queries/look-up.ts';
import type { LibraryHandlers } from '../handlers/library.ts';
import { paperOfTab, papersOfSite, type TabPage } from './read-page.ts';
import { FAILED, SAVED, tellOnButton } from './tell.ts';

/** Saving without the popup: from a menu, a key or the address bar. Saving again never un-saves. */

export type Save = LibraryHandlers['library.save'];

/** Saves the paper of a tab and says how it went. */
export async function saveTab(save: Save, tab: TabPage): Promise<void> {
  const page = await paperOfTab(tab);
  if (page.kind === 'several') await tellOnButton(tab.id, 'bad', FAILED, t('saveSeveral'));
  else if (page.kind === 'none') await tellOnButton(tab.id, 'bad', FAILED, t('saveNoPaper'));
  else await saveAndTell(save, page.paper, tab.id);
}

/** Saves the paper that a link leads to: as the page shows it, as digests told of it, else by its id alone. */
export async function saveLink(save: Save, link: string, tab: number): Promise<void> {
  const ids = idsInUrl(link);
  if (ids.length === 0) return tellOnButton(tab, 'bad', FAILED, t('saveNoPaperLink'));
  const shown = (await papersOfSite(tab)).find((paper) => paper.ids.some((id) => ids.includes(id)));
  return saveAndTell(save, shown ?? (await paperOfIds(ids)), tab);
}

/** A paper of which only ids are known here; the title comes from the digests, or with the first visit to its page. */
export async function paperOfIds(ids: readonly PaperId[]): Promise<SaveInput> {
  const title = await withPapers(async (db) => (await lookUp(db, [{ ids, title: '' }], 1)).rows[0]?.row.title).catch(
    () => undefined, // digests that cannot be read only leave the title open
  );
  return { ids, title: title ?? '' };
}

/** @param tab whose button tells; nobody is told without one */
export async function saveAndTell(save: Save, paper: SaveInput, tab: number | undefined): Promise<void> {
  const [tone, sign, words] = await saved(save, paper);
  if (tab !== undefined) await tellOnButton(tab, tone, sign, words);
}

async function saved(save: Save, paper: SaveInput): Promise<['done' | 'bad', string, string]> {
  try {
    const { created } = await save({ request: newRequest(), papers: [paper] }, { from: 'background' });
    const name = paper.title || (paper.ids[0] === undefined ? '' : urlOf(paper.ids[0]));
    return ['done', SAVED, t(created > 0 ? 'saveDone' : 'saveAlready', name)];
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return ['bad', FAILED, t('saveFailed', error.message)];
  }
}
