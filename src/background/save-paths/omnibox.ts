import { parseId } from '../../core/identity/ids.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { idsInText } from '../../core/identity/scan.ts';
import { labelOf, urlOf } from '../../core/identity/urls-of.ts';
import type { In, Out } from '../../messaging/calls.ts';
import { isFirefox, omnibox, runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { paperOfIds, type Save, saveAndTell } from './save-one.ts';

/** `sch` in the address bar: an id or address saves that paper, anything else searches what is known and saved. */

type Find = (body: In<'search.find'>) => Promise<Out<'search.find'>>;

/** Chromium reads a description as XML; Firefox as plain text. Titles are of strangers. */
export const described = (text: string, firefox = isFirefox): string =>
  firefox ? text : text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The ids that a text names, where it names nothing but papers. */
export function idsAsked(text: string): readonly PaperId[] {
  const one = parseId(text);
  return one === undefined ? idsInText(text) : [one];
}

const SUGGESTED = 6;
/** What a chosen suggestion puts into the address bar; a bare id or address is saved. */
const OPEN = /^open (\S.*)$/;
const LIBRARY = 'src/ui/library/index.html';

export function onOmnibox(save: Save, find: Find, report: (error: unknown, where: string) => void): void {
  omnibox.onInputStarted?.addListener(() =>
    omnibox.setDefaultSuggestion({ description: described(t('omniboxStart')) }),
  );

  omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestions(text)
      .then(suggest)
      .catch((error: unknown) => report(error, 'address bar'));
  });

  omnibox.onInputEntered.addListener((text, disposition) => {
    void enter(text, disposition !== 'currentTab').catch((error: unknown) => report(error, 'address bar'));
  });

  async function suggestions(text: string): Promise<{ content: string; description: string }[]> {
    const [id] = idsAsked(text);
    const words = id === undefined ? t('omniboxSearch', text) : t('omniboxSave', labelOf(id));
    omnibox.setDefaultSuggestion({ description: described(words) });
    if (id !== undefined || text.trim() === '') return [];
    const { hits } = await find({ text: text.slice(0, 500), limit: SUGGESTED });
    return hits.slice(0, SUGGESTED).flatMap(({ data }) => {
      const [paper] = data.ids;
      if (paper === undefined) return [];
      const title = data.saved === undefined ? data.title : t('omniboxSaved', data.title);
      return [{ content: `open ${labelOf(paper)}`, description: described(title) }];
    });
  }

  async function enter(text: string, newTab: boolean): Promise<void> {
    const [, chosen = ''] = OPEN.exec(text) ?? [];
    const paper = parseId(chosen);
    if (paper !== undefined) return open(urlOf(paper), newTab);
    const ids = idsAsked(text);
    if (ids.length === 0) {
      return open(`${runtime.getURL(LIBRARY)}#q=${encodeURIComponent(text)}`, newTab);
    }
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return saveAndTell(save, await paperOfIds(ids), tab?.id);
  }

  async function open(url: string, newTab: boolean): Promise<void> {
    if (newTab) await tabs.create({ url });
    else await tabs.update({ url });
  }
}
