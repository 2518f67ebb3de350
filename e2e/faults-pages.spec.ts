/** FAULTS C01, C06, F18: pages that patch and hide, and a thousand presses: the notes are right, and the page learns nothing. */
import type { Page } from '@playwright/test';
import { idOf, LIST, tagged } from './harness/annotated.ts';
import { contentWorld } from './harness/content-world.ts';
import { addSample, openDesk, savePapers } from './harness/digests.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import * as library from './harness/library.ts';
import { noteOf } from './harness/notes.ts';
import { pageAt } from './pages/site.ts';

/** What the first notes of a page say, read where the page's own scripts have no hand: tags, links, status, and the whole text. */
async function notesOf(ext: Extension, page: Page) {
  const world = await contentWorld(ext.context, ext.id, page);
  const read = `[...document.querySelectorAll('scholion-note')].slice(0, 6).map((host) => {
    const all = (selector) => [...host.shadowRoot.querySelectorAll(selector)];
    return {
      paper: host.getAttribute('data-paper'),
      state: host.shadowRoot.querySelector('.note').dataset.state,
      tags: all('.chip').map((e) => e.textContent),
      links: all('a.link').map((e) => e.getAttribute('href')),
      status: host.shadowRoot.querySelector('.save')?.dataset.status,
      text: host.shadowRoot.querySelector('.note').innerText,
    };
  })`;
  type Note = { paper: string; state: string; tags: string[]; links: string[]; status?: string; text: string };
  await expect.poll(async () => (await world<Note[]>(read)).every(({ state }) => state === 'ready')).toBe(true);
  return world<Note[]>(read);
}

/** Everything a script could use, broken or watched, before any script of ours runs. */
const PATCHED = `
  window.__seen = [];
  const grab = (owner, name) => {
    const old = owner[name];
    owner[name] = function (...a) { __seen[__seen.length] = name + ' ' + (this && this.localName) + ' ' + a; return old.apply(this, a); };
  };
  for (const name of ['attachShadow', 'append', 'after', 'before', 'prepend', 'replaceChildren', 'querySelectorAll', 'querySelector', 'setAttribute', 'closest'])
    grab(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'addEventListener']) grab(Node.prototype, name);
  for (const name of ['createElement', 'querySelectorAll', 'getElementsByTagName']) grab(Document.prototype, name);
  const fail = () => { throw new Error('patched'); };
  for (const name of ['map', 'filter', 'push', 'flatMap', 'find', 'forEach', 'slice', 'join', 'sort', 'includes'])
    Array.prototype[name] = fail;
  Array.prototype[Symbol.iterator] = fail;
  for (const name of ['ok', 'value', 'title', 'saved', 'status', 'mode', 'scholion'])
    Object.defineProperty(Object.prototype, name, { configurable: true, get() { return 'patched'; }, set(v) { __seen[__seen.length] = 'set ' + name + v; } });
  JSON.parse = fail; JSON.stringify = fail; window.fetch = fail; window.structuredClone = fail;
  String.prototype.replace = fail; RegExp.prototype.exec = fail; Map.prototype.get = fail;
  window.Promise = class { constructor() { fail(); } };
  window.MutationObserver = class { constructor() { fail(); } };
  window.IntersectionObserver = class { constructor() { fail(); } };
  window.requestAnimationFrame = window.requestIdleCallback = window.setTimeout = fail;`;

test('C01: with every prototype of the page patched the notes are the right ones, and the patches saw none of it', async ({
  ext,
}) => {
  const desk = await openDesk(ext.context, ext.id);
  await addSample(desk);
  const [first, second] = ext.web.papers;
  if (!first || !second) throw new Error('no sample');
  await savePapers(desk, [second], 'reading');
  const plain = await ext.open(LIST);
  await tagged(plain).toBe(true);
  const right = () => notesOf(ext, plain);
  // Of known papers, so that two wrong readings are not equal by chance.
  await expect.poll(async () => (await right())[0]?.tags).toEqual(['Text-to-SQL', 'LearNAT', 'DPO', 'Spider']);
  await expect.poll(async () => (await right())[1]?.links).toEqual(['https://github.com/anyasims/edge-of-reach']);
  await expect.poll(async () => (await right())[1]?.status).toBe('reading');

  const page = await ext.context.newPage();
  const body = pageAt(new URL(LIST), ext.web.papers)?.body.replace('<head>', () => `<head><script>${PATCHED}</script>`);
  if (!body?.includes('__seen')) throw new Error('The patches are not in the page.');
  await page.route(LIST, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(LIST);
  await tagged(page).toBe(true);
  // Both are read at every try: notes are filled in steps, and hints come last.
  await expect(async () => expect(await notesOf(ext, page)).toEqual(await notesOf(ext, plain))).toPass({
    timeout: 20_000,
  });
  await plain.close();
  const { mark, host } = noteOf(page, idOf(ext, 1));
  await mark.click();
  await expect(host.locator('.card h2')).toHaveText(second.title);
  const session = await ext.context.newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(() => { let all = ''; for (let i = 0; i < __seen.length; i += 1) all += __seen[i] + '\\n'; return all; })()`,
  });
  expect(String(result.value)).not.toMatch(/scholion|attachShadow|Text-to-SQL|reading/i);
});

/** Where the first notes stand and what their hosts are, as laid out. */
const boxes = (page: Page) =>
  page.locator('scholion-note').evaluateAll((all) =>
    all.slice(0, 8).map((host) => {
      const { x, y, width, height } = host.getBoundingClientRect();
      const { display, position, opacity, visibility, margin, padding, border, transform, zoom } =
        getComputedStyle(host);
      return { x, y, width, height, display, position, opacity, visibility, margin, padding, border, transform, zoom };
    }),
  );

test("C06: no rule of a page on our element changes its box, and `display: none` on everything else's rows hides it cleanly", async ({
  ext,
}) => {
  await addSample(await openDesk(ext.context, ext.id));
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  await expect.poll(() => page.locator('scholion-note').count()).toBeGreaterThanOrEqual(8); // those below the fold come a little later
  const before = await boxes(page);
  expect(before.every(({ height, display }) => height === 24 && display === 'block')).toBe(true);
  const rules = `display: none; position: fixed; inset: 0; float: left; width: 3px; height: 300px; min-height: 90px; max-width: 2px;
    margin: 40px; padding: 30px; border: 9px solid red; opacity: 0; visibility: hidden; transform: scale(3); zoom: 4; contain: none;
    clip-path: inset(50%); filter: blur(9px); writing-mode: vertical-rl; content-visibility: hidden; font: 70px serif; translate: 50px`;
  const important = rules.replaceAll(';', ' !important;');
  const style = await page.addStyleTag({
    content: `scholion-note, html body scholion-note[data-paper] { ${important} !important }
      scholion-note::before, scholion-note::after { content: 'x' !important; display: block !important; height: 99px !important }
      scholion-note::part(note), scholion-note > *, scholion-note .note { display: none !important }`,
  });
  expect(await boxes(page)).toEqual(before);
  await expect(noteOf(page, idOf(ext, 0)).mark).toBeVisible();
  await style.evaluate((s) => (s as Element).remove());

  // The rule of the catalogue, on all but the rows that hold notes: the note wins over it and is shown.
  const around = await page.evaluate(() => {
    for (const host of document.querySelectorAll('scholion-note'))
      for (let e = host.parentElement; e; e = e.parentElement) e.setAttribute('data-around', '');
    return document.querySelectorAll('[data-around]').length;
  });
  expect(around).toBeGreaterThan(3);
  const hide = await page.addStyleTag({ content: '*:not([data-around]) { display: none !important; }' });
  await expect(noteOf(page, idOf(ext, 0)).mark).toBeVisible();
  expect((await boxes(page)).map(({ height, display }) => [height, display])).toEqual(before.map(() => [24, 'block']));
  await hide.evaluate((s) => (s as Element).remove());

  // On everything: the page has no box at all, and neither have the notes; they are back with the page.
  const all = await page.addStyleTag({ content: '* { display: none !important; }' });
  const absent = await page
    .locator('scholion-note')
    .evaluateAll((hosts) =>
      hosts.map((h) => [
        getComputedStyle(h).display,
        h.getClientRects().length,
        getComputedStyle(h.parentElement as Element).display,
      ]),
    );
  expect(new Set(absent.map(String))).toEqual(new Set(['block,0,none']));
  expect(await page.evaluate(() => document.elementFromPoint(300, 300))).toBeNull();
  await all.evaluate((s) => (s as Element).remove());
  await page.evaluate(() => {
    for (const e of document.querySelectorAll('[data-around]')) e.removeAttribute('data-around');
  });
  expect(await boxes(page)).toEqual(before);
  expect(await page.evaluate('window.__errors')).toEqual([]);
});

test('F18: a thousand rapid presses of save and undo on one note: the last one holds, and one write is on its way at a time', async ({
  ext,
}) => {
  const desk = await openDesk(ext.context, ext.id);
  await addSample(desk);
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const { save } = noteOf(page, idOf(ext, 1));
  const world = await contentWorld(ext.context, ext.id, page);
  await world(`(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    globalThis.writes = { now: 0, most: 0, all: 0 };
    chrome.runtime.sendMessage = (m) => {
      if (!/^library\\.(save|undo|mark)$/.test(m.call)) return send(m); // writes: the card reads too
      writes.now += 1; writes.all += 1; writes.most = Math.max(writes.most, writes.now);
      return send(m).finally(() => { writes.now -= 1; });
    };
  })()`);
  const input = await ext.context.newCDPSession(page);
  const box = await save.boundingBox();
  if (!box) throw new Error('The bookmark has no box.');
  const at = { x: box.x + 8, y: box.y + 10, button: 'left', clickCount: 1 } as const;
  await page.mouse.move(at.x, at.y);
  await page.waitForTimeout(300); // the note must have been seen before a press counts
  const key = (letter: string) => {
    const same = {
      key: letter,
      code: `Key${letter.toUpperCase()}`,
      windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
    };
    return [
      input.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...same }),
      input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...same }),
    ];
  };
  const press = {
    click: () => [
      input.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at }),
      input.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }),
    ],
    save: () => key('s'),
    undo: () => key('u'),
  };
  const settled = () => expect.poll(() => world<number>('writes.now')).toBe(0);
  /** Clicks and keys in turn, ending with a key. Sent one after the other without waiting for anything; real input, as a mouse and a keyboard make it. */
  const storm = async (presses: number): Promise<void> => {
    const sent: Promise<unknown>[] = [];
    for (let i = 0; i < presses; i += 1) sent.push(...press[i % 2 === 1 ? 'undo' : i % 4 === 0 ? 'click' : 'save']());
    await Promise.all(sent);
    await settled();
    await page.waitForTimeout(700);
    await settled();
  };
  await storm(500);
  await expect(save).not.toHaveAttribute('data-status', /./);
  expect(await library.savedKeys(desk)).toEqual([]);
  await storm(503);
  await expect(save).toHaveAttribute('data-status', 'saved');
  expect(await library.savedKeys(desk)).toHaveLength(1);
  const { most, all } = await world<{ most: number; all: number }>('writes');
  expect(most).toBe(1);
  expect(all).toBeGreaterThan(1);
  expect(await library.health(desk)).toMatchObject({ state: 'good', count: 1 });
});
