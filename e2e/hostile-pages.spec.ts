/** FAULTS C: pages that are hostile, odd or strict. What must hold: right notes or none, no write unasked, nothing for the page to see. */
import type { Page } from '@playwright/test';
import { addSample, callFrom, openDesk, savePapers } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { notedPapers, noteOf } from './harness/notes.ts';
import { pageAt } from './pages/site.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const idOf = (ext: Extension, i: number): string => `arxiv:${ext.web.papers[i]?.id}`;
const annotated = (page: Page) => expect(page.locator('scholion-note').first()).toBeAttached();

/** Papers of a listing that the library has, as the look-up tells it: no page is asked. */
async function savedOf(ext: Extension): Promise<number> {
  const desk = await openDesk(ext.context, ext.id);
  const queries = ext.web.papers.map(({ id, title }) => ({ ids: [`arxiv:${id}`] as never, title })); // canonical ids
  const { marks } = await callFrom(desk, 'papers.lookup', { queries, full: 0 });
  await desk.close();
  return [...marks].filter((mark) => 'sida'.includes(mark)).length;
}

/** Opens the listing with more markup after `<body>`, as a hostile page would have it. */
async function openWith(ext: Extension, markup: string): Promise<Page> {
  const page = await ext.context.newPage();
  const body = pageAt(new URL(LIST), ext.web.papers)?.body.replace(/<body[^>]*>/, (tag) => tag + markup);
  if (body === undefined) throw new Error('The listing is none of our pages.');
  await page.route(LIST, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(LIST);
  return page;
}

test('C01, C02: patched prototypes and an element of our name change nothing and learn nothing', async ({ ext }) => {
  await addSample(await openDesk(ext.context, ext.id));
  const page = await ext.open(`${LIST}?patch`);
  await annotated(page);
  await expect(noteOf(page, idOf(ext, 0)).host.locator('.chip').first()).toBeVisible();
  const seen = String(await page.evaluate('window.__seen.join()'));
  expect(seen).not.toContain('attachShadow');
});

const clobbers = [
  '<form id="articles"><input name="querySelectorAll"><input name="after"></form>',
  '<img name="body"><img name="documentElement"><img name="head">',
  '<img name="querySelector"><img name="querySelectorAll"><img name="createElement"><img name="getElementsByTagName">',
  '<form name="createElement"></form><embed name="addEventListener"><img id="scholion" name="defaultView">',
];
for (const markup of clobbers)
  test(`C03: DOM clobbering by ${markup}: no paper or the right ones, and no error`, async ({ ext }) => {
    const page = await openWith(ext, markup);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && /scholion/i.test(line.text())) errors.push(line.text());
    });
    await page.reload();
    await page.waitForTimeout(1_500);
    const papers = await page.evaluate(() =>
      [...Document.prototype.querySelectorAll.call(document, 'scholion-note')].map((n) => n.getAttribute('data-paper')),
    );
    if (papers.length > 0) expect(papers[0]).toBe(idOf(ext, 0));
    expect(errors).toEqual([]);
  });

test('C04: a thousand presses that a script makes save nothing', async ({ ext }) => {
  const page = await ext.open(LIST);
  await annotated(page);
  await expect(page.locator('scholion-note .save').first()).toBeAttached();
  await page.evaluate(() => {
    const host = document.querySelector('scholion-note') as HTMLElement; // it is attached
    const save = host.shadowRoot?.querySelector<HTMLElement>('.save'); // the test build has open roots
    for (let i = 0; i < 1_000; i += 1) {
      host.click();
      save?.click();
      save?.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true }));
      save?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    }
  });
  await page.waitForTimeout(700);
  expect(await savedOf(ext)).toBe(0);
});

/** Ways to make a person press a note unawares; each must not save (or the browser itself does not deliver the press). */
const scenes: Readonly<Record<string, string>> = {
  'opacity of the document': `document.documentElement.style.opacity = '.01'`,
  'opacity of a parent': `document.querySelector('#dlpage').style.opacity = '.05'`,
  'filter on the body': `document.body.style.filter = 'opacity(2%)'`,
  'clip-path of a parent': `document.querySelector('#dlpage').style.clipPath = 'inset(0 0 99% 0)'`,
  'a cover that lets presses through': `const c = document.createElement('div'); c.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none'; document.body.append(c)`,
  'a popover over everything': `const p = document.createElement('div'); p.popover = 'manual'; p.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none'; document.body.append(p); p.showPopover()`,
};
for (const [scene, script] of Object.entries(scenes))
  test(`C05: ${scene}: a press saves nothing`, async ({ ext }) => {
    const page = await ext.open(LIST);
    const { save } = noteOf(page, idOf(ext, 0));
    await expect(save).toBeAttached();
    await page.evaluate(script);
    const box = await save.boundingBox();
    if (box) await page.mouse.click(box.x + 8, box.y + 8);
    await page.waitForTimeout(1_200);
    expect(await savedOf(ext)).toBe(0);
  });

const RULES = "C06: rules of the page against our host: the note stands where it belongs, in the page's line";
eachFlow(RULES, async ({ ext, step }) => {
  const page = await step('open', () => ext.open(`${LIST}?css=hostile`));
  const { host, mark, save } = noteOf(page, idOf(ext, 0));
  await expect(mark).toBeVisible();
  const look = await host.evaluate((h) => {
    const { height, position, opacity, transform, fontSize } = getComputedStyle(h);
    return { height, position, opacity, transform, fontSize };
  });
  expect(look).toEqual({ height: '24px', position: 'relative', opacity: '1', transform: 'none', fontSize: '16px' });
  // Asked again while the note is drawn anew: a mark that has left the page has no style.
  const part = () =>
    mark.evaluate((m) => {
      const { textTransform, letterSpacing, color } = getComputedStyle(m);
      return [textTransform, letterSpacing, color];
    });
  await expect.poll(part).toEqual(['none', 'normal', 'rgb(15, 106, 96)']);
  await step('save', async () => {
    await save.click();
    await expect(save).toHaveAttribute('data-status', 'saved');
  });
});

eachFlow('C06: a page that hides everything hides the notes too, without an error', async ({ ext, step }) => {
  const page = await step('open', () => ext.open(`${LIST}?css=hide`));
  await page.waitForTimeout(1_000);
  expect(await page.evaluate('window.__errors')).toEqual([]);
});

for (const csp of ['strict', 'sandbox'])
  eachFlow(`C07: policy ${csp} with Trusted Types: notes are drawn, the policy reports nothing`, async (flow) => {
    const { ext, step } = flow;
    await addSample(await openDesk(ext.context, ext.id));
    const page = await step('open', () => ext.open(`${LIST}?csp=${csp}`));
    const { mark, host } = noteOf(page, idOf(ext, 1));
    await expect(mark).toBeVisible();
    await expect.poll(() => noteOf(page, idOf(ext, 1)).tags()).not.toEqual([]);
    expect(await host.evaluate((h) => getComputedStyle(h).height)).toBe('24px');
    await step('open the card', async () => {
      await mark.click();
      await expect(host.locator('.card')).toBeVisible();
    });
    expect(await page.evaluate('window.__violations')).toEqual([]);
  });

test('C14: frames of a page are left alone', async ({ ext }) => {
  const page = await openWith(
    ext,
    `<iframe src="https://arxiv.org/list/cs.LG/recent" width="900" height="400"></iframe>`,
  );
  await annotated(page);
  await page.waitForTimeout(700);
  const [, frame] = page.frames();
  expect(await frame?.locator('scholion-note').count()).toBe(0);
});

test.describe('the release', () => {
  test.use({ build: 'dist' });
  test('C16: a page that probes finds no address of ours, no root, and no word of the library', async ({ ext }) => {
    const canary = 'N0TE canary of an unusual saved paper about reinforcement learning from offline data';
    const desk = await openDesk(ext.context, ext.id);
    await addSample(desk);
    const [first] = ext.web.papers;
    if (!first) throw new Error('no sample');
    await savePapers(desk, [{ ...first, id: '2511.09999', title: canary }, first]);
    const page = await ext.context.newPage();
    await page.addInitScript(() => {
      const roots: ShadowRoot[] = [];
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = attach.call(this, { ...init, mode: 'open' });
        roots.push(root);
        return root;
      };
      Object.assign(globalThis, { __roots: roots });
    });
    await page.goto(LIST);
    await annotated(page);
    await page.waitForTimeout(2_000);
    const found = await page.evaluate(async (id) => {
      const host = document.querySelector('scholion-note');
      const paths = ['manifest.json', 'icon-16.png', 'src/content/content-script.js', 'src/content/card-script.js'];
      paths.push(
        'icon-32.png',
        'icon-48.png',
        'icon-128.png',
        'sample-digest.jsonl',
        '_locales/en/messages.json',
        'assets/',
      );
      paths.push(
        'service-worker-loader.js',
        'src/engine/offscreen.html',
        'src/background/main.ts',
        'src/engine/worker.ts',
        '',
      );
      for (const name of ['popup', 'add', 'options', 'welcome', 'restore']) paths.push(`src/ui/${name}/index.html`);
      const reached = await Promise.all(
        paths.map((path) =>
          fetch(`chrome-extension://${id}/${path}`).then(
            () => path,
            () => undefined,
          ),
        ),
      );
      const text = document.documentElement.outerHTML + document.documentElement.innerText;
      return {
        roots: (globalThis as unknown as { __roots: unknown[] }).__roots.length, // set by the script above
        open: host?.shadowRoot ?? null,
        attributes: host?.getAttributeNames(),
        children: host?.childNodes.length,
        reached: reached.filter(Boolean),
        words: ['N0TE', 'which you saved', 'Saved', id].filter((word) => text.includes(word)),
        globals: Object.keys(globalThis).filter((key) => /scholion/i.test(key)),
      };
    }, ext.id);
    expect(found).toEqual({
      roots: 0,
      open: null,
      attributes: ['data-paper'],
      children: 0,
      reached: [],
      words: [],
      globals: [],
    });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('scholion-note')].map((host) => host.getBoundingClientRect().height),
    );
    expect(new Set(sizes)).toEqual(new Set([24])); // a saved paper is not told by its size
  });
});

test('C17: a flood of messages in our shape has no effect', async ({ ext }) => {
  const page = await ext.open(`${LIST}?flood`);
  await annotated(page);
  await page.waitForTimeout(1_500);
  expect(await savedOf(ext)).toBe(0);
  expect((await notedPapers(page))[0]).toBe(idOf(ext, 0));
  expect(await page.evaluate('window.__errors')).toEqual([]);
});

test('C22: a redesigned page has no notes, and the script says that the site changed', async ({ ext }) => {
  const page = await ext.open(`${LIST}?redesign`);
  await page.waitForTimeout(800);
  expect(await notedPapers(page)).toEqual([]);
  const tab = await ext.tabId(page);
  const desk = await openDesk(ext.context, ext.id);
  const answer = await desk.evaluate(
    (id) => chrome.tabs.sendMessage(id, { scholion: 1, to: 'content', call: 'page.papers', body: {} }),
    tab,
  );
  expect(answer).toMatchObject({ ok: true, value: { changed: true, papers: [] } });
});

test('C08: a storm of 50,000 nodes and a list replaced again and again: one note a paper, and the page keeps up', async ({
  ext,
}) => {
  const page = await ext.open(`${LIST}?n=60`);
  await annotated(page);
  const turns = await page.evaluate(async () => {
    const list = document.querySelector('#dlpage dl');
    if (list === null) return 0;
    const end = performance.now() + 3_000;
    let n = 0;
    while (performance.now() < end) {
      list.replaceChildren(...[...list.children].map((child) => child.cloneNode(true)));
      const noise = document.createElement('div');
      for (let i = 0; i < 1_700; i += 1) noise.append(document.createElement('i'));
      document.body.append(noise);
      await new Promise((done) => setTimeout(done, 100));
      noise.remove();
      n += 1;
    }
    return n;
  });
  expect(turns).toBeGreaterThan(8);
  await expect.poll(async () => (await notedPapers(page))[0]).toBe(idOf(ext, 0));
  await page.waitForTimeout(700);
  const papers = await notedPapers(page);
  expect(new Set(papers).size).toBe(papers.length);
});
