import { dayOfIso } from '../calendar-day.ts';
import type { Entry, Warning } from '../entry.ts';
import { parseId } from '../identity/ids.ts';
import { sortIds } from '../identity/order.ts';
import type { Link } from '../links/link.ts';
import { linkOfUrl } from '../links/of-url.ts';
import { cleanField } from './clean-text.ts';
import { embeddedJson } from './embedded-json.ts';
import { entryOf } from './entry-of.ts';
import { jsonObjects } from './json-objects.ts';
import { asRecord, countField, field, type JsonRecord, listField, textField, textList } from './json-value.ts';
import { LIMITS } from './limits.ts';
import { present } from './present.ts';
import { warn } from './warn.ts';

/**
 * Records of `/api/daily_papers`, alone, as a list, one a line, or as the `DailyPapers` JSON of a saved page. An entry is
 * `{paper, publishedAt, title, numComments, organization?}`; `entry.publishedAt` is New York time labelled UTC, so the
 * day is taken from `paper.publishedAt`. Titles and summaries are hard-wrapped and are folded.
 * @returns undefined where the text is a web page without such a list
 */
export function readHfJson(
  text: string,
): { readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } | undefined {
  const warnings: Warning[] = [];
  const entries: Entry[] = [];
  const json = embeddedJson(text);
  if (json === undefined) return undefined;
  jsonObjects(json, LIMITS.entries + 1, warnings).forEach((record, i) => {
    const line = i + 1;
    const paper = asRecord(field(record, 'paper')) ?? record;
    const title = textField(paper, 'title') ?? textField(record, 'title') ?? '';
    if (cleanField(title) === '') warn(warnings, line, 'no-title');
    else entries.push(readEntry(record, paper, title, line, warnings));
  });
  return { entries, warnings };
}

function readEntry(record: JsonRecord, paper: JsonRecord, title: string, line: number, warnings: Warning[]): Entry {
  const published = textField(paper, 'publishedAt') ?? textField(record, 'publishedAt');
  const date = published === undefined ? undefined : dayOfIso(published);
  const links = statedLinks(paper);
  if (links.dropped > 0) warn(warnings, line, 'unsafe-link', String(links.dropped));
  const id = textField(paper, 'id');
  const paperId = id === undefined ? undefined : (parseId(`arxiv:${id}`) ?? parseId(id));
  return entryOf({
    title,
    ...present({
      abstract: textField(paper, 'summary') ?? textField(record, 'summary'),
      authors: authorNames(paper),
      organisation: readOrganisation(paper) ?? readOrganisation(record),
      date,
      dateRaw: date === undefined && published !== undefined ? cleanField(published).slice(0, 80) : undefined,
      comments: countField(record, 'numComments'),
      upvotes: countField(paper, 'upvotes'),
    }),
    ids: paperId === undefined ? [] : sortIds([paperId]),
    links: links.kept,
    tags: keywords(paper),
    ...(links.dropped > 0 ? { flags: ['link-dropped'] as const } : {}),
    line,
  });
}

function authorNames(paper: JsonRecord): readonly string[] | undefined {
  const names = listField(paper, 'authors')
    ?.slice(0, LIMITS.authors)
    .map(asRecord)
    .map((author) => cleanField(textField(author, 'name') ?? ''))
    .filter((name) => name !== '');
  return names === undefined || names.length === 0 ? undefined : names;
}

function readOrganisation(record: JsonRecord): Entry['organisation'] {
  const value = asRecord(field(record, 'organization'));
  const slug = cleanField(textField(value, 'name') ?? '');
  const name = cleanField(textField(value, 'fullname') ?? '');
  return slug === '' ? undefined : { slug, name: name || slug };
}

function keywords(paper: JsonRecord): readonly string[] {
  const words = textList(paper, 'ai_keywords', LIMITS.tags) ?? [];
  return [...new Set(words.map((word) => cleanField(word).slice(0, LIMITS.tagLength)))].filter((word) => word !== '');
}

function statedLinks(paper: JsonRecord): { readonly kept: readonly Link[]; readonly dropped: number } {
  const stated = [
    { name: 'githubRepo', text: 'code repository stated by Hugging Face' },
    { name: 'projectPage', text: 'project page stated by Hugging Face' },
  ];
  const kept: Link[] = [];
  let dropped = 0;
  for (const { name, text } of stated) {
    const url = textField(paper, name)?.trim() ?? '';
    if (url === '') continue;
    const link = linkOfUrl(url, { source: 'digest', text });
    if (link === undefined) dropped++;
    else kept.push(name === 'projectPage' && link.kind === 'web' ? { ...link, kind: 'project' } : link);
  }
  return { kept, dropped };
}
