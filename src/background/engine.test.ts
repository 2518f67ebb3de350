/** The engine as the background starts and watches it. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What a test lets the browser do; each test loads the background anew over it. */
const alarms = new Set<string>();
let onClear: () => Promise<void>;
let onMessage: () => Promise<unknown>;
const workers: { fail(): void }[] = [];

class WorkerThatFails {
  readonly #onError: ((event: object) => void)[] = [];
  constructor() {
    workers.push({ fail: () => this.#onError.map((listener) => listener({ message: 'could not be loaded' })) });
  }
  addEventListener(type: string, listener: (event: object) => void): void {
    if (type === 'error') this.#onError.push(listener);
  }
  postMessage(): void {}
}

let scheme: 'chrome-extension' | 'moz-extension';
const runtime = {
  id: 'abc',
  getURL: (path: string) => `${scheme}://abc/${path}`,
  sendMessage: () => onMessage(),
  getManifest: () => ({ version: '0' }),
  ContextType: { OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT' },
  getContexts: async () => [{}],
};
const browser = {
  runtime,
  alarms: {
    create: async (name: string) => void alarms.add(name),
    clear: async (name: string) => {
      await onClear();
      return alarms.delete(name);
    },
  },
};

async function backgroundIn(kind: typeof scheme) {
  scheme = kind;
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('chrome', { runtime });
  vi.stubGlobal('location', { origin: 'https://abc.example' }); // node knows no origins of extensions
  vi.stubGlobal('Worker', WorkerThatFails);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.resetModules();
  const background = await import('./engine.ts');
  const { withPapers } = await import('../storage/papers/database.ts');
  const { addJob } = await import('../storage/papers/commands/jobs.ts');
  await withPapers((db) => db.jobs.clear()); // Dexie keeps the store of the first test
  const addWork = () =>
    withPapers((db) => addJob(db, { request: 'request-number-1', kind: 'forget', name: '' }, Date.now()));
  return { ...background, addWork };
}

beforeEach(() => {
  alarms.clear();
  workers.length = 0;
  onClear = () => Promise.resolve();
  onMessage = () => Promise.resolve({ ok: true, value: { jobs: 1 } });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('in Firefox a worker that could not be loaded is made anew for the next call', async () => {
  const { askEngine, engineIsOpen } = await backgroundIn('moz-extension');
  for (const n of [1, 2]) {
    const asked = askEngine('engine.resume', {});
    await vi.waitFor(() => expect(workers).toHaveLength(n));
    setTimeout(() => workers.at(-1)?.fail());
    await expect(asked).rejects.toThrow('could not be loaded');
    expect(await engineIsOpen()).toBe(false);
  }
});

test('the alarm ends when there is no work', async () => {
  const { resumeEngine } = await backgroundIn('chrome-extension');
  alarms.add('engine');
  await resumeEngine();
  expect([...alarms]).toEqual([]);
});

test('work given while the alarm of older work ends is looked after', async () => {
  const { resumeEngine, addWork } = await backgroundIn('chrome-extension');
  alarms.add('engine');
  onClear = async () => void (await addWork());
  await resumeEngine();
  expect([...alarms]).toEqual(['engine']);
});

test('the alarm of work that is being given stays, though no job is there yet', async () => {
  const { giveWork, resumeEngine } = await backgroundIn('chrome-extension');
  let answer: (reply: unknown) => void = () => undefined;
  onMessage = () =>
    new Promise((done) => {
      answer = done;
    });
  const given = giveWork('engine.forget', { request: 'request-number-1', digests: 'all' });
  await vi.waitFor(() => expect([...alarms]).toEqual(['engine']));
  await resumeEngine();
  expect([...alarms]).toEqual(['engine']);
  answer({ ok: true, value: { job: 1 } });
  await given;
});
