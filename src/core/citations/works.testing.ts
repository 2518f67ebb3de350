import fc from 'fast-check';
import { calendarDay } from '../calendar-day.ts';
import { parseId } from '../identity/ids.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { STATUSES } from '../library/status.ts';
import type { CitedWork, WorkKind } from './citation.ts';
import { type Draft, workOfDraft } from './draft.ts';

/** Works for tests: one written by hand, and arbitrary ones that hold everything that formats trip over. */

export const id = (text: string): PaperId => {
  const read = parseId(text);
  if (read === undefined) throw new Error(`${text} is no id`);
  return read;
};

export function work(draft: Draft): CitedWork {
  const made = workOfDraft(draft);
  if (made === undefined) throw new Error('a work needs a title');
  return made.work;
}

export const KINDS = [
  'journal',
  'conference',
  'preprint',
  'book',
  'chapter',
  'thesis',
  'report',
  'other',
] as const satisfies readonly WorkKind[];

/** Pieces that some format reads as its own. */
const TRAPS = [
  '=HYPERLINK("http://x.example","a")',
  '@SUM(1)',
  "-2+3|cmd' /C calc'!A0",
  "'=1",
  'ER  - ',
  'TY  - JOUR',
  '\nER  - \nTY  - JOUR\nTI  - Injected\n',
  '"',
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '\\',
  '{',
  '}',
  '$',
  '%',
  '#',
  '---',
  ': ',
  '<script>alert(1)</script>',
  '<i>x</i>',
  '&amp;',
  'é',
  'ß',
  '文',
  '𝒳',
  ' and ',
  'BERT',
  'word',
  '{Team}',
  'van',
  'Jr.',
  '\u202e',
  '\ud800',
  ']]>',
  '$x^2$',
  '[a](javascript:b)',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...TRAPS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...TRAPS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 20, unit: 'binary' }),
);
const IDS = [
  'arXiv:2511.08567',
  'hep-th/9901001',
  'doi:10.1000/a(b)<c>;d',
  '10.5555/x',
  'P19-1001',
  'openreview:B1QRgziT-',
  'PMID:123',
  'PMC419918',
  'CorpusID:12',
  'dblp:conf/acl/Doe19',
  `s2:${'ab'.repeat(20)}`,
];
const optional = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });

/** Any work that can exist, as `workOfDraft` makes them. */
export const anyWork: fc.Arbitrary<CitedWork> = fc
  .record({
    ids: fc.array(fc.constantFrom(...IDS).map(id), { maxLength: 4 }),
    title: text,
    kind: optional(fc.constantFrom(...KINDS)),
    authors: optional(fc.array(text, { maxLength: 5 })),
    moreAuthors: fc.boolean(),
    year: optional(fc.integer({ min: 1000, max: 9999 })),
    date: optional(fc.integer({ min: 1, max: 28 }).map((day) => calendarDay(2025, 2, day))),
    venue: optional(text),
    volume: optional(text),
    issue: optional(text),
    pages: optional(fc.oneof(text, fc.constantFrom('1-10', '12–34', 'e5', 'S1-S9', '3:1–3:20'))),
    publisher: optional(text),
    categories: optional(fc.array(fc.oneof(fc.constantFrom('cs.LG', 'hep-th'), text), { maxLength: 3 })),
    abstract: optional(text),
    urls: fc.array(fc.constantFrom('https://example.org/p?a=1,2;3', 'http://example.org/"x"', 'javascript:alert(1)'), {
      maxLength: 1,
    }),
    tags: optional(fc.array(text, { maxLength: 4 })),
    note: optional(text),
    status: optional(fc.constantFrom(...STATUSES)),
    collections: optional(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 })),
    added: optional(fc.integer({ min: 1, max: 28 }).map((day) => calendarDay(2024, 3, day))),
    code: optional(fc.constantFrom('https://github.com/lee/tool', 'http://example.org/code?a=1;2')),
  })
  .map((draft) => workOfDraft(draft)?.work)
  .filter((made) => made !== undefined);

export const anyWorks = fc.array(anyWork, { maxLength: 4 });
