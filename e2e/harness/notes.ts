import type { Locator, Page } from 'playwright';

/** One note on a page, read through its open shadow root (dist-test). Locators wait; the lists are what stands there now. */
export interface NoteOnPage {
  readonly host: Locator;
  /** Everything the note says, in reading order, one space between parts. */
  text(): Promise<string>;
  /** Chips, in order, without "+n". */
  tags(): Promise<readonly string[]>;
  /** Links on the note, with their address. */
  links(): Promise<readonly { readonly text: string; readonly href: string }[]>;
  readonly save: Locator;
  readonly mark: Locator;
  readonly hint: Locator;
}

/** @param paper canonical id: `arxiv:2511.08567` */
export function noteOf(page: Page, paper: string): NoteOnPage {
  const host = page.locator(`scholion-note[data-paper=${JSON.stringify(paper)}]`);
  return {
    host,
    text: async () => (await host.locator('.note').innerText()).replace(/\s+/g, ' ').trim(),
    tags: () => host.locator('.chip').allInnerTexts(),
    links: () =>
      host
        .locator('a.link')
        .evaluateAll((all) =>
          all.map((a) => ({ text: (a.textContent ?? '').trim(), href: a.getAttribute('href') ?? '' })),
        ),
    save: host.locator('.save'),
    mark: host.locator('.mark'),
    hint: host.locator('.hint'),
  };
}

/** Papers that have a note now, in page order. */
export const notedPapers = (page: Page): Promise<readonly string[]> =>
  page.locator('scholion-note').evaluateAll((all) => all.map((host) => host.getAttribute('data-paper') ?? ''));
