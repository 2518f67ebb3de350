import { parseId } from '../identity/ids.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { idsInUrl } from '../identity/urls.ts';
import type { Status } from '../library/status.ts';
import { texNames } from './bib-names.ts';
import type { BibRecord } from './bib-records.ts';
import type { WorkKind } from './citation.ts';
import type { Draft } from './draft.ts';
import { isArxivName, workKind } from './work-kind.ts';
import { type WrittenDate, writtenDate } from './written-date.ts';

/** What the fields of a BibTeX or BibLaTeX entry say of a work. */

/** Fields that are prose. */
export const TEX_FIELDS = [
  'title',
  'subtitle',
  'titleaddon',
  'booktitle',
  'booksubtitle',
  'maintitle',
  'journal',
  'journaltitle',
  'series',
  'publisher',
  'organization',
  'institution',
  'school',
  'howpublished',
  'eventtitle',
  'volume',
  'number',
  'issue',
  'pages',
  'abstract',
  'keywords',
  'keyword',
  'mendeley-tags',
  'groups',
  'annote',
  'annotation',
  'review',
  'comment',
  'note',
] as const;
const LETTER_FIELDS = [
  'author',
  'editor',
  'year',
  'month',
  'day',
  'date',
  'doi',
  'eprint',
  'eprinttype',
  'archiveprefix',
  'eprintclass',
  'primaryclass',
  'pmid',
  'pmcid',
  'eid',
  'articleno',
  'url',
  'biburl',
  'ee',
  'crossref',
  'xdata',
  'type',
  'date-added',
  'creationdate',
  'timestamp',
  'readstatus',
] as const;
type Field = (typeof TEX_FIELDS)[number] | (typeof LETTER_FIELDS)[number];
export const BIB_FIELDS: ReadonlySet<string> = new Set<Field>([...TEX_FIELDS, ...LETTER_FIELDS]);

const KINDS: ReadonlyMap<string, WorkKind> = new Map<string, WorkKind>([
  ['inproceedings', 'conference'],
  ['conference', 'conference'],
  ['book', 'book'],
  ['mvbook', 'book'],
  ['booklet', 'book'],
  ['collection', 'book'],
  ['mvcollection', 'book'],
  ['proceedings', 'book'],
  ['mvproceedings', 'book'],
  ['incollection', 'chapter'],
  ['inbook', 'chapter'],
  ['suppbook', 'chapter'],
  ['suppcollection', 'chapter'],
  ['inreference', 'chapter'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['thesis', 'thesis'],
  ['techreport', 'report'],
  ['report', 'report'],
  ['manual', 'report'],
]);
/** JabRef's words. */
const READ: Readonly<Record<string, Status>> = { read: 'read', skimmed: 'reading' };

/** @param textOf TeX as text */
export function bibDraft(entry: BibRecord, textOf: (tex: string) => string): Draft {
  const { fields } = entry;
  const letters = (name: Field): string | undefined => {
    const value = fields.get(name);
    // `\_` and braces are TeX's; otherwise such a field stands letter by letter
    return (
      value
        ?.replace(/\\([_%&#$~{}])/g, '$1')
        .replace(/[{}]/g, '')
        .trim() || undefined
    );
  };
  const prose = (...names: readonly Field[]): string | undefined => {
    for (const name of names) {
      const value = fields.get(name);
      const text = value === undefined ? '' : textOf(value).trim();
      if (text !== '') return text;
    }
    return undefined;
  };
  const howpublished = prose('howpublished');
  const pages = /https?:\/\/[^\s{}]+/.exec(howpublished ?? '')?.[0];
  const journal = prose('journaltitle', 'journal');
  const ids = idsOf(entry.key, letters, [journal, howpublished, prose('volume'), prose('number'), prose('note')]);
  const date = dateOf(letters);
  const kind = KINDS.get(entry.type);
  const urls = [...(letters('url')?.split(/\s+/) ?? []), letters('ee'), pages, letters('biburl')].filter(
    (url) => url !== undefined,
  );
  const venue = venueOf(kind ?? entry.type, {
    journal,
    book: joinedTitle(prose('booktitle', 'maintitle', 'eventtitle'), prose('booksubtitle')),
    series: prose('series'),
    school: prose('school', 'institution'),
    institution: prose('institution', 'school', 'organization'),
    how: pages === undefined ? (howpublished ?? prose('organization')) : prose('organization'),
  });
  const volume = prose('volume');
  return {
    ids,
    title: joinedTitle(prose('title', 'titleaddon'), prose('subtitle')),
    kind: kind ?? looseKind(entry.type, venue, [...ids, ...urls.flatMap(idsInUrl)]),
    authors: authorsOf(fields.get('author') ?? fields.get('editor'), textOf),
    year: date.year,
    date: date.date,
    venue,
    volume: volume !== undefined && /^abs\//.test(volume) ? undefined : volume,
    issue: prose('number', 'issue'),
    pages: prose('pages') ?? letters('eid') ?? letters('articleno'),
    publisher: prose('publisher'),
    categories: [letters('primaryclass') ?? letters('eprintclass')].filter((name) => name !== undefined),
    abstract: prose('abstract'),
    urls,
    tags: [prose('keywords'), prose('keyword'), prose('mendeley-tags')].flatMap((list) => list?.split(/[,;]/) ?? []),
    note: [...new Set([prose('annote'), prose('annotation'), prose('review'), prose('comment')])]
      .filter((note) => note !== undefined)
      .join('\n\n'),
    status: READ[letters('readstatus')?.toLowerCase() ?? ''],
    collections: (prose('groups')?.split(',') ?? []).map((name) => [name]),
    added: writtenDate(letters('date-added') ?? letters('creationdate') ?? isoOf(letters('timestamp')) ?? '').date,
  };
}

const joinedTitle = (title: string | undefined, more: string | undefined): string | undefined =>
  title === undefined || more === undefined ? title : `${title}${/[.:!?]$/.test(title) ? '' : ':'} ${more}`;

/** JabRef's day of entry; dblp's stamp, a whole sentence, is the day dblp changed the record. */
const isoOf = (stamp: string | undefined): string | undefined =>
  stamp !== undefined && /^\d{4}[-.]\d\d[-.]\d\d/.test(stamp) ? stamp : undefined;

function dateOf(letters: (name: Field) => string | undefined): WrittenDate {
  const whole = writtenDate(letters('date') ?? '');
  if (whole.year !== undefined) return whole;
  const year = letters('year') ?? '';
  const month = letters('month') ?? '';
  const day = letters('day') ?? '';
  const full = writtenDate(/^\d+$/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`);
  return full.year === undefined ? writtenDate(year) : full;
}

interface Places {
  readonly journal: string | undefined;
  readonly book: string | undefined;
  readonly series: string | undefined;
  readonly school: string | undefined;
  readonly institution: string | undefined;
  readonly how: string | undefined;
}

function venueOf(kind: string, { journal, book, series, school, institution, how }: Places): string | undefined {
  switch (kind) {
    case 'conference':
    case 'chapter':
      return book ?? journal ?? series;
    case 'book':
      return series;
    case 'thesis':
      return school;
    case 'report':
      return institution ?? journal;
    default:
      return journal ?? book ?? how;
  }
}

/** Kinds of entries that say little: `@article` is also what preprints are exported as, `@misc` everything. */
function looseKind(type: string, venue: string | undefined, ids: readonly PaperId[]): WorkKind {
  const isArchived = ids.some((id) => /^(?:arxiv|openreview):/.test(id));
  const guess = workKind({ ids: [], ...(venue === undefined ? {} : { venue }) });
  if (venue !== undefined && (isArxivName(venue) || guess === 'preprint')) return 'preprint';
  if (venue === undefined && isArchived) return 'preprint';
  if (type === 'article' || type === 'periodical' || type === 'suppperiodical') return 'journal';
  return isArchived ? 'preprint' : 'other';
}

const ARXIV =
  /(?:arxiv\s{0,3}:?\s{0,3}(?:arxiv-)?|^abs\/)((?:[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,3})?)(?!\d)/i;

function idsOf(
  key: string,
  letters: (name: Field) => string | undefined,
  texts: readonly (string | undefined)[],
): readonly PaperId[] {
  const eprint = letters('eprint');
  const archive = (letters('eprinttype') ?? letters('archiveprefix') ?? '').toLowerCase();
  const named = [
    letters('doi'),
    eprint === undefined
      ? undefined
      : archive === 'pubmed'
        ? `pmid:${eprint}`
        : archive === ''
          ? eprint
          : `${archive}:${eprint}`,
    eprint !== undefined && archive === '' ? `arxiv:${eprint}` : undefined,
    numbered('pmid', letters('pmid')),
    numbered('pmcid', letters('pmcid')),
    /^DBLP:/.test(key) ? `dblp:${key.slice(5)}` : undefined,
    ...texts
      .map((text) => ARXIV.exec((text ?? '').slice(0, 1000))?.[1])
      .map((id) => (id === undefined ? id : `arxiv:${id}`)),
  ];
  return named.flatMap((text) => (text === undefined ? [] : (parseId(text) ?? [])));
}

const numbered = (kind: string, text: string | undefined): string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? `${kind}:${kind === 'pmcid' ? 'PMC' : ''}${text}` : text;

function authorsOf(author: string | undefined, textOf: (tex: string) => string): readonly string[] | undefined {
  if (author === undefined) return undefined;
  return texNames(author).map(({ parts, isGroup }) => {
    const texts = parts.map((part) => textOf(part).replace(/[{}]/g, ''));
    // a comma in braces is part of the name, and no longer to be told from the others
    return isGroup ? `{${texts.join(' ')}}` : texts.map((text) => text.replace(/,/g, ' ')).join(', ');
  });
}
