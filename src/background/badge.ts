import { action } from '../platform/browser.ts';
import { t, tn } from '../platform/i18n.ts';

/** White on `--accent-strong`, light theme (VISUAL.md 2). */
const COLOUR = '#0a514a';

/** Number of known papers on a tab: at most four characters; the title says it in words. */
export async function showBadge(tab: number, known: number): Promise<void> {
  const text = known === 0 ? '' : known < 1_000 ? String(known) : '999+';
  try {
    await action.setBadgeBackgroundColor({ color: COLOUR, tabId: tab });
    await action.setBadgeText({ text, tabId: tab });
    await action.setTitle({ title: known === 0 ? t('badgeNone') : tn('badgeKnown', known), tabId: tab });
  } catch {
    // The tab was closed meanwhile.
  }
}
