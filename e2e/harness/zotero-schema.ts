/** Which fields Zotero takes for which item type: what all schemas from 22 to 41 have, for the types that matter here. */

const COMMON = ['title', 'abstractNote', 'date', 'language', 'shortTitle', 'url', 'accessDate', 'rights', 'extra'];
const ARCHIVE = ['archive', 'archiveLocation', 'libraryCatalog', 'callNumber'];
const SERIES = ['series', 'seriesNumber', 'volume', 'numberOfVolumes', 'edition', 'place', 'publisher', 'ISBN'];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  journalArticle: [
    ...['publicationTitle', 'volume', 'issue', 'pages', 'series', 'seriesTitle', 'seriesText', 'journalAbbreviation'],
    ...['DOI', 'ISSN', ...COMMON, ...ARCHIVE],
  ],
  conferencePaper: [
    ...['proceedingsTitle', 'conferenceName', 'place', 'publisher', 'volume', 'pages', 'series', 'DOI', 'ISBN'],
    ...[...COMMON, ...ARCHIVE],
  ],
  preprint: [
    ...['genre', 'repository', 'archiveID', 'place', 'series', 'seriesNumber', 'DOI', 'citationKey'],
    ...[...COMMON, ...ARCHIVE],
  ],
  book: [...SERIES, 'numPages', ...COMMON, ...ARCHIVE],
  bookSection: ['bookTitle', 'pages', ...SERIES, ...COMMON, ...ARCHIVE],
  thesis: ['thesisType', 'university', 'place', 'numPages', ...COMMON, ...ARCHIVE],
  report: [...['reportNumber', 'reportType', 'seriesTitle', 'place', 'institution', 'pages', ...COMMON, ...ARCHIVE]],
  document: ['publisher', ...COMMON, ...ARCHIVE],
  note: ['note', 'parentItem'],
};
const ALWAYS = ['itemType', 'key', 'version', 'tags', 'collections', 'relations', 'deleted'];

/** @returns what Zotero would say against an item, undefined for a good one */
export function faultOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const type = item['itemType'];
  const fields = typeof type === 'string' ? FIELDS[type] : undefined;
  if (fields === undefined) return `'${type}' is not a valid itemType`;
  for (const [name, value] of Object.entries(item)) {
    if (name === 'creators' && type !== 'note') continue;
    if (ALWAYS.includes(name)) continue;
    if (!fields.includes(name)) return `'${name}' is not a valid field for type '${type}'`;
    if (typeof value !== 'string') return `'${name}' must be a string`;
  }
  const { tags = [], creators = [] } = item;
  if (!Array.isArray(tags) || !tags.every((row) => typeof row?.tag === 'string' && row.tag !== '')) return 'Bad tags';
  return Array.isArray(creators) && creators.every(isCreator) ? undefined : 'Bad creators';
}

/** Either one field or two; `null` and empty names are none. */
function isCreator(row: Readonly<Record<string, unknown>>): boolean {
  if (row['creatorType'] !== 'author') return false;
  if (row['name'] !== undefined) return typeof row['name'] === 'string' && row['name'] !== '' && !('lastName' in row);
  return typeof row['lastName'] === 'string' && row['lastName'] !== '' && typeof row['firstName'] === 'string';
}
