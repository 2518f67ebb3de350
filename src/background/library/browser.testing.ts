/** What of a browser the background needs to keep a library, in memory: stores, private files, tabs and alarms. */
import { IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';

/** A folder of the origin's private file system. https://fs.spec.whatwg.org/ */
function folder(): FileSystemDirectoryHandle {
  const folders = new Map<string, FileSystemDirectoryHandle>();
  const files = new Map<string, Blob>();
  const missing = (): never => {
    throw new DOMException('There is no such entry.', 'NotFoundError');
  };
  const file = (name: string): unknown => ({
    getFile: async () => files.get(name) ?? missing(),
    createWritable: async () => {
      const parts: (Blob | string)[] = [];
      return {
        write: async (part: Blob | string) => void parts.push(part),
        close: async () => void files.set(name, new Blob(parts)),
      };
    },
    move: async (to: string) => {
      files.set(to, files.get(name) ?? missing());
      files.delete(name);
    },
  });
  return {
    getDirectoryHandle: async (name: string) => {
      const found = folders.get(name) ?? folder();
      folders.set(name, found);
      return found;
    },
    getFileHandle: async (name: string, { create = false } = {}) =>
      create || files.has(name) ? file(name) : missing(),
    removeEntry: async (name: string) => void (files.delete(name) || missing()),
    keys: () => [...files.keys()].values(),
  } as unknown as FileSystemDirectoryHandle; // what our code uses of it
}

const area = () => {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items: object) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key: string) => void kept.delete(key),
  };
};

/** A profile: what outlives a service worker. One for a test file: the polyfill takes the first browser that it sees. */
export function profile() {
  const [local, session, opened] = [area(), area(), [] as string[]];
  const alarms = new Map<string, unknown>();
  const downloaded: { url: string; filename: string }[] = [];
  const allowed = new Set<string>();
  const noListener = { addListener: () => undefined };
  const runtime = {
    id: 'abc',
    getURL: (path: string) => `chrome-extension://abc/${path}`,
    getManifest: () => ({ version: '0' }),
    getContexts: async () => [],
    onMessage: noListener,
  };
  const browser = {
    runtime,
    storage: { local, session },
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url), query: async () => [] },
    alarms: {
      get: async (name: string) => alarms.get(name),
      create: async (name: string, info: object) => void alarms.set(name, info),
      clear: async (name: string) => alarms.delete(name),
      onAlarm: noListener,
    },
    permissions: {
      contains: async ({ permissions }: { permissions: string[] }) => permissions.every((p) => allowed.has(p)),
    },
    downloads: {
      download: async (one: { url: string; filename: string }) => downloaded.push(one),
      search: async () => [{ state: 'complete' }],
    },
  };
  return {
    local,
    opened,
    alarms,
    downloaded,
    allowed,
    root: folder(),
    /** As it was first installed. */
    reset(): void {
      for (const one of [local.kept, session.kept, alarms, allowed]) one.clear();
      opened.length = 0;
      downloaded.length = 0;
      this.root = folder();
    },
    /** Starts a service worker on it: modules are loaded anew by the caller. */
    start(store: IDBFactory): void {
      vi.resetModules();
      vi.stubGlobal('browser', browser);
      vi.stubGlobal('chrome', { runtime, offscreen: { Reason: {} } });
      vi.stubGlobal('indexedDB', store);
      vi.stubGlobal('IDBKeyRange', IDBKeyRange);
      vi.stubGlobal('navigator', { storage: { getDirectory: async () => this.root } });
    },
  };
}
