import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithData } from '../../shared-data.testing.ts';
import type { CalendarDay } from '../calendar-day.ts';
import { difference, lineOps, papersOf } from './damage.testing.ts';
import { shownRecord } from './page-text.testing.ts';
import { inventedPage, inventedPapers, VISITED } from './sample-page.testing.ts';

const DAY = VISITED as CalendarDay;
const everything = process.env['SOAK'] !== undefined;
const papers = (text: string): readonly string[] => papersOf(text, DAY);

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Invented papers, one without authors and date, as the seed has one. */
function ownPage(): string {
  const bare = inventedPapers(8)[3];
  if (bare === undefined) throw new Error('no paper');
  const record = shownRecord(bare, VISITED);
  return inventedPage(8).replace(record, record.split('\n').slice(0, 3).join('\n'));
}

/** Every place under SOAK and in short texts; otherwise every line's end and beginning, and places in between. */
function cuts(text: string): readonly number[] {
  const all = Array.from({ length: text.length + 1 }, (_, at) => at);
  if (everything || text.length < 4_000) return all;
  return all.filter((at) => text[at] === '\n' || text[at - 1] === '\n' || at % 211 === 0 || at === text.length);
}

/** @param source read when the tests run: the file may be absent */
function damages(name: string, source: () => string): void {
  const once = lazily(() => {
    const text = source();
    return { text, lines: text.split('\n'), whole: papers(text) };
  });

  test(`A09: ${name} cut at any place never throws, and its papers only grow in number`, () => {
    const { text, whole } = once();
    let count = 0;
    for (const at of cuts(text)) {
      const left = papers(text.slice(0, at));
      expect(left.length, `cut at ${at}`).toBeGreaterThanOrEqual(count);
      count = left.length;
      // all but the last are as they were; the last is complete or flagged, or its date line is cut
      expect(difference(whole.slice(0, count), left).lost, `cut at ${at}`).toBeLessThanOrEqual(1);
      expect(left.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, count - 1)));
    }
    expect(count).toBe(whole.length);
  });

  test(`A10: ${name} with any line removed loses at most the paper it belongs to`, () => {
    const { lines, whole } = once();
    lines.forEach((_, i) => {
      const { lost, added } = difference(whole, papers(lineOps.removed(lines, i)));
      expect(
        [lost, added].every((n) => n <= 1),
        `line ${i + 1}: lost ${lost}, added ${added}`,
      ).toBe(true);
    });
  });

  test(`A10: ${name} with any line doubled loses nothing`, () => {
    const { lines, whole } = once();
    lines.forEach((_, i) => {
      expect(difference(whole, papers(lineOps.doubled(lines, i))), `line ${i + 1}`).toEqual({ lost: 0, added: 0 });
    });
  });

  test(`A10: ${name} with any two lines swapped loses at most the two papers they belong to`, () => {
    const { lines, whole } = once();
    lines.forEach((_, i) => {
      for (const j of everything ? lines.keys() : [i % 2 === 0 ? i + 1 + (i % 4) : (i * 31 + 11) % lines.length]) {
        if (j >= lines.length || j === i) continue;
        const { lost } = difference(whole, papers(lineOps.swapped(lines, i, j)));
        expect(lost, `lines ${i + 1} and ${j + 1}`).toBeLessThanOrEqual(2);
      }
    });
  });
}

describe('a page of our own', () => damages('an invented page', ownPage));

describeWithData('the seed', 'data/seed/daily-papers-search-page.txt', (file) =>
  damages('the seed page', () => readFileSync(file, 'utf8')),
);
