import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../shared-data.testing.ts';
import type { CalendarDay } from '../calendar-day.ts';
import type { Entry, ParsedDigest } from '../entry.ts';
import { parseDigest } from './parse.ts';

interface Truth {
  readonly records: readonly {
    readonly line: number;
    readonly title: string;
    readonly abstractLength: number;
    readonly abstractSha1: string;
    readonly authorCount: number | null;
    readonly organisation: { readonly slug: string; readonly name: string } | null;
    readonly date: string | null;
    readonly dateYearInferred: boolean | null;
    readonly comments: number | null;
    readonly codeUrls: readonly string[];
    readonly codeUrlEvidence: readonly { readonly kind: string }[];
  }[];
}

const SEED = 'data/seed/daily-papers-search-page.txt';
const page = sharedData(SEED);
const truth = sharedData('data/seed/truth.json');
const CAPTURED = '2025-12-11' as CalendarDay;

function parsed(text: string, captured?: CalendarDay): ParsedDigest {
  const digest = parseDigest(text, captured === undefined ? {} : { captured });
  if (!digest.ok) throw new Error(digest.detail);
  return digest.value;
}

const seen = (entry: Entry): unknown => ({
  line: entry.line,
  title: entry.title,
  abstractLength: entry.abstract?.length,
  abstractSha1: createHash('sha1')
    .update(entry.abstract ?? '')
    .digest('hex'),
  authorCount: entry.authorCount ?? null,
  organisation: entry.organisation ?? null,
  date: entry.date ?? null,
  dateYearInferred: entry.date === undefined ? null : entry.dateInferred === true,
  comments: entry.comments ?? null,
  links: entry.links.map(({ url, kind, status }) => ({ url, kind, status })),
  ids: entry.ids,
});

describe.skipIf(page === undefined || truth === undefined)(`the seed page [needs ${SEED}]`, () => {
  const text = page === undefined ? '' : readFileSync(page, 'utf8');
  const { records } = JSON.parse(truth === undefined ? '{"records":[]}' : readFileSync(truth, 'utf8')) as Truth;
  const expected = records.map((record) => ({
    line: record.line,
    title: record.title,
    abstractLength: record.abstractLength,
    abstractSha1: record.abstractSha1,
    authorCount: record.authorCount,
    organisation: record.organisation,
    date: record.date,
    dateYearInferred: record.dateYearInferred,
    comments: record.comments,
    links: record.codeUrls.map((url, i) => ({
      url,
      kind: 'code',
      status: record.codeUrlEvidence[i]?.kind.startsWith('PROMISE') ? 'promised' : 'released',
    })),
    ids: [],
  }));

  test('gives its 40 papers with every field, and one warning at the paper without authors and date', () => {
    const { entries, warnings, format } = parsed(text, CAPTURED);
    expect(format).toBe('hf-page');
    expect(entries.map(seen)).toEqual(expected);
    expect(warnings.map(({ line }) => line)).toEqual([37]);
    expect(entries[3]?.flags).toEqual(['no-meta']);
  });

  test('names seven repositories, one of them promised', () => {
    const links = parsed(text, CAPTURED).entries.flatMap((entry) => entry.links);
    expect(links).toHaveLength(7);
    expect(links.filter((link) => link.status === 'promised').map((link) => link.key)).toEqual([
      'github.com/dwanzhang-ai/seppo',
    ]);
  });

  test('without a capture date its own written years say which year is left out', () => {
    expect(parsed(text).entries.map(seen)).toEqual(expected);
  });

  test('captured on New Year’s Day, dates without a year fall in the year that ended', () => {
    const dates = parsed(text, '2026-01-01' as CalendarDay).entries.map((entry) => entry.date ?? null);
    expect(dates).toEqual(expected.map((record) => record.date));
  });
});
