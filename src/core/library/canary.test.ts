/** What counts as a loss: a store that came up empty or shortened, never one that its owner made smaller. */
import { describe, expect, test } from 'vitest';
import { type Canary, corpusLost, type Found, judge, snapshotDue, snapshotWait } from './canary.ts';

const canary: Canary = { library: 'L', seq: 60, papers: 30 };
const whole: Found = { library: 'L', seq: 60, papers: 30, states: 60, ownPapers: 30, ownStates: 60 };
const empty: Found = { seq: 0, papers: 0, states: 0, ownPapers: 0, ownStates: 0 };

describe('the library against its canary', () => {
  test('is good when it is as it was, or further on, also with fewer papers', () => {
    expect(judge(canary, whole)).toBe('good');
    expect(judge(canary, { ...whole, seq: 90, papers: 2, ownPapers: 2 })).toBe('good');
  });
  test('is lost when it came up empty, also after something new was written into it', () => {
    expect(judge(canary, empty)).toBe('empty-loss');
    expect(judge(canary, { ...whole, library: 'new', seq: 99, papers: 0, ownPapers: 0 })).toBe('empty-loss');
    expect(judge(canary, { ...whole, library: 'new', seq: 99, papers: 3, ownPapers: 3 })).toBe('partial-loss');
  });
  test('is lost in part when it went back in its own count, or misses states that it counted', () => {
    expect(judge(canary, { ...whole, seq: 50, papers: 25, ownPapers: 25, states: 50, ownStates: 50 })).toBe(
      'partial-loss',
    );
    expect(judge(canary, { ...whole, papers: 9, states: 18 })).toBe('partial-loss');
    expect(judge(undefined, { ...whole, papers: 0, states: 0 })).toBe('empty-loss');
  });
  test('E13: without a canary it is good, and so is a store in which nothing ever was', () => {
    expect(judge(undefined, whole)).toBe('good');
    expect(judge(undefined, empty)).toBe('good');
    expect(judge({ library: '', seq: 0, papers: 0 }, empty)).toBe('good');
    expect(judge({ library: 'L', seq: 4, papers: 0 }, empty)).toBe('good');
  });
  test('with all states but not all rows can be computed again', () => {
    expect(judge(canary, { ...whole, papers: 3 })).toBe('rows-missing');
  });
});

test('what digests told is lost when its count of changes went back, not when a digest was forgotten', () => {
  expect(corpusLost({ epoch: 7, papers: 40 }, { epoch: 0, papers: 0 })).toBe(true);
  expect(corpusLost({ epoch: 7, papers: 40 }, { epoch: 8, papers: 0 })).toBe(false);
  expect(corpusLost({ epoch: 7, papers: 0 }, { epoch: 0, papers: 0 })).toBe(false);
  expect(corpusLost({ epoch: 7, papers: 40, lostAt: 0 }, { epoch: 0, papers: 0 })).toBe(true);
  expect(corpusLost({ epoch: 7, papers: 40, lostAt: 0 }, { epoch: 1, papers: 40 })).toBe(false);
  expect(corpusLost(undefined, { epoch: 0, papers: 0 })).toBe(false);
  // LevelDB's own repair can keep the counts and lose the rows.
  expect(corpusLost({ epoch: 12, papers: 3000 }, { epoch: 12, papers: 3000, missing: 2750 })).toBe(true);
  expect(
    corpusLost({ epoch: 12, papers: 3000, missing: 2750, lostAt: 12 }, { epoch: 12, papers: 3000, missing: 2750 }),
  ).toBe(true);
  expect(
    corpusLost({ epoch: 12, papers: 3000, missing: 2750, lostAt: 12 }, { epoch: 13, papers: 3040, missing: 2750 }),
  ).toBe(false);
  expect(corpusLost({ epoch: 12, papers: 3000, missing: 2750, lostAt: 12 }, { epoch: 12, papers: 3000 })).toBe(true);
  expect(corpusLost({ epoch: 13, papers: 3040, missing: 2750 }, { epoch: 13, papers: 3040, missing: 2750 })).toBe(
    false,
  );
});

test('a snapshot is due after twenty writes, or on another day with any; never while a loss is not settled', () => {
  const after = { ...canary, snapshotDay: '2026-11-24', snapshotWrites: 100 };
  expect(snapshotDue(after, 119, '2026-11-24')).toBe(false);
  expect(snapshotDue(after, 120, '2026-11-24')).toBe(true);
  expect(snapshotDue(after, 101, '2026-11-25')).toBe(true);
  expect(snapshotDue(after, 100, '2026-11-25')).toBe(false);
  expect(snapshotDue({ ...after, lost: { state: 'empty-loss', shown: true } }, 200, '2026-11-25')).toBe(false);
});

test('a snapshot of a large library waits twenty times as long as the last one took; a quick one does not wait', () => {
  expect(snapshotWait(undefined, 5_000)).toBe(0);
  expect(snapshotWait({ ...canary, snapshotAt: 1_000, snapshotTook: 200 }, 1_001)).toBe(0);
  expect(snapshotWait({ ...canary, snapshotAt: 1_000, snapshotTook: 2_000 }, 11_000)).toBe(30_000);
  expect(snapshotWait({ ...canary, snapshotAt: 1_000, snapshotTook: 2_000 }, 60_000)).toBe(0);
  expect(snapshotWait({ ...canary, snapshotAt: 9_000, snapshotTook: 2_000 }, 1_000)).toBe(0);
});
