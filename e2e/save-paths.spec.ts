/** Saving without the popup: context menu, keyboard command, address bar. The browser's own menus cannot be driven: their events are. */
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import { openLibraryDesk, rowsOf, savedKeys } from './harness/library.ts';

const PLACE = 'https://arxiv.org/list/cs.LG/new';

interface ChromeTab {
  readonly id?: number;
  readonly url?: string;
  readonly title?: string;
}

/** The tab as the browser hands it to a listener. */
const tabOf = async (ext: Extension, url: string): Promise<ChromeTab> => {
  await ext.worker.start();
  return ext.worker.handle.evaluate(
    async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted) ?? {},
    url,
  );
};

/** Fires an event of the browser in the worker, as a click or key would. */
const fire = async (ext: Extension, event: string, ...args: readonly unknown[]): Promise<void> => {
  await ext.worker.start();
  await ext.worker.handle.evaluate(
    ([path, values]) => {
      const [space = '', name = ''] = path.split('.');
      // Every event object of the browser can be fired by the extension itself.
      const target = (chrome as unknown as Record<string, Record<string, { dispatch(...all: unknown[]): void }>>)[
        space
      ];
      target?.[name]?.dispatch(...values);
    },
    [event, args] as const,
  );
};

const badge = async (ext: Extension, tab: ChromeTab): Promise<readonly [string, string]> => {
  await ext.worker.start();
  return ext.worker.handle.evaluate(
    async (tabId) => [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })] as const,
    tab.id ?? -1,
  );
};

test('the menu offers what fits, and commands have keys of their own', async ({ ext }) => {
  await ext.worker.start();
  const [commands, keyword] = await ext.worker.handle.evaluate(async () => [
    (await chrome.commands.getAll()).map(({ name, shortcut, description }) => [
      name,
      shortcut !== '',
      description !== '',
    ]),
    chrome.runtime.getManifest().omnibox?.keyword,
  ]);
  expect(commands).toEqual([
    ['_execute_action', true, false],
    ['open-library', true, true],
    ['open-panel', true, true],
    ['save-page', true, true],
  ]);
  expect(keyword).toBe('sch');
});

eachFlow('the paper of a link is saved from the context menu as its page shows it', async ({ ext, step }) => {
  const records = inventedRecords(5, 11);
  ext.web.papers = records;
  const url = `${PLACE}?n=5&seed=11`;
  const page = await ext.open(url);
  await expect(page.locator('scholion-note').first()).toBeAttached();
  const id = records[2]?.id ?? '';
  const tab = await tabOf(ext, url);
  const desk = await openLibraryDesk(ext);
  await step('choose it twice: the second time changes nothing', async () => {
    for (let n = 0; n < 2; n += 1) {
      await fire(
        ext,
        'contextMenus.onClicked',
        { menuItemId: 'save-link', linkUrl: `https://arxiv.org/pdf/${id}v3` },
        tab,
      );
      await expect.poll(() => savedKeys(desk)).toEqual([`arxiv:${id}`]);
    }
  });
  const [row] = await rowsOf(desk, 'papers');
  expect(row).toMatchObject({ title: records[2]?.title, status: 'to-read' });
});

eachFlow('the key for saving takes the paper of any page that names it in its meta tags', async ({ ext, step }) => {
  const url = 'https://arxiv.org/tagged-paper';
  ext.web.extra.set(
    '/tagged-paper',
    `<!doctype html><title>A Page</title><meta name="citation_title" content="On &lt;b&gt;Tags&lt;/b&gt;">
     <meta name="citation_author" content="Lovelace, Ada"><meta name="citation_doi" content="10.1000/Tags.1">
     <meta name="citation_publication_date" content="2024/05/30"><p>Text</p>`,
  );
  await ext.open(url);
  const tab = await tabOf(ext, url);
  const desk = await openLibraryDesk(ext);
  await step('press the key', async () => {
    await fire(ext, 'commands.onCommand', 'save-page', tab);
    await expect.poll(() => savedKeys(desk)).toEqual(['doi:10.1000/tags.1']);
  });
  expect((await rowsOf(desk, 'papers'))[0]).toMatchObject({ title: 'On <b>Tags</b>', authors: ['Lovelace, Ada'] });
});

test('a page that is no paper, and a listing, say so on the button', async ({ ext }) => {
  ext.web.papers = inventedRecords(4, 2);
  ext.web.extra.set('/no-paper', '<!doctype html><title>News</title><p>Nothing</p>');
  for (const [url, sign] of [
    ['https://arxiv.org/no-paper', 'No paper was found on this page.'],
    [`${PLACE}?n=4&seed=2`, 'This page lists several papers. Open Scholion and choose.'],
  ] as const) {
    const page = await ext.open(url);
    if (url.startsWith(PLACE)) await expect(page.locator('scholion-note').first()).toBeAttached();
    const tab = await tabOf(ext, url);
    await fire(ext, 'commands.onCommand', 'save-page', tab);
    await expect.poll(() => badge(ext, tab)).toEqual(['!', sign]);
  }
  expect(await savedKeys(await openLibraryDesk(ext))).toEqual([]);
});

eachFlow('an id typed after the keyword in the address bar is saved; words open the library', async ({ ext, step }) => {
  const desk = await openLibraryDesk(ext);
  await step('an id', async () => {
    await fire(ext, 'omnibox.onInputEntered', 'arXiv:2405.19909v2', 'newForegroundTab');
    await expect.poll(() => savedKeys(desk)).toEqual(['arxiv:2405.19909']);
  });
  await step('words', async () => {
    await fire(ext, 'omnibox.onInputEntered', 'offline & more', 'newForegroundTab');
    const there = (): boolean =>
      ext.context.pages().some((tab) => tab.url().endsWith('src/ui/library/index.html#q=offline%20%26%20more'));
    await expect.poll(there).toBe(true);
  });
});
