// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import type { CallName, In } from '../messaging/calls.ts';
import type { Site } from '../sites/site.ts';
import { id, noteData } from './interface.testing.ts';
import type { Call } from './library-acts.ts';
import { type Session, startSession } from './session.ts';

/** A site of the test: a list of `<li><a href="/abs/ID">…</a><p></p></li>`, note after the p. */
const site: Site = {
  info: { id: 'arxiv', name: 'Test', host: 'arxiv.org', matches: [], hosts: [] },
  testUrls: [],
  mentions: (doc) =>
    [...doc.querySelectorAll('li')].flatMap((item) => {
      const link = item.querySelector('a');
      const anchor = item.querySelector('p');
      if (link === null || anchor === null) return [];
      const ids = [id(`arxiv:${link.getAttribute('href')?.slice(5)}`)];
      return [{ ids, title: link.textContent ?? '', anchor, place: 'after' as const, item, abstract: 'Some text.' }];
    }),
  paperLinks: (doc) => doc.querySelectorAll('a[href^="/abs/"]').length,
  digest: () => ({ key: 'list', name: 'A list', format: 'jsonl', text: '{}' }),
  look: () => ({ '--sch-y': '-2px' }),
};

const calls: [CallName, unknown][] = [];
let alive = true;
let privateWindow = false;
const call = (async (name: CallName, body: never) => {
  calls.push([name, body]);
  if (name === 'papers.lookup') {
    const { queries } = body as In<'papers.lookup'>; // it is that call
    const rows = queries.map(({ ids, title }) => noteData({ ids, title }));
    return {
      ok: true,
      value: { rows, marks: 'k'.repeat(rows.length), notes: DEFAULT_SETTINGS.notes, keepListings: true },
    };
  }
  if (name === 'papers.hints') return { ok: true, value: { hints: [] } };
  return { ok: true, value: {} };
}) as Call; // each answer has the shape of its call

let session: Session | undefined;
const start = (living = () => alive): Session => {
  const needs = { call, newRequest: () => 'r', alive: living, privateWindow: () => privateWindow };
  session = startSession(site, needs);
  return session;
};
const row = (paper: string): HTMLLIElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.setAttribute('href', `/abs/${paper}`);
  link.textContent = `Title ${paper}`;
  item.append(link, document.createElement('p'));
  return item;
};
const noted = (): readonly (string | null)[] =>
  [...document.querySelectorAll('scholion-note')].map((host) => host.getAttribute('data-paper'));
const names = (): readonly CallName[] => calls.map(([name]) => name);
const settle = (ms = 2_000) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  calls.length = 0;
  alive = true;
  privateWindow = false;
  document.documentElement.removeAttribute('style');
  document.body.replaceChildren(row('2511.00001'), row('2511.00002'));
});
afterEach(() => {
  session?.stop();
  vi.useRealTimers();
});

describe('drawing', () => {
  test('each paper gets a note after its anchor; one look-up, one report', async () => {
    start();
    await settle();
    expect(noted()).toEqual(['arxiv:2511.00001', 'arxiv:2511.00002']);
    expect(document.querySelector('p')?.nextElementSibling?.localName).toBe('scholion-note');
    expect(names().filter((name) => name === 'papers.lookup')).toHaveLength(1);
    expect(calls.filter(([name]) => name === 'page.report')).toEqual([
      ['page.report', { site: 'arxiv', mentions: 2, known: 2, changed: false }],
    ]);
  });
  test('papers that come later get theirs; those here already are not asked again', async () => {
    start();
    await settle();
    document.body.append(row('2511.00003'));
    await settle();
    expect(noted()).toHaveLength(3);
    const lookups = calls.filter(([name]) => name === 'papers.lookup');
    expect(lookups.map(([, body]) => (body as In<'papers.lookup'>).queries.length)).toEqual([2, 1]); // bodies of that call
  });
  test('a note that a framework took out comes back', async () => {
    start();
    await settle();
    document.querySelector('scholion-note')?.remove();
    await settle();
    expect(noted()).toEqual(['arxiv:2511.00001', 'arxiv:2511.00002']);
  });
  test('C09: a page that keeps taking a note out wins after three new tries', async () => {
    start();
    await settle();
    const inserted = vi.fn();
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.getAttribute('data-paper') === 'arxiv:2511.00001') {
            inserted();
            node.remove();
          }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.querySelector('scholion-note')?.remove();
    for (let i = 0; i < 12; i += 1) await settle(1_000);
    observer.disconnect();
    expect(inserted).toHaveBeenCalledTimes(3);
    expect(noted()).toEqual(['arxiv:2511.00002']);
  });
  test('C15: a node that now carries another paper gets the note of that paper', async () => {
    start();
    await settle();
    document.querySelector('a')?.setAttribute('href', '/abs/2511.00009');
    document.body.append(row('2511.00004')); // something that makes the page be read again
    await settle();
    expect(noted()).toEqual(['arxiv:2511.00009', 'arxiv:2511.00002', 'arxiv:2511.00004']);
  });
  test('a very long listing: the near are asked at once, then those a screen further, and all others in one message at idle time', async () => {
    const papers = Array.from({ length: 420 }, (_, i) => row(`2511.${10_000 + i}`));
    document.body.replaceChildren(...papers);
    // happy-dom has no layout: a hundred pixels for each row
    const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const top = 100 * papers.indexOf(this as HTMLLIElement); // only rows are asked
      return new DOMRect(0, top, 500, 100);
    });
    start();
    await settle(5_000);
    box.mockRestore();
    const lookups = calls.filter(([name]) => name === 'papers.lookup').map(([, body]) => body as In<'papers.lookup'>); // bodies of that call
    expect(lookups.map(({ queries, full }) => [queries.length, full])).toEqual([
      [14, 14],
      [10, 10],
      [396, 0],
    ]);
    expect(new Set(lookups.flatMap(({ queries }) => queries.map(({ ids }) => ids[0]))).size).toBe(420);
    expect(calls.filter(([name]) => name === 'page.report')).toEqual([
      ['page.report', { site: 'arxiv', mentions: 420, known: 420, changed: false }],
    ]);
  });
  test('papers that left the page leave no note behind', async () => {
    start();
    await settle();
    document.body.replaceChildren(row('2511.00007'));
    await settle();
    expect(noted()).toEqual(['arxiv:2511.00007']);
  });
});

describe('what the extension asks', () => {
  test('the switch takes all notes and the room away at once, and gives them back', async () => {
    const running = start();
    await settle();
    running.answer('page.switch', { on: false });
    expect(noted()).toEqual([]);
    expect(document.documentElement.style.getPropertyValue('--scholion-room')).toBe('0px');
    running.answer('page.switch', { on: true });
    await settle();
    expect(noted()).toHaveLength(2);
    expect(document.documentElement.style.getPropertyValue('--scholion-room')).toBe('');
    running.answer('page.switch', { on: true });
    await settle();
    expect(noted()).toHaveLength(2);
  });
  test('the papers of the page, in page order', async () => {
    const running = start();
    await settle();
    const answer = running.answer('page.papers', {});
    expect(answer).toMatchObject({ site: 'arxiv', changed: false });
    expect(answer).toHaveProperty('papers.0.ids', ['arxiv:2511.00001']);
    expect(answer).toHaveProperty('papers.length', 2);
  });
  test('C22: many links to papers and none found: the site changed', async () => {
    document.body.replaceChildren(...['1', '2', '3', '4', '5'].map((n) => row(`2511.0000${n}`)));
    for (const anchor of document.querySelectorAll('p')) anchor.remove();
    const running = start();
    await settle();
    expect(running.answer('page.papers', {})).toMatchObject({ changed: true, papers: [] });
    expect(calls).toEqual([['page.report', { site: 'arxiv', mentions: 0, known: 0, changed: true }]]);
  });
  test('a change elsewhere is asked for again', async () => {
    const running = start();
    await settle();
    running.answer('page.refresh', {});
    await settle();
    expect(names().filter((name) => name === 'papers.lookup')).toHaveLength(2);
  });
  test('a call that is not of a page is left to others', () => {
    expect(start().answer('papers.lookup', {})).toBeUndefined();
  });
});

describe('listings', () => {
  test('an opened listing is kept once', async () => {
    start();
    await settle(12_000);
    session?.answer('page.refresh', {});
    await settle(12_000);
    expect(names().filter((name) => name === 'digest.harvest')).toHaveLength(1);
  });
  test('F11: nothing is kept from a private window', async () => {
    privateWindow = true;
    start();
    await settle(12_000);
    expect(names()).not.toContain('digest.harvest');
  });
});

describe('ends', () => {
  test('F04: updated under the page, what stands stays and nothing more is drawn or asked', async () => {
    start();
    await settle();
    alive = false;
    const before = calls.length;
    document.body.append(row('2511.00008'));
    await settle();
    expect(noted()).toHaveLength(2);
    expect(calls).toHaveLength(before);
  });
  test('F04: a new script takes over: the notes of the old one go', async () => {
    let oldAlive = true;
    const old = start(() => oldAlive);
    await settle();
    oldAlive = false;
    start();
    await settle();
    expect(noted()).toEqual(['arxiv:2511.00001', 'arxiv:2511.00002']);
    old.stop();
  });
  test('C03: a page that breaks its reader has no notes and no uncaught error', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { ...site, mentions: () => (undefined as never as { x: [] }).x };
    session = startSession(broken, { call, newRequest: () => 'r', alive: () => true, privateWindow: () => false });
    await settle();
    expect(noted()).toEqual([]);
    expect(complain).toHaveBeenCalledTimes(1);
    complain.mockRestore();
  });
  test('stopped, it leaves nothing and listens no more', async () => {
    start();
    await settle();
    session?.stop();
    document.body.append(row('2511.00005'));
    await settle();
    expect(noted()).toEqual([]);
  });
});
