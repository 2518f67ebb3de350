import type { CalendarDay } from '../calendar-day.ts';
import type { Entry, Warning } from '../entry.ts';
import { cleanField } from './clean-text.ts';
import { entryOf } from './entry-of.ts';
import { LIMITS } from './limits.ts';
import { dayOfPageDate, readPageDate, type YearClue } from './page-date.ts';
import type { PageMeta } from './page-items.ts';
import { pageItems } from './page-items.ts';
import { type PageRecord, pageRecords } from './page-records.ts';
import { present } from './present.ts';
import { warn } from './warn.ts';

/**
 * The text that copying a Hugging Face papers page gives (daily, weekly, search): for each paper a title line, an abstract
 * line, and "who", "·", "date". It names no ids. Grammar with its proof: 8,037 API records rendered so and read back.
 */
export function readHfPage(
  text: string,
  options: { readonly captured?: CalendarDay },
): { readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const records = pageRecords(pageItems(text, warnings), warnings).slice(0, LIMITS.entries + 1);
  const clue: YearClue = present({ captured: options.captured, latestExplicit: latestExplicitYear(records) });
  return { entries: records.map((record) => readRecord(record, clue, warnings)), warnings };
}

function latestExplicitYear(records: readonly PageRecord[]): number | undefined {
  let latest: number | undefined;
  for (const { meta } of records) {
    const year = meta?.date === undefined ? undefined : readPageDate(meta.date.text)?.year;
    if (year !== undefined && year >= 1900 && year < 2200 && year > (latest ?? 0)) latest = year;
  }
  return latest;
}

function readRecord({ title, abstract, meta, votes }: PageRecord, clue: YearClue, warnings: Warning[]): Entry {
  const upvotes = votes === undefined ? undefined : /\d+$/.exec(votes)?.[0];
  return entryOf({
    title: title.text,
    ...present({ abstract: abstract?.text, upvotes: upvotes === undefined ? undefined : Number(upvotes) }),
    ...(meta === undefined ? { flags: ['no-meta'] as const } : readMeta(meta, clue, warnings)),
    ids: [],
    links: [],
    tags: [],
    line: title.line,
  });
}

function readMeta(meta: PageMeta, clue: YearClue, warnings: Warning[]): Partial<Entry> {
  return present({
    authorCount: meta.who === undefined ? undefined : authorCount(meta.who),
    organisation: meta.organisation === undefined ? undefined : organisation(meta.organisation),
    ...(meta.date === undefined ? {} : readDate(meta.date, clue, warnings)),
  });
}

/** "• 9 authors"; other digits are understood ("• ９ authors"), anything that is no count of people is no number. */
function authorCount(who: string): number | undefined {
  const digits = /^•\s*(\S+)\s+authors?$/.exec(who.normalize('NFKC'))?.[1] ?? '';
  const value = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= 100_000 ? value : undefined;
}

function organisation(line: string): NonNullable<Entry['organisation']> {
  const clean = cleanField(line);
  const blank = clean.indexOf(' ');
  return blank < 0 ? { slug: clean, name: clean } : { slug: clean.slice(0, blank), name: clean.slice(blank + 1) };
}

function readDate(
  date: { readonly text: string; readonly line: number },
  clue: YearClue,
  warnings: Warning[],
): Pick<Entry, 'date' | 'dateInferred' | 'dateRaw' | 'comments'> {
  const read = readPageDate(date.text);
  const day = read === undefined ? undefined : dayOfPageDate(read, clue);
  const dateRaw = cleanField(date.text);
  if (day === undefined)
    warn(warnings, date.line, read === undefined || read.year !== undefined ? 'no-date' : 'no-year', dateRaw);
  else if (read?.comments === undefined) warn(warnings, date.line, 'no-comments', dateRaw);
  return {
    ...(day === undefined ? { dateRaw } : { date: day.day, ...(day.inferred ? { dateInferred: true } : {}) }),
    ...present({ comments: read?.comments }),
  };
}
