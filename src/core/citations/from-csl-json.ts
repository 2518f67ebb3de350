import { asRecord, field, type JsonRecord, listField, textField, textList } from '../digest/json-value.ts';
import { LIMITS } from '../digest/limits.ts';
import { parseId } from '../identity/ids.ts';
import { STATUSES } from '../library/status.ts';
import { err, ok, type Result } from '../result.ts';
import type { WorkKind } from './citation.ts';
import type { Draft } from './draft.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { withoutMarkup } from './markup.ts';
import { nameInverted } from './names.ts';
import { readJson } from './read-json.ts';
import { CSL_TYPES, MARKED_TEXTS } from './to-csl-json.ts';
import { dateOfParts, type WrittenDate, writtenDate } from './written-date.ts';

/** CSL-JSON of Zotero, Pandoc, Crossref and our own: a list of items, `{ items: […] }`, or one item. Fields of another type are absent. */

const KINDS: ReadonlyMap<string, WorkKind> = new Map<string, WorkKind>([
  // the keys of the literal are exactly the kinds
  ...(Object.entries(CSL_TYPES) as [WorkKind, string][]).map(([kind, type]): [string, WorkKind] => [type, kind]),
  ['article-magazine', 'journal'],
  ['review', 'journal'],
  // Crossref's own words
  ['journal-article', 'journal'],
  ['proceedings-article', 'conference'],
  ['posted-content', 'preprint'],
  ['book-chapter', 'chapter'],
  ['dissertation', 'thesis'],
]);

export function fromCslJson(text: string): Result<ImportedFile, ImportError> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const json = readJson(checked.value);
  if (!json.ok) return json;
  const record = asRecord(json.value);
  const items = Array.isArray(json.value)
    ? json.value
    : (listField(record, 'items') ?? (record === undefined ? undefined : [record]));
  if (items === undefined) return err('unknown-format', 'CSL-JSON is a list of items; this file holds a single value.');
  const tally = new Tally();
  for (const [i, value] of items.entries()) {
    const item = asRecord(value);
    if (item === undefined) tally.skip(i + 1, 'not-a-record', typeof value === 'string' ? value : typeof value);
    else tally.add(draftOf(item), i + 1);
  }
  return ok(tally.file());
}

function draftOf(item: JsonRecord): Draft {
  const own = asRecord(field(item, 'custom'));
  const exact = textFields(own);
  const issued = dateOf(field(item, 'issued'));
  const note = textField(item, 'note');
  // Zotero's Extra field comes as the note, with ids on lines of their own
  const extra = own === undefined ? (note ?? '').slice(0, 10_000).split('\n').map(idOfLine) : [];
  const written = ['DOI', 'PMID', 'PMCID', 'number', 'archive_location'].map((name) =>
    idOfField(name, text(item, name)),
  );
  return {
    ids: [...(textList(own, 'ids', LIMITS.ids) ?? []).map(parseId), ...written, ...extra].filter(
      (id) => id !== undefined,
    ),
    title: exact.title ?? plain(text(item, 'title')),
    kind: KINDS.get(textField(item, 'type') ?? ''),
    authors: (listField(item, 'author') ?? []).slice(0, LIMITS.authors + 1).flatMap(nameOf),
    moreAuthors: field(own, 'moreAuthors') === true,
    year: issued.year,
    date: dateOf(field(own, 'date')).date ?? issued.date,
    venue: exact.venue ?? plain(text(item, 'container-title')),
    volume: text(item, 'volume'),
    issue: text(item, 'issue'),
    pages: textField(own, 'pages') ?? text(item, 'page'),
    publisher: text(item, 'publisher'),
    categories: textList(own, 'categories', LIMITS.tags) ?? textList(item, 'categories', LIMITS.tags),
    abstract: exact.abstract ?? plain(text(item, 'abstract')),
    urls: [textField(item, 'URL')].filter((url) => url !== undefined),
    tags:
      textList(own, 'tags', LIMITS.tags + 1) ?? (own === undefined ? text(item, 'keyword')?.split(/[,;]/) : undefined),
    note:
      own === undefined
        ? note
            ?.split('\n')
            .filter((line) => idOfLine(line) === undefined)
            .join('\n')
        : note,
    status: STATUSES.find((status) => status === field(own, 'status')),
    collections: (listField(own, 'collections') ?? []).map((path) => textList({ path }, 'path', LIMITS.tags) ?? []),
    added: dateOf(field(own, 'added')).date,
    code: textField(own, 'code'),
  };
}

const textFields = (
  own: JsonRecord | undefined,
): { readonly [K in (typeof MARKED_TEXTS)[number]]?: string | undefined } =>
  Object.fromEntries(MARKED_TEXTS.map((name) => [name, textField(own, name)]));

const plain = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : withoutMarkup(value);

/** A text or number; Crossref gives titles as lists of one. */
function text(item: JsonRecord, name: string): string | undefined {
  const value = field(item, name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // a larger number has lost digits already
  const isExact = typeof first === 'number' && Math.abs(first) <= Number.MAX_SAFE_INTEGER;
  return typeof first === 'string' ? first : isExact ? String(first) : undefined;
}

function nameOf(value: unknown): readonly string[] {
  const person = asRecord(value);
  const part = (name: string): string | undefined => {
    const written = textField(person, name)?.replace(/[{},]/g, ' ').trim();
    return written === '' ? undefined : written;
  };
  const literal = textField(person, 'literal') ?? textField(person, 'name');
  if (literal !== undefined) return [`{${literal.replace(/[{}]/g, '')}}`];
  const particle = [part('dropping-particle'), part('non-dropping-particle')].filter((p) => p !== undefined).join(' ');
  const family = part('family');
  const given = part('given');
  const suffix = part('suffix');
  if (family === undefined) return given === undefined ? [] : [given];
  if (given === undefined && suffix === undefined && particle === '') return [`{${family}}`];
  return [
    nameInverted({
      family,
      ...(particle === '' ? {} : { particle }),
      ...(suffix === undefined ? {} : { suffix }),
      ...(given === undefined ? {} : { given }),
    }),
  ];
}

function dateOf(value: unknown): WrittenDate {
  if (typeof value === 'string' || typeof value === 'number') return writtenDate(String(value));
  const record = asRecord(value);
  const [parts] = listField(record, 'date-parts') ?? [];
  if (Array.isArray(parts)) return dateOfParts(parts);
  return writtenDate(textField(record, 'raw') ?? textField(record, 'literal') ?? '');
}

/** PubMed's numbers stand bare in their own fields; in the others an id must say what it is. */
const idOfField = (name: string, value: string | undefined): ReturnType<typeof parseId> =>
  value === undefined
    ? undefined
    : parseId(name === 'PMID' && /^\d+$/.test(value.trim()) ? `pmid:${value.trim()}` : value);

/** "arXiv:1706.03762 [cs]", "PMID: 123"; prose that begins like an id is none. */
const idOfLine = (line: string): ReturnType<typeof parseId> =>
  /^(?:arxiv|doi|pmid|pmcid)\s{0,3}:/i.test(line.trim()) ? parseId(line.trim()) : undefined;
