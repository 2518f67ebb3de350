/** Keeping order in the library: collections, saved searches, tags, rules, duplicates; and its charts. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import type { ThingFields } from '../src/core/library/things.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { done, keyOf, newRequest, openLibraryDesk, rowsOf, savePapers } from './harness/library.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The library page with papers 1 to `n` and things in it. */
async function libraryWith(
  ext: Extension,
  n: number,
  things: Readonly<Record<string, ThingFields>> = {},
  address = '',
): Promise<{ readonly page: Page; readonly desk: Page }> {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, n);
  for (const [id, fields] of Object.entries(things))
    await done(desk, 'library.thing', { request: newRequest(), id, fields });
  const page = await ext.open('src/ui/library/index.html', address);
  await expect(page.getByText('Subject Number').first()).toBeVisible();
  return { page, desk };
}
const sheet = (page: Page) => page.locator('dialog.sheet');
const toast = (page: Page) => sheet(page).locator('.toast');
const undo = (page: Page) => toast(page).getByRole('button', { name: 'Undo' }).click();
const tree = (page: Page) => sheet(page).locator('[role="treeitem"]');
const levels = (page: Page) =>
  tree(page).evaluateAll((rows) =>
    rows.map((row) => `${row.getAttribute('aria-level')} ${row.querySelector('.l')?.textContent}`),
  );
const more = (page: Page, entry: string) => async (): Promise<void> => {
  await page.getByRole('button', { name: 'More about the library' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(sheet(page)).toBeVisible();
};
/** Own tags of each paper, in order of keys. */
const tagsOf = async (desk: Page): Promise<readonly unknown[]> =>
  (await rowsOf(desk, 'papers')).map((row) => row['tags']);
const autoOf = async (desk: Page): Promise<readonly unknown[]> =>
  (await rowsOf(desk, 'papers')).map((row) => row['auto'] ?? []);

const COLLECTIONS: Readonly<Record<string, ThingFields>> = {
  c1: { kind: 'collection', name: 'Thesis', parent: null },
  c2: { kind: 'collection', name: 'Chapter 3', parent: 'c1' },
  c3: { kind: 'collection', name: 'Group', parent: null },
};

eachFlow(
  'collections are made, renamed, moved and deleted by keys, and deleting is taken back',
  async ({ ext, step }) => {
    const { page } = await libraryWith(ext, 3, COLLECTIONS);
    await page.getByRole('button', { name: 'Edit collections' }).click();
    await expect(tree(page)).toHaveCount(3);
    await step('rename', async () => {
      await tree(page).first().focus();
      await page.keyboard.press('F2');
      await page.keyboard.type('Reading group');
      await page.keyboard.press('Enter');
      await expect(toast(page)).toContainText('“Group” is “Reading group” now');
    });
    await step('new inside', async () => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Insert');
      await page.keyboard.type('Chapter 4');
      await page.keyboard.press('Enter');
      await expect.poll(() => levels(page)).toEqual(['1 Reading group', '1 Thesis', '2 Chapter 3', '2 Chapter 4']);
    });
    await step('move', async () => {
      await tree(page).nth(3).focus();
      await page.keyboard.press('Shift+F10');
      await page.keyboard.press('m');
      await page.keyboard.press('Enter');
      await page.keyboard.type('reading');
      await page.keyboard.press('Enter');
      await expect.poll(() => levels(page)).toEqual(['1 Reading group', '2 Chapter 4', '1 Thesis', '2 Chapter 3']);
    });
    await step('drag', async () => {
      await tree(page).nth(3).dragTo(tree(page).nth(1));
      await expect.poll(() => levels(page)).toEqual(['1 Reading group', '2 Chapter 4', '3 Chapter 3', '1 Thesis']);
    });
    await step('delete', async () => {
      await tree(page).nth(1).focus();
      await page.keyboard.press('Delete');
      await expect.poll(() => levels(page)).toEqual(['1 Reading group', '2 Chapter 3', '1 Thesis']);
    });
    await step('take back', async () => {
      await undo(page);
      await expect.poll(() => levels(page)).toEqual(['1 Reading group', '2 Chapter 4', '3 Chapter 3', '1 Thesis']);
    });
  },
);

eachFlow('saved searches are put in order, renamed, deleted and used', async ({ ext, step }) => {
  const { page } = await libraryWith(ext, 3, {
    s1: { kind: 'search', name: 'Number two', text: 'number 2', order: 1 },
    s2: { kind: 'search', name: 'Unread', text: 'status:to-read', order: 2 },
  });
  const names = () => sheet(page).locator('.searches li bdi').allTextContents();
  const side = page.getByRole('navigation');
  await side.getByRole('button', { name: 'Edit', exact: true }).last().click();
  await expect.poll(names).toEqual(['Number two', 'Unread']);
  await step('order', async () => {
    await sheet(page).getByRole('button', { name: 'Unread', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Unread', 'Number two']);
  });
  await step('rename', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('Not read yet');
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['Not read yet', 'Number two']);
  });
  await step('delete', async () => {
    await sheet(page).getByRole('button', { name: 'Not read yet', exact: true }).focus();
    await page.keyboard.press('Delete');
    await expect.poll(names).toEqual(['Number two']);
  });
  await step('take back', async () => {
    await undo(page);
    await expect.poll(names).toEqual(['Not read yet', 'Number two']);
  });
  await sheet(page).getByRole('button', { name: 'Number two', exact: true }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.locator('input[type="search"]').first()).toHaveValue(/number 2/);
});

eachFlow(
  'a tag is renamed on every paper, merged with another, and both are taken back exactly',
  async ({ ext, step }) => {
    const desk = await openLibraryDesk(ext);
    await savePapers(desk, 1, 4);
    const tag = (keys: readonly number[], name: string) =>
      done(desk, 'library.edit', {
        request: newRequest(),
        keys: keys.map(keyOf),
        edits: [{ do: 'tag', tag: name, on: true }],
      });
    await tag([1, 2, 3], 'offline');
    await tag([3, 4], 'robust');
    const before = await tagsOf(desk);
    const { page } = await libraryWith(ext, 4);
    await page.getByRole('button', { name: /^All \d+ tags/ }).click();
    await expect(sheet(page).locator('.tagrows li')).toHaveCount(2);
    const rename = async (name: string, to: string): Promise<void> => {
      await sheet(page)
        .getByRole('checkbox', { name: `Choose ${name}` })
        .focus();
      await page.keyboard.press('F2');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
    };
    await step('rename', async () => {
      await rename('offline', 'Offline RL');
      await expect
        .poll(() => tagsOf(desk))
        .toEqual([['Offline RL'], ['Offline RL'], ['Offline RL', 'robust'], ['robust']]);
      await expect(toast(page)).toContainText('“offline” is “Offline RL” now · 3 papers');
    });
    await step('merge', async () => {
      await rename('robust', 'Offline RL');
      await expect.poll(() => tagsOf(desk)).toEqual([['Offline RL'], ['Offline RL'], ['Offline RL'], ['Offline RL']]);
      await expect(toast(page)).toContainText('“robust” became “Offline RL”');
    });
    await step('take the merge back', async () => {
      await undo(page);
      await expect
        .poll(() => tagsOf(desk))
        .toEqual([['Offline RL'], ['Offline RL'], ['Offline RL', 'robust'], ['robust']]);
    });
    await step('take the rename back', async () => {
      await undo(page);
      await expect.poll(() => tagsOf(desk)).toEqual(before);
    });
  },
);

eachFlow(
  'a rule says what it would change, is kept and run over the library, and is taken back',
  async ({ ext, step }) => {
    const { page, desk } = await libraryWith(ext, 12);
    await more(page, 'Rules')();
    await step('preview', async () => {
      await sheet(page).getByRole('button', { name: 'New rule' }).click();
      await page.keyboard.press('Tab');
      await page.keyboard.type('number 1');
      await sheet(page).getByRole('button', { name: 'Add a tag' }).click();
      await page.keyboard.type('first');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await expect(sheet(page).locator('.preview')).toContainText('4 of 4 papers that match would change');
      await expect(sheet(page).locator('.preview li')).toHaveCount(4);
    });
    await step('run', async () => {
      await sheet(page).getByRole('button', { name: 'Keep and run now' }).click();
      await expect(toast(page)).toContainText('Rules changed 4 papers');
      expect((await autoOf(desk)).filter((tags) => JSON.stringify(tags) === '["first"]')).toHaveLength(4);
    });
    await step('take back', async () => {
      await undo(page);
      await expect.poll(() => autoOf(desk)).toEqual(Array.from({ length: 12 }, () => []));
    });
  },
);

eachFlow('two records of one work are merged by the person alone, and taken apart again', async ({ ext, step }) => {
  const { page, desk } = await libraryWith(ext, 2);
  // Ids of two kinds and a letter more: saving kept them apart.
  const twins = [
    {
      ids: ['arxiv:2511.90001'],
      title: 'Reading in the Margins of Long Papers',
      authors: ['Ada Byron', 'Grace Brewster'],
    },
    {
      ids: ['doi:10.1000/twin'],
      title: 'Reading in the Margin of Long Papers',
      authors: ['Ada Byron', 'Grace Brewster'],
    },
  ] as never; // ids are branded; the protocol checks them
  await done(desk, 'library.save', { request: newRequest(), papers: twins, status: 'reading' });
  await more(page, 'Duplicates')();
  const groups = sheet(page).locator('.dup');
  await expect(groups).toHaveCount(1);
  await step('merge', async () => {
    await groups.getByRole('button', { name: 'Merge 2 papers' }).click();
    await expect(groups).toHaveCount(0);
    expect(await rowsOf(desk, 'papers')).toHaveLength(3);
  });
  await step('take back', async () => {
    await undo(page);
    await expect(groups).toHaveCount(1);
    expect(await rowsOf(desk, 'papers')).toHaveLength(4);
  });
  await groups.getByRole('button', { name: 'Not the same' }).click();
  await page.reload();
  await more(page, 'Duplicates')();
  await expect(sheet(page)).toContainText('No paper looks like another one.');
});

test('charts have tables, the graph goes by arrow keys, and Enter opens the paper', async ({ ext }) => {
  const { page } = await libraryWith(ext, 20);
  await page.getByRole('button', { name: 'Charts and graph' }).click();
  const look = page.locator('.look');
  await expect(look.locator('.fig')).toHaveCount(3);
  await look.getByRole('button', { name: /^Table: Saved and read/ }).click();
  await expect(look.locator('tbody tr').first()).toContainText('20');
  const node = look.locator('[role="option"][tabindex="0"]');
  await node.focus();
  const first = await node.getAttribute('aria-label');
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    if ((await node.getAttribute('aria-label')) !== first) break;
  }
  const chosen = (await node.getAttribute('aria-label')) ?? '';
  expect(chosen).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(page.locator('.pane h2, .paper h2').first()).toHaveText(chosen.split(', ')[0] ?? '');
});

for (const dark of [false, true])
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ dark });
    test('axe finds nothing in any dialog of order', async ({ ext }) => {
      const { page } = await libraryWith(ext, 4, {
        ...COLLECTIONS,
        s1: { kind: 'search', name: 'Unread', text: 'status:to-read' },
        r1: {
          kind: 'rule',
          name: 'Sims',
          on: true,
          when: { author: 'Sims' },
          adds: { tags: ['offline'], collection: 'c2' },
        },
      });
      const clean = async (state: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
        expect(violations, state).toEqual([]);
      };
      const close = () => sheet(page).getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Edit collections' }).click();
      await tree(page).first().click({ button: 'right' });
      await clean('collections with their menu');
      await page.keyboard.press('Escape');
      await close();
      await more(page, 'Rules')();
      await clean('rules');
      await sheet(page).locator('.what').click();
      await clean('a rule');
      await sheet(page).getByRole('button', { name: 'Cancel' }).click();
      await close();
      await more(page, 'Duplicates')();
      await clean('duplicates');
    });
  });
