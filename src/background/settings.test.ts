/** What the person switched off stays off, whatever becomes of the library. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Only the build knows where these files end up.
vi.mock('../content/content-script.ts?script&iife', () => ({ default: '/content.js' }));
vi.mock('../content/card-script.ts?script&iife', () => ({ default: '/card.js' }));

const kept = new Map<string, unknown>();
let localWorks = true;
/** What the browser has registered: ids of scripts. */
const registered = new Set<string>();
const started: (() => void)[] = [];

const browser = {
  runtime: {
    id: 'abc',
    getURL: (path: string) => `chrome-extension://abc/${path}`,
    getManifest: () => ({ version: '0' }),
    onInstalled: { addListener: () => undefined },
    onStartup: { addListener: (listener: () => void) => void started.push(listener) },
  },
  storage: {
    local: {
      get: async (key: string) => {
        if (!localWorks) throw new Error('no storage');
        return kept.has(key) ? { [key]: kept.get(key) } : {};
      },
      set: async (items: object) => {
        if (!localWorks) throw new Error('no storage');
        for (const [key, value] of Object.entries(items)) kept.set(key, value);
      },
    },
  },
  scripting: {
    getRegisteredContentScripts: async () => [...registered].map((id) => ({ id })),
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) registered.delete(id);
    },
    registerContentScripts: async (scripts: { id: string }[]) => {
      for (const { id } of scripts) registered.add(id);
    },
  },
};

/** The background, started anew over what is stored. */
async function background() {
  vi.resetModules();
  started.length = 0;
  const settings = await import('./settings.ts');
  const { closeLibrary } = await import('../storage/library/database.ts');
  const { onInstall } = await import('./install.ts');
  const failures: unknown[] = [];
  onInstall((error) => failures.push(error));
  const start = async () => {
    for (const listener of started) listener();
    await settings.knownSettings(); // the start waits for the same
    await new Promise((done) => setTimeout(done, 50));
    expect(failures).toEqual([]);
  };
  return { ...settings, closeLibrary, start };
}

const unreadable = (): IDBFactory => {
  const store = new IDBFactory();
  store.open = () => {
    throw new DOMException('said the browser', 'UnknownError');
  };
  return store;
};

async function switchOff(): Promise<void> {
  const { editSettings, closeLibrary } = await background();
  await editSettings((settings) => ({ ...settings, sitesOff: ['arxiv'], keepListings: false }));
  await closeLibrary();
}

beforeEach(() => {
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('chrome', browser);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  for (const level of ['error', 'warn', 'debug'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  kept.clear();
  registered.clear();
  localWorks = true;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ['cannot be read', unreadable],
  ['came up empty', () => new IDBFactory()],
])('a site switched off stays off, and listings are not kept, where the library %s', async (_, store) => {
  await switchOff();
  vi.stubGlobal('indexedDB', store());
  const { readSettings, start, closeLibrary } = await background();
  expect(await readSettings()).toMatchObject({ sitesOff: ['arxiv'], keepListings: false });
  await start();
  expect([...registered]).toEqual(['site-huggingface']);
  await closeLibrary();
});

test('a change in a library that came up empty keeps what was switched off', async () => {
  await switchOff();
  vi.stubGlobal('indexedDB', new IDBFactory());
  const { editSettings, bringBackSettings, readSettings, closeLibrary } = await background();
  await editSettings((settings) => ({ ...settings, keepListings: true }));
  await bringBackSettings();
  expect(await readSettings()).toMatchObject({ sitesOff: ['arxiv'], keepListings: true });
  await closeLibrary();
});

test('where neither library nor copy can be read nothing is registered or removed, and no listing is kept', async () => {
  await switchOff();
  vi.stubGlobal('indexedDB', unreadable());
  localWorks = false;
  registered.add('site-arxiv');
  const { readSettings, start } = await background();
  await start();
  expect([...registered]).toEqual(['site-arxiv']);
  expect((await readSettings()).keepListings).toBe(false);
});

test('a start makes the copy that an older version did not', async () => {
  await switchOff();
  kept.clear();
  const { start, closeLibrary } = await background();
  await start();
  expect(kept.get('settings')).toEqual({ sitesOff: ['arxiv'], keepListings: false });
  await closeLibrary();
});
