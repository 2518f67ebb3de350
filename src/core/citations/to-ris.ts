import { kindOf } from '../identity/order.ts';
import { type CitedWork, idValue, pageUrl, type WorkKind } from './citation.ts';
import { isGroup, type Name, parseName } from './names.ts';

/**
 * Works as RIS, the tags of the format's 2011 description as Zotero and EndNote read them. Ids beside the DOI go into one AN
 * (accession number) line. Lost: categories, status, "et al."; a semicolon parts a tag in two.
 */

export const RIS_TYPES = {
  journal: 'JOUR',
  conference: 'CONF',
  preprint: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  other: 'GEN',
} as const satisfies Record<WorkKind, string>;

export const toRis = (works: readonly CitedWork[]): string => works.map(recordOf).join('\r\n');

function recordOf(work: CitedWork): string {
  const [from, to, ...more] = (work.pages ?? '').split('–');
  const isRange = to !== undefined && more.length === 0 && from !== '' && to !== '';
  const doi = idValue(work, 'doi');
  const others = work.ids.filter((id) => kindOf(id) !== 'doi' || id !== `doi:${doi}`);
  const page = pageUrl(work);
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', RIS_TYPES[work.kind]],
    ['TI', work.title],
    ...(work.authors ?? []).map((author) => ['AU', risName(parseName(author))] as const),
    ['PY', work.year === undefined ? undefined : String(work.year)],
    ['DA', work.date === undefined ? undefined : `${work.date.replaceAll('-', '/')}/`],
    ['T2', work.venue],
    ['VL', work.volume],
    ['IS', work.issue],
    ['SP', isRange ? from : work.pages],
    ['EP', isRange ? to : undefined],
    ['PB', work.publisher],
    ['DO', doi],
    ['AN', others.length === 0 ? undefined : others.map((id) => id.replace(/^arxiv:/, 'arXiv:')).join(' ')],
    ['UR', page],
    ['UR', work.url === page ? undefined : work.url],
    ...(work.tags ?? []).map((tag) => ['KW', tag] as const),
    ['AB', work.abstract],
    ['N1', work.note === undefined ? undefined : risLines(work.note)],
  ];
  const written = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]));
  return `${written.join('')}ER  - \r\n`;
}

/** "Last, First, Jr."; a group's commas would part it, so it stands in braces where it has any. */
function risName(name: Name): string {
  if (isGroup(name)) return needsBraces(name.literal) ? `{${name.literal}}` : name.literal;
  const family = name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

function needsBraces(literal: string): boolean {
  const read = parseName(literal);
  return !isGroup(read) || read.literal !== literal;
}

/** Further lines have no tag; one that looks like a tag is set in by a blank, which `from-ris` takes off again. */
const risLines = (note: string): string => note.replace(/\n(?= *[A-Z][A-Z0-9] {1,2}-)/g, '\n ').replace(/\n/g, '\r\n');
