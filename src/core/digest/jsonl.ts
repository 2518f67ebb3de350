import type { Entry, Warning } from '../entry.ts';
import { cleanField } from './clean-text.ts';
import { asRecord, type JsonRecord, textField } from './json-value.ts';
import { readRecord } from './jsonl-record.ts';
import { LIMITS } from './limits.ts';
import { present } from './present.ts';
import { warn } from './warn.ts';

/**
 * Our own public form: one JSON object a line with `title` and, where known, `abstract`, `ids`, `authors` or
 * `authorCount`, `organisation {slug, name}`, `date`, `dateInferred`, `dateRaw`, `comments`, `upvotes`, `remark`,
 * `categories`, `venue`, `links [{url, kind, status}]`, `tags`. Unknown fields are ignored; a bad line costs that line.
 */
export function readJsonl(text: string): { readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } {
  const entries: Entry[] = [];
  const warnings: Warning[] = [];
  let line = 0;
  let unreadable = 0;
  for (const row of text.split('\n')) {
    line++;
    const trimmed = row.trim();
    if (trimmed === '') continue;
    const record = recordOf(trimmed);
    if (record === undefined) {
      warn(warnings, line, 'not-object');
      if (++unreadable > LIMITS.unreadable) {
        warn(warnings, line, 'not-json-lines');
        break;
      }
    } else if (cleanField(textField(record, 'title') ?? '') === '') warn(warnings, line, 'no-title');
    else if (entries.push(readRecord(record, line, warnings)) > LIMITS.entries) break;
  }
  return { entries, warnings };
}

function recordOf(row: string): JsonRecord | undefined {
  if (!row.startsWith('{') || !row.endsWith('}')) return undefined;
  try {
    return asRecord(JSON.parse(row));
  } catch {
    return undefined; // the caller reports it with its line
  }
}

/** One entry as a line of the public form, without the line end. `dateInferred` stands wherever there is a date. */
export function toJsonl(entry: Entry): string {
  const {
    title,
    abstract,
    ids,
    authors,
    authorCount,
    organisation,
    date,
    dateRaw,
    comments,
    upvotes,
    remark,
    categories,
    venue,
  } = entry;
  return JSON.stringify({
    ...present({ title, abstract, ids, authors, authorCount, organisation, date }),
    ...(date === undefined ? {} : { dateInferred: entry.dateInferred === true }),
    ...present({ dateRaw, comments, upvotes, remark, categories, venue }),
    links: entry.links.map(({ url, kind, status }) => ({ url, kind, status })),
    tags: entry.tags,
  });
}
