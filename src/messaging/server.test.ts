import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallName, Reply } from './calls.ts';
import { libraryBodies } from './library-bodies.testing.ts';
import { protocol, type SenderClass } from './protocol.ts';
import { answer, CallFailure, type Handlers } from './server.ts';
import { syncBodies } from './sync-bodies.testing.ts';

const own = { id: 'abc', origin: 'chrome-extension://abc' };
const senders: Readonly<Record<SenderClass | 'stranger', object>> = {
  content: { id: 'abc', url: 'https://arxiv.org/list/cs.LG/new', tab: { id: 3 }, frameId: 0 },
  page: { id: 'abc', url: 'chrome-extension://abc/src/ui/popup/index.html' },
  background: { id: 'abc', url: 'chrome-extension://abc/service-worker-loader.js' },
  engine: { id: 'abc', url: 'chrome-extension://abc/src/engine/offscreen.html' },
  stranger: { id: 'other', url: 'https://evil.example/' },
};
const request = 'a-request-id-of-enough-length';
const paper = { ids: ['arxiv:2511.08567'], title: 'A title' };

/** A right body for every call, so that only the sender can be the reason to refuse. */
const bodies: Readonly<Record<CallName, unknown>> = {
  'papers.lookup': { queries: [paper], full: 50 },
  'papers.rows': { queries: [paper] },
  'papers.describe': { texts: [{ ...paper, abstract: 'Text.' }] },
  'papers.hints': { texts: [paper], limit: 3 },
  'library.save': { request, papers: [paper], status: 'read' },
  'library.undo': { request, undo: request },
  'digest.harvest': { key: 'k', name: 'n', format: 'jsonl', text: '{}' },
  'page.report': { site: 'arxiv', mentions: 1, known: 0, changed: false },
  'digest.add': { request, name: 'n', text: 't' },
  'digest.sample': { request },
  'digest.cancel': { job: 1 },
  'digest.forget': { request, digests: 'all' },
  'sites.set': { site: 'arxiv', on: false },
  'settings.set': {
    settings: { sitesOff: [], keepListings: true, notes: { kindsOff: [], links: true, hints: true, density: 'cosy' } },
  },
  'search.find': { text: 'x', limit: 5 },
  'library.snapshot': { request },
  'library.restore': { request, name: 'x' },
  'library.accept': { request },
  'library.health': {},
  'engine.ingest': { request, name: 'n', text: 't', kind: 'added' },
  'engine.forget': { request, digests: [1] },
  'engine.cancel': { job: 1 },
  'engine.resume': {},
  'engine.hints': { texts: [paper], limit: 3 },
  'engine.find': { text: 'x', limit: 5 },
  'engine.libraryChanged': { keys: ['arxiv:2511.08567'] },
  ...libraryBodies,
  ...syncBodies,
  'page.card': {},
  'page.papers': {},
  'page.switch': { on: true },
  'page.refresh': {},
  'page.show': { id: 'arxiv:2511.08567' },
};

const names = Object.keys(protocol) as CallName[]; // the table's own keys
const echo = Object.fromEntries(names.map((n) => [n, () => ({ done: n })])) as unknown as Handlers<
  'background' | 'engine' | 'content'
>; // one for every call
const ask = (call: string, body: unknown, sender: object, handlers = echo) => {
  const to = Object.hasOwn(protocol, call) ? protocol[call as CallName].to : 'background';
  return answer(to, handlers, { scholion: 1, to, call, body }, sender, own, () => undefined) as Promise<Reply<unknown>>;
};

describe('C20: forged messages', () => {
  for (const name of names) {
    for (const [who, sender] of Object.entries(senders)) {
      const allowed = (protocol[name].from as readonly string[]).includes(who);
      test(`C20: ${name} from ${who} is ${allowed ? 'answered' : 'refused'}`, async () => {
        const reply = await ask(name, bodies[name], sender);
        expect(reply.ok).toBe(allowed);
        if (!reply.ok) expect(reply.error).toBe('refused');
      });
    }
  }

  test('C20: a content script may look up, save, mark, undo, harvest, report and ask for its own card or the panel; nothing else', () => {
    const open = names.filter((n) => (protocol[n].from as readonly string[]).includes('content'));
    expect(open.toSorted()).toEqual([
      'digest.harvest',
      'library.aside',
      'library.mark',
      'library.save',
      'library.undo',
      'page.card',
      'page.report',
      'panel.open',
      'papers.describe',
      'papers.hints',
      'papers.lookup',
      'papers.rows',
    ]);
  });

  test('C20: a million ids, missing fields, unknown calls and a __proto__ call are refused by name', async () => {
    const many = { queries: Array.from({ length: 2_501 }, () => paper), full: 0 };
    expect(await ask('papers.lookup', many, senders.content)).toMatchObject({ ok: false, error: 'bad-request' });
    const million = {
      queries: [{ ids: Array.from({ length: 1_000_000 }, (_, i) => `doi:10.1/${i}`), title: '' }],
      full: 0,
    };
    expect(await ask('papers.lookup', million, senders.content)).toMatchObject({ ok: false, error: 'bad-request' });
    expect(await ask('papers.lookup', {}, senders.content)).toMatchObject({ ok: false, error: 'bad-request' });
    expect(await ask('library.wipe', {}, senders.page)).toMatchObject({ ok: false, error: 'refused' });
    expect(await ask('__proto__', {}, senders.page)).toMatchObject({ ok: false, error: 'refused' });
    expect(await ask('constructor', {}, senders.page)).toMatchObject({ ok: false, error: 'refused' });
  });

  test('C20: a body over its limit is refused before it is read', async () => {
    const text = 'x'.repeat(protocol['page.report'].max + 1);
    expect(
      await ask('page.report', { site: text, mentions: 0, known: 0, changed: false }, senders.content),
    ).toMatchObject({ ok: false, error: 'bad-request' });
  });

  test('C20: an extra field, an unsafe link or an id of no grammar is refused', async () => {
    const save = (p: object) => ask('library.save', { request, papers: [p] }, senders.content);
    expect((await save({ ...paper, admin: true })).ok).toBe(false);
    expect((await save({ ...paper, ids: ['javascript:alert(1)'] })).ok).toBe(false);
    const link = {
      url: 'javascript:alert(1)',
      kind: 'code',
      status: 'released',
      label: 'x',
      evidence: { source: 'abstract', text: '' },
    };
    expect((await save({ ...paper, links: [link] })).ok).toBe(false);
    expect((await ask('library.save', { request: 'short', papers: [paper] }, senders.content)).ok).toBe(false);
  });
});

test('whatever arrives, the listener never throws and answers only what is addressed to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withNullPrototype: true }),
      fc.constantFrom(...Object.values(senders)),
      async (message, sender) => {
        const reply = answer('background', echo, message, sender, own, () => undefined);
        if (reply !== undefined) expect(typeof (await reply).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});

test('an expected failure keeps its name, a bug is reported once and answered as failed', async () => {
  const reported: unknown[] = [];
  const handlers = {
    ...echo,
    'library.health': () => Promise.reject(new CallFailure('read-only', 'A newer version wrote this library.')),
    'library.accept': () => {
      throw new TypeError('bug');
    },
  } as Handlers<'background'>; // echo answers the rest
  const send = (call: string, body: unknown) =>
    answer('background', handlers, { scholion: 1, to: 'background', call, body }, senders.page, own, (e) =>
      reported.push(e),
    );
  expect(await send('library.health', {})).toEqual({
    ok: false,
    error: 'read-only',
    detail: 'A newer version wrote this library.',
  });
  expect(await send('library.accept', { request })).toMatchObject({ ok: false, error: 'failed' });
  expect(reported).toHaveLength(1);
});
