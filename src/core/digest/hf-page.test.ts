import { expect, test } from 'vitest';
import type { CalendarDay } from '../calendar-day.ts';
import type { Entry, ParsedDigest } from '../entry.ts';
import { parseDigest } from './parse.ts';
import { inventedAbstract, inventedPage, inventedPapers, VISITED } from './sample-page.testing.ts';

const CAPTURED = VISITED as CalendarDay;

function read(text: string, captured: CalendarDay | 'unknown' = CAPTURED): ParsedDigest {
  const digest = parseDigest(text, { format: 'hf-page', ...(captured === 'unknown' ? {} : { captured }) });
  if (!digest.ok) throw new Error(digest.detail);
  return digest.value;
}

const paper = (who: string, date: string): string =>
  `A Title of Its Own\n\n${inventedAbstract(2)}\n\n${who}\n·\n${date}\n`;
const one = (who: string, date: string, captured?: CalendarDay): Entry => {
  const [entry, ...rest] = read(paper(who, date), captured).entries;
  if (entry === undefined || rest.length > 0) throw new Error('not one paper');
  return entry;
};

test('every paper of a page of our own comes back with all its fields', () => {
  const papers = inventedPapers(50);
  const { entries, warnings } = read(inventedPage(50));
  expect(warnings).toEqual([]);
  expect(
    entries.map(({ title, abstract, authorCount, organisation, date, comments }) => ({
      title,
      abstract,
      authors: authorCount,
      organisation,
      date,
      comments,
    })),
  ).toEqual(
    papers.map(({ title, abstract, authors, organisation, date, comments }) => ({
      title,
      abstract,
      authors,
      organisation,
      date,
      comments,
    })),
  );
  expect(entries.flatMap((entry) => entry.links)).toHaveLength(13);
});

test.each([
  ['  • 9 authors', 9],
  ['  • 1 authors', 1],
  ['• 1 author', 1],
  ['• ９ authors', 9],
  ['• 671 authors', 671],
  ['• 0 authors', undefined],
  ['• −1 authors', undefined],
  ['• -1 authors', undefined],
  ['• 1e9 authors', undefined],
  ['• 1000000000 authors', undefined],
  ['• NaN authors', undefined],
  ['• authors', undefined],
])('A11: the author line “%s” counts %s people', (who, count) => {
  const entry = one(who, 'Oct 1 2');
  expect(entry.authorCount).toBe(count);
  expect(entry.organisation).toBeUndefined();
  expect(entry.date).toBe('2025-10-01');
});

test('A11: an organisation alone is kept, with its slug and its name', () => {
  expect(one('zai-org Z.ai', 'Oct 13 2')).toMatchObject({
    organisation: { slug: 'zai-org', name: 'Z.ai' },
    comments: 2,
  });
  expect(one('facebook AI at Meta', 'Oct 13').organisation).toEqual({ slug: 'facebook', name: 'AI at Meta' });
  expect(one('zai-org Z.ai', 'Oct 13').authorCount).toBeUndefined();
});

test('A11: without any line of authors the date still counts', () => {
  const [entry] = read(`A Title of Its Own\n\n${inventedAbstract(2)}\n\n·\nOct 1 2\n`).entries;
  expect(entry).toMatchObject({ date: '2025-10-01', comments: 2 });
});

test.each([
  ['Feb 29, 2023'],
  ['Feb 30'],
  ['Feb 29'],
  ['13 Dec'],
  ['Décembre 3'],
  ['Dec 3, 0001'],
  ['Dec 3, 275760'],
  ['Dec 32'],
  ['Dec 0'],
  ['yesterday'],
])('A12: “%s” is no day; its text is kept and reported', (raw) => {
  const { entries, warnings } = read(paper('• 3 authors', raw));
  expect(entries).toHaveLength(1);
  expect(entries[0]?.date).toBeUndefined();
  expect(entries[0]?.dateRaw).toBe(raw);
  expect(entries[0]?.authorCount).toBe(3);
  expect(warnings.map(({ line }) => line)).toEqual([7]);
});

test.each([
  ['Apr 3', '2026-01-01', '2025-04-03'],
  ['Apr 3', '2025-12-11', '2025-04-03'],
  ['Jan 1', '2025-12-31', '2025-01-01'],
  ['Dec 31', '2026-01-01', '2025-12-31'],
  ['Jan 2', '2026-01-01', '2026-01-02'], // a day ahead: the copier's clock may be a time zone behind
  ['Jan 3', '2026-01-01', '2025-01-03'],
  ['Feb 29', '2024-03-05', '2024-02-29'],
  ['Feb 29', '2025-01-10', '2024-02-29'],
])('A12: “%s” copied on %s means %s, inferred, never more than a day ahead', (raw, captured, day) => {
  const entry = one('• 3 authors', raw, captured as CalendarDay);
  expect([entry.date, entry.dateInferred]).toEqual([day, true]);
});

test('A12: dates are the same in every time zone', () => {
  const zone = process.env['TZ'];
  const dates = ['Etc/GMT+12', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'].map((name) => {
    process.env['TZ'] = name;
    return ['Apr 3', 'Dec 31', 'Jan 1', 'Nov 10, 2024 2']
      .map((raw) => one('• 3 authors', raw, '2026-01-01' as CalendarDay).date)
      .join();
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(new Set(dates)).toEqual(new Set(['2025-04-03,2025-12-31,2026-01-01,2024-11-10']));
});

test('A12: a written year stands, and without one and any clue the date stays text', () => {
  expect(one('• 3 authors', 'Apr 3, 2024')).toMatchObject({ date: '2024-04-03' });
  expect(one('• 3 authors', 'Apr 3, 2024').dateInferred).toBeUndefined();
  const { entries, warnings } = read(paper('• 3 authors', 'Apr 3'), 'unknown');
  expect(entries[0]).toMatchObject({ dateRaw: 'Apr 3', comments: 0 });
  expect(warnings[0]?.message).toContain('which year?');
});

test.each([
  ['Nov 10 10', 10],
  ['Nov 10', 0],
  ['Nov 10, 2024 2', 2],
  ['Nov 10 2 2', undefined],
  ['Nov 10 −3', undefined],
  ['Nov 10 -3', undefined],
  ['Nov 10 1e400', undefined],
  ['Nov 10 ²', undefined],
  ['Nov 10 99999999999', undefined],
])('A13: “%s” has %s comments, and its day is read in any case', (raw, comments) => {
  const entry = one('• 3 authors', raw);
  expect(entry.comments).toBe(comments);
  expect(entry.date?.slice(5)).toBe('11-10');
});

test('A19: an abstract that quotes another entry, or “• 9 authors”, is not split', () => {
  const quoted = `${inventedAbstract(1)} As in: Another Title ${inventedAbstract(3)} • 9 authors · Apr 3 A Third Title, by • 9 authors in 2024.`;
  const text = `First Title\n\n${quoted}\n\n  • 4 authors\n·\nMay 6, 2024\n\nSecond Title\n\n${inventedAbstract(6)}\n\n  • 2 authors\n·\nMay 7, 2024\n`;
  const { entries, warnings } = read(text);
  expect(entries.map(({ title, authorCount }) => [title, authorCount])).toEqual([
    ['First Title', 4],
    ['Second Title', 2],
  ]);
  expect(entries[0]?.abstract).toBe(quoted);
  expect(warnings).toEqual([]);
});

test('vote counts before titles are votes, and a title may be a number', () => {
  const text = `12\n\nFirst Title\n\n${inventedAbstract(1)}\n\n  • 4 authors\n·\nMay 6, 2024\n\n-\n\nSecond Title\n\n${inventedAbstract(6)}\n\n  • 2 authors\n·\nMay 7, 2024\n\n1984\n\n${inventedAbstract(7)}\n\n  • 2 authors\n·\nMay 8, 2024\n`;
  expect(read(text).entries.map(({ title, upvotes }) => [title, upvotes])).toEqual([
    ['First Title', 12],
    ['Second Title', undefined],
    ['1984', undefined],
  ]);
});

test('what the page says before its list is dropped, the query of a search too', () => {
  const text = inventedPage(2).replace(
    'and the research community',
    'and the research community\n\nmulti-turn agents\n\nWeekly',
  );
  expect(read(text).warnings).toEqual([]);
  expect(read(text).entries).toHaveLength(2);
});

test('ids in an abstract belong to other papers and are not taken', () => {
  const text = `First Title\n\n${inventedAbstract(1)} We build on arXiv:2402.12527 and https://arxiv.org/abs/2511.08567.\n\n  • 4 authors\n·\nMay 6, 2024\n`;
  expect(read(text).entries[0]?.ids).toEqual([]);
});

test('one-line summaries in place of abstracts are understood, with and without authors and date', () => {
  const text =
    'First Title\n\nA summary.\n\nSecond Title\n\nAnother summary, a bit longer.\n\n  • 4 authors\n·\nMay 6, 2024\n\nThird Title\n\nShort.\n\n  • 2 authors\n·\nMay 7, 2024\n';
  expect(read(text).entries.map(({ title, abstract, authorCount }) => [title, abstract, authorCount])).toEqual([
    ['First Title', 'A summary.', undefined],
    ['Second Title', 'Another summary, a bit longer.', 4],
    ['Third Title', 'Short.', 2],
  ]);
});
