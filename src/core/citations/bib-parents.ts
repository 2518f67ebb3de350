import type { BibRecord } from './bib-records.ts';

/**
 * `crossref` and `xdata`: an entry without a field has its parent's (biblatex manual 3.20, 2.4.1). One step only, so that a
 * circle of entries ends.
 */

/** What a part of a book or of proceedings does not take over: these speak of the parent itself. */
const OWN = new Set([
  'crossref',
  'xdata',
  'doi',
  'abstract',
  'annote',
  'annotation',
  'pages',
  'eprint',
  'keywords',
  'groups',
]);
const PARTS = new Set([
  'inproceedings',
  'conference',
  'incollection',
  'inbook',
  'suppbook',
  'suppcollection',
  'inreference',
]);

export function withParents(records: readonly BibRecord[]): readonly BibRecord[] {
  if (!records.some(({ fields }) => fields.has('crossref') || fields.has('xdata'))) return records;
  // the first of a key counts, as in BibTeX; keys are compared without case
  const byKey = new Map<string, BibRecord>();
  for (const record of records) {
    const key = record.key.toLowerCase();
    if (key !== '' && !byKey.has(key)) byKey.set(key, record);
  }
  return records.map((record) => {
    const parents = [record.fields.get('crossref'), ...(record.fields.get('xdata') ?? '').split(',')]
      .map((key) => byKey.get((key ?? '').trim().toLowerCase()))
      .filter((parent) => parent !== undefined && parent !== record);
    if (parents.length === 0) return record;
    const fields = new Map(record.fields);
    for (const parent of parents) if (parent !== undefined) inherit(fields, record.type, parent);
    return { ...record, fields };
  });
}

function inherit(fields: Map<string, string>, type: string, parent: BibRecord): void {
  const isData = parent.type === 'xdata';
  for (const [name, value] of parent.fields) {
    if (!isData && OWN.has(name)) continue;
    const isPart = !isData && PARTS.has(type);
    // the title of the whole is where the part appeared; its editors are not the part's authors
    const own = isPart && name === 'title' ? 'booktitle' : isPart && name === 'subtitle' ? 'booksubtitle' : name;
    if (isPart && (name === 'author' || name === 'editor' || name === 'url')) continue;
    if (!fields.has(own)) fields.set(own, value);
  }
}
