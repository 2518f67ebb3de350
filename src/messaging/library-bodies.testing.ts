/** A right body for every call about the library. */

const request = 'a-request-id-of-enough-length';
const key = 'arxiv:2511.08567';
const query = { text: 'offline tag:D4RL', shelf: 'library', sort: 'relevance', descending: true };
const choice = { query, except: [key] };
const edits = [
  { do: 'tag', tag: 'chapter 3', on: true },
  { do: 'rating', rating: 4 },
];
const rule = { when: { author: 'Sims' }, adds: { tags: ['offline'] } };
const staged = 'a-staged-file';

const both = {
  list: { query, from: 0, count: 50, facets: true },
  keys: { query, from: 0, count: 50 },
  place: { query, key },
  bulk: { request, choice, edits },
  retag: { request, from: ['a', 'b'], to: 'c' },
  runRules: { request, rules: 'all' },
  previewRule: rule,
  duplicates: {},
  cancelJob: { job: 1 },
  dismissJob: { job: 1 },
  previewImport: { staged, name: 'refs.bib' },
  import: { request, staged, name: 'refs.bib', options: { tags: [], marks: true } },
  export: { request, choice, options: { format: 'bibtex', abstracts: true, notes: false } },
  charts: {},
  graph: { around: key, limit: 60 },
} as const;

const named = <P extends 'library' | 'engine'>(prefix: P) =>
  // one entry for each name of `both`
  Object.fromEntries(Object.entries(both).map(([name, body]) => [`${prefix}.${name}`, body])) as {
    readonly [N in keyof typeof both as `${P}.${N}`]: unknown;
  };

export const libraryBodies = {
  ...named('library'),
  ...named('engine'),
  'library.edit': { request, keys: [key], edits: [...edits, { do: 'delete' }] },
  'library.note': { request, key, text: 'A note.' },
  'library.thing': { request, id: 'c1', fields: { kind: 'collection', name: 'Thesis', parent: null } },
  'library.mergePapers': { request, keep: key, drop: 'arxiv:2511.00002' },
  'library.purge': { request, keys: 'all' },
  'library.mark': { request, paper: { ids: [key], title: 'A title' }, edits },
  'library.aside': { query: { ids: [key], title: 'A title' }, cite: 'apa' },
  'library.backup': { request, to: 'file' },
  'library.previewRestore': { staged },
  'library.written': { keys: [key] },
  'panel.open': { query: { ids: [key], title: 'A title' } },
  'zotero.state': {},
  'zotero.send': { request, choice },
  'engine.fileUrl': { staged, type: 'application/jsonl' },
  'engine.undoJob': { request, undo: request },
};
