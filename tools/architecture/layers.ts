/** The import table of DESIGN.md 2 as data: who may import whom, and where each package lives. Paths are below src/. */
export interface Layer {
  readonly name: string;
  /** Paths (folders or files without extension) it may import besides itself. A `*` stands for one folder. */
  readonly may: readonly string[];
  /** Paths whose types it may name (`import type`): nothing of them reaches its bundle. */
  readonly types?: readonly string[];
}

/** More specific layers first: a file belongs to the first layer whose name starts its path. */
export const layers: readonly Layer[] = [
  // The small native-only parts that the content script is made of: nothing of their folders may come along.
  { name: 'platform/content', may: [] },
  { name: 'messaging/retry', may: [], types: ['core', 'messaging'] },
  { name: 'messaging/content-client', may: ['platform/content', 'messaging/retry'], types: ['core', 'messaging'] },
  { name: 'core', may: [] },
  { name: 'platform', may: [] },
  { name: 'sites', may: ['core'] },
  { name: 'messaging', may: ['core', 'platform'] },
  { name: 'storage', may: ['core', 'platform'], types: ['sync'] },
  { name: 'network', may: ['core', 'platform'] },
  { name: 'sync', may: ['core'] },
  { name: 'engine', may: ['core', 'platform', 'messaging', 'storage', 'network', 'sync'] },
  {
    name: 'background',
    may: ['core', 'platform', 'messaging', 'storage', 'network', 'sync', 'sites/catalogue'],
  },
  {
    name: 'content',
    may: ['core', 'sites', 'messaging/content-client', 'platform/content'],
    types: ['messaging'],
  },
  {
    name: 'ui',
    may: ['core', 'platform', 'messaging', 'storage/*/queries', 'sites/catalogue'],
    types: ['storage'],
  },
];

/** Packages and the only paths that may import them; a package that is not here may not be imported by src at all. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  htmlparser2: ['core/digest'],
  saxes: ['core', 'sync/webdav'],
  '@retorquere/bibtex-parser': ['core/citations'],
  fflate: ['engine'],
  marked: ['ui/parts'],
  'd3-force': ['ui/library'],
  '@tanstack/virtual-core': ['ui'],
  'webextension-polyfill': ['platform'],
  valibot: ['messaging'],
  dexie: ['storage'],
  preact: ['content', 'ui'],
};

/** Files that a package's home does not include, although they lie inside it. */
export const homeExceptions: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': ['platform/content'],
  valibot: ['messaging/content-client'],
};

/** Is `path` (below src/, without extension) inside `pattern`? `*` stands for one folder. */
export function within(path: string, pattern: string): boolean {
  const want = pattern.split('/');
  const have = path.split('/');
  return want.length <= have.length && want.every((part, i) => part === '*' || part === have[i]);
}

/** The layer of a file below src/ (without extension), or undefined for files at the root, which everyone may import. */
export const layerOf = (path: string): Layer | undefined => layers.find((layer) => within(path, layer.name));
