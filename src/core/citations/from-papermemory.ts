import { cutAt } from '../digest/clean-text.ts';
import { asRecord, field, type JsonRecord, textField, textList } from '../digest/json-value.ts';
import { LIMITS } from '../digest/limits.ts';
import { parseId } from '../identity/ids.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { err, ok, type Result } from '../result.ts';
import { BIB_FIELDS, bibDraft } from './bib-draft.ts';
import { bibRecords } from './bib-records.ts';
import type { Draft } from './draft.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { readJson } from './read-json.ts';
import { plainTex, texText } from './tex-text.ts';
import { writtenDate } from './written-date.ts';

/**
 * The memory that PaperMemory exports (https://github.com/vict0rsch/PaperMemory, data versions 1 to 10100): an object of papers
 * by its own ids, `__dataVersion` among them; and its export of BibTeX by ids. Fields of another type are absent.
 */

/** What a paper of its has and a reference of others has not. */
const MARKS = ['pdfLink', 'addDate', 'lastOpenDate', 'codeLink', 'favorite', 'bibtex'] as const;

export function fromPaperMemory(text: string): Result<ImportedFile, ImportError> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const json = readJson(checked.value);
  if (!json.ok) return json;
  const papers = papersIn(json.value);
  if (papers === undefined)
    return err('unknown-format', 'No entry of this file has the fields of a paper that PaperMemory exports.');
  const tally = new Tally();
  for (const [i, [id, value]] of papers.entries()) {
    const paper = asRecord(value);
    if (paper !== undefined) tally.add(draftOf(paper, textField(paper, 'id') ?? id), i + 1);
    else if (typeof value === 'string') tally.add(bibOf(value) ?? {}, i + 1);
    else tally.skip(i + 1, 'not-a-record', id);
  }
  return ok(tally.file());
}

/** Its papers with their ids, without what it says about the file (`__dataVersion`). */
function papersIn(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  const whole = asRecord(value);
  const held = asRecord(field(whole, 'papers')) ?? whole;
  const papers = Array.isArray(value)
    ? value.map((paper: unknown): readonly [string, unknown] => ['', paper])
    : Object.entries(held ?? {}).filter(([id]) => !id.startsWith('__'));
  const isOne = ([, paper]: readonly [string, unknown]): boolean =>
    MARKS.some((name) => field(asRecord(paper), name) !== undefined) ||
    (typeof paper === 'string' && /^\s*@[a-z]+\s*\{/i.test(paper));
  return papers.some(isOne) ? papers : undefined;
}

function draftOf(paper: JsonRecord, id: string): Draft {
  const text = (name: string): string | undefined => {
    const value = textField(paper, name)?.trim();
    return value === '' ? undefined : value;
  };
  const bib = bibOf(text('bibtex') ?? text('bibtext') ?? '');
  const venue = text('venue') ?? text('conf');
  const year = field(paper, 'year');
  const pages = [
    text('pdfLink') ?? linkOf(text('md')),
    textField(asRecord(field(paper, 'extra') ?? field(paper, 'extras')), 'url'),
  ];
  const ids = [idOf(id), parseId(text('doi') ?? ''), ...(bib?.ids ?? [])];
  return {
    ...bib,
    ids: ids.filter((found) => found !== undefined),
    title: text('title') ?? bib?.title,
    // its BibTeX is often the preprint's where it knows the venue
    kind: venue !== undefined && bib?.kind === 'preprint' ? undefined : bib?.kind === 'other' ? undefined : bib?.kind,
    authors: peopleIn(text('author')) ?? bib?.authors,
    year:
      (typeof year === 'string' || typeof year === 'number' ? writtenDate(String(year)).year : undefined) ?? bib?.year,
    venue: venue ?? bib?.venue,
    urls: [...pages, ...(bib?.urls ?? [])].filter((url) => url !== undefined),
    tags: [
      ...(textList(paper, 'tags', LIMITS.tags + 1) ?? []),
      ...(field(paper, 'favorite') === true ? ['favorite'] : []),
    ],
    note: ownNote(text('note'), venue),
    added: writtenDate(text('addDate') ?? '').date,
    code: text('codeLink') ?? textField(asRecord(field(paper, 'code')), 'url'),
  };
}

/** The paper's own BibTeX: pages, volume, DOI. Commands that only a TeX could read are left out of its texts. */
function bibOf(bibtex: string): Draft | undefined {
  for (const record of bibRecords(cutAt(bibtex, LIMITS.abstract), BIB_FIELDS))
    if (!('broken' in record)) return bibDraft(record, (tex) => texText(tex) ?? plainTex(tex));
  return undefined;
}

/** "A and B"; of papers under review, "Anonymous". */
function peopleIn(author: string | undefined): readonly string[] | undefined {
  const people = (author ?? '').split(/\s+and\s+/).filter((name) => !/^(?:anonymous)?$/i.test(name.trim()));
  return people.length === 0 ? undefined : people;
}

/** Its ids say where a paper was found: "Arxiv-1703.10593", "OR-ICLR-2022_EZNOb_uNpJk", "ACL-ACL-2020_2020.acl-main.405". */
function idOf(id: string): PaperId | undefined {
  const [, source, rest] = /^(Arxiv|OR|ACL|PMC)-(.{1,200})$/.exec(id) ?? [];
  if (source === undefined || rest === undefined) return undefined;
  const value = rest.slice(rest.indexOf('_') + 1);
  switch (source) {
    case 'Arxiv':
      return parseId(`arxiv:${rest}`) ?? parseId(`arxiv:${rest.replace('_', '/')}`);
    case 'OR':
      return parseId(`openreview:${value}`);
    case 'ACL':
      return parseId(`acl:${value}`);
    default:
      return parseId(/PMC\d+/.exec(rest)?.[0] ?? '');
  }
}

/** `[title](address)`. */
const linkOf = (md: string | undefined): string | undefined =>
  md === undefined ? undefined : /\]\((https?:[^()\s]+)\)$/.exec(md.slice(-2000))?.[1];

/** The line it writes itself ("Accepted @ ICCV 2017 -- [dblp.org]") says no more than the venue does. */
const ownNote = (note: string | undefined, venue: string | undefined): string | undefined =>
  venue === undefined
    ? note
    : note?.replace(/^(?:Accepted|Published) ?@ ?[^\n]{1,200}?(?:\(?\d{4}\)?)(?: -- \[[\w.]+\])?[ \t]*(?:\n+|$)/, '');
