import { action } from '../../platform/browser.ts';

/** Answers a save made without a window of ours: on the toolbar button of that tab, as a sign and in words. */

const COLOURS = { done: '#0a514a', bad: '#a8281c' } as const;
/** How long the sign stays, in ms; then the button says what it said before. */
const STAYS = 4_000;

/** @param sign at most four characters @param words for the button's title, which screen readers speak */
export async function tellOnButton(
  tab: number,
  tone: keyof typeof COLOURS,
  sign: string,
  words: string,
): Promise<void> {
  const at = { tabId: tab };
  try {
    const [text, title, colour] = await Promise.all([
      action.getBadgeText(at),
      action.getTitle(at),
      action.getBadgeBackgroundColor(at),
    ]);
    await action.setBadgeBackgroundColor({ ...at, color: COLOURS[tone] });
    await action.setBadgeText({ ...at, text: sign });
    await action.setTitle({ ...at, title: words });
    await new Promise((done) => setTimeout(done, STAYS));
    // Another sign came meanwhile: it takes itself away.
    if ((await action.getTitle(at)) !== words) return;
    await action.setBadgeText({ ...at, text: SIGNS.has(text) ? '' : text });
    await action.setTitle({ ...at, title });
    await action.setBadgeBackgroundColor({ ...at, color: colour });
  } catch {
    // The tab was closed meanwhile.
  }
}

export const SAVED = '✓';
export const FAILED = '!';
const SIGNS: ReadonlySet<string> = new Set([SAVED, FAILED]);
