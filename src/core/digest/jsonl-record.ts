import { dayOfIso } from '../calendar-day.ts';
import type { Entry, Warning } from '../entry.ts';
import { parseId } from '../identity/ids.ts';
import { sortIds } from '../identity/order.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { LINK_KINDS, LINK_STATUSES, type Link, type LinkKind, type LinkStatus } from '../links/link.ts';
import { linkOfUrl } from '../links/of-url.ts';
import { cleanField } from './clean-text.ts';
import { entryOf } from './entry-of.ts';
import { asRecord, countField, field, type JsonRecord, listField, textField, textList } from './json-value.ts';
import { LIMITS } from './limits.ts';
import { present } from './present.ts';
import { warn } from './warn.ts';

/** One record of our own JSON Lines. A field of a wrong type counts as absent; a link that is unsafe is dropped with a warning. */
export function readRecord(record: JsonRecord, line: number, warnings: Warning[]): Entry {
  const { date, dateRaw } = readDate(record);
  const links = readLinks(record);
  if (links.dropped > 0) warn(warnings, line, 'unsafe-link', String(links.dropped));
  const authors = textList(record, 'authors', LIMITS.authors)
    ?.map(cleanField)
    .filter((name) => name !== '');
  return entryOf({
    ...present({
      abstract: textField(record, 'abstract'),
      authors,
      authorCount: authors === undefined ? countField(record, 'authorCount') : undefined,
      organisation: readOrganisation(record),
      date,
      dateInferred: date !== undefined && field(record, 'dateInferred') === true ? true : undefined,
      dateRaw,
      comments: countField(record, 'comments'),
      upvotes: countField(record, 'upvotes'),
      remark: textField(record, 'remark'),
      categories: textList(record, 'categories', LIMITS.tags)?.map(cleanField),
      venue: textField(record, 'venue'),
    }),
    title: textField(record, 'title') ?? '',
    ids: readIds(record),
    links: links.kept,
    tags: readTags(record),
    ...(links.dropped > 0 ? { flags: ['link-dropped'] as const } : {}),
    line,
  });
}

function readDate(record: JsonRecord): Pick<Entry, 'date' | 'dateRaw'> {
  const text = textField(record, 'date');
  const date = text === undefined ? undefined : dayOfIso(text);
  const raw = textField(record, 'dateRaw') ?? (date === undefined ? text : undefined);
  return present({ date, dateRaw: raw === undefined ? undefined : cleanField(raw).slice(0, 80) });
}

function readIds(record: JsonRecord): readonly PaperId[] {
  const texts = textList(record, 'ids', LIMITS.ids) ?? [];
  return sortIds(texts.map((text) => parseId(text)).filter((id) => id !== undefined));
}

function readOrganisation(record: JsonRecord): Entry['organisation'] {
  const value = asRecord(field(record, 'organisation'));
  const slug = cleanField(textField(value, 'slug') ?? '');
  const name = cleanField(textField(value, 'name') ?? '');
  return slug === '' && name === '' ? undefined : { slug: slug || name, name: name || slug };
}

function readTags(record: JsonRecord): readonly string[] {
  const tags = (textList(record, 'tags', LIMITS.tags) ?? []).map((tag) => cleanField(tag).slice(0, LIMITS.tagLength));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

const isKind = (value: string | undefined): value is LinkKind => LINK_KINDS.some((kind) => kind === value);
const isStatus = (value: string | undefined): value is LinkStatus => LINK_STATUSES.some((status) => status === value);

/** Links as the digest states them: its kind and status stand, everything else is worked out from the address. */
function readLinks(record: JsonRecord): { readonly kept: readonly Link[]; readonly dropped: number } {
  const kept: Link[] = [];
  let dropped = 0;
  for (const item of (listField(record, 'links') ?? []).slice(0, LIMITS.links)) {
    const given = asRecord(item);
    const url = textField(given, 'url');
    const [kind, status] = [textField(given, 'kind'), textField(given, 'status')];
    const evidence = { source: 'digest', text: 'stated by the digest' } as const;
    const link = url === undefined ? undefined : linkOfUrl(url, evidence, isStatus(status) ? status : 'released');
    if (link === undefined) dropped++;
    else kept.push(isKind(kind) ? { ...link, kind } : link);
  }
  return { kept, dropped };
}
