import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { describeWithData } from '../../shared-data.testing.ts';
import { type CalendarDay, dayOfIso } from '../calendar-day.ts';
import type { Entry } from '../entry.ts';
import { toJsonl } from './jsonl.ts';
import { shownPage } from './page-text.testing.ts';
import { parseDigest } from './parse.ts';

interface ApiEntry {
  readonly paper: {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    readonly publishedAt: string;
    readonly authors: readonly { readonly name: string }[];
    readonly organization?: { readonly name: string; readonly fullname: string };
    readonly githubRepo?: string;
  };
  readonly numComments: number;
}

const VISITED = '2025-12-11' as CalendarDay;
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

function parsed(text: string, options: { captured?: CalendarDay } = {}): readonly Entry[] {
  const digest = parseDigest(text, options);
  if (!digest.ok) throw new Error(digest.detail);
  expect(digest.value.warnings).toEqual([]);
  return digest.value.entries;
}

const byField = (entry: Entry): unknown => ({
  title: entry.title,
  abstract: entry.abstract,
  authors: entry.organisation === undefined ? (entry.authorCount ?? entry.authors?.length) : undefined,
  organisation: entry.organisation,
  date: entry.date,
  comments: entry.comments,
});

describeWithData('4,018 real API records', 'data/digests/hf-daily-papers-api.4018.jsonl.gz', (file) => {
  let text = '';
  let records: readonly ApiEntry[] = [];
  beforeAll(() => {
    text = gunzipSync(readFileSync(file)).toString('utf8').trim();
    // `as`: the fields of the data's own description; a missing one fails the comparison below
    records = text.split('\n').map((line) => JSON.parse(line) as ApiEntry);
  });
  const expected = (record: ApiEntry): unknown => ({
    title: fold(record.paper.title),
    abstract: fold(record.paper.summary),
    authors: record.paper.organization === undefined ? record.paper.authors.length : undefined,
    organisation: record.paper.organization && {
      slug: record.paper.organization.name,
      name: fold(record.paper.organization.fullname),
    },
    date: dayOfIso(record.paper.publishedAt),
    comments: record.numComments,
  });
  const page = (list: readonly ApiEntry[], visited: string): string =>
    shownPage(
      list.map(({ paper, numComments }) => ({
        title: paper.title,
        abstract: paper.summary,
        authors: paper.authors.length,
        ...(paper.organization
          ? { organisation: { slug: paper.organization.name, name: paper.organization.fullname } }
          : {}),
        date: paper.publishedAt.slice(0, 10),
        comments: numComments,
      })),
      visited,
    );

  test('rendered as a copied page, every field of every paper comes back', () => {
    expect(records).toHaveLength(4018);
    // what a visitor of late 2025 can have seen
    const shown = records.filter(({ paper }) => paper.publishedAt.slice(0, 10) <= VISITED);
    expect(parsed(page(shown, VISITED), { captured: VISITED }).map(byField)).toEqual(shown.map(expected));
    const later = '2027-01-01' as CalendarDay;
    expect(parsed(page(records, later), { captured: later }).map(byField)).toEqual(records.map(expected));
  });

  test('as JSON lines, as a list and inside a page, the same papers with their ids and code come back', () => {
    const lines = parsed(text);
    expect(lines.map(byField)).toEqual(records.map(expected));
    expect(lines.map((entry) => entry.ids[0])).toEqual(records.map(({ paper }) => `arxiv:${paper.id}`));
    expect(parsed(JSON.stringify(records))).toEqual(lines);
    const escaped = JSON.stringify({ dailyPapers: records })
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;');
    expect(
      parsed(
        `<!doctype html><title>Daily Papers - Hugging Face</title><div data-target="DailyPapers" data-props="${escaped}">`,
      ),
    ).toEqual(lines);
    expect(parsed(escaped)).toEqual(lines);
    const repositories = records.filter(({ paper }) => paper.githubRepo !== undefined);
    const withCode = lines.filter((entry) =>
      entry.links.some((link) => link.kind === 'code' && link.evidence.source === 'digest'),
    );
    expect(withCode.length).toBeGreaterThanOrEqual(repositories.length - 2);
  });

  test('written as our own JSON Lines and read again, nothing is lost', () => {
    const entries = parsed(text);
    const again = parsed(entries.map(toJsonl).join('\n'));
    const plain = (entry: Entry): unknown => ({
      ...entry,
      line: 0,
      links: entry.links.map(({ url, kind, status }) => `${url} ${kind} ${status}`).sort(),
    });
    expect(again.map(plain)).toEqual(entries.map(plain));
  });
});
