import { expect, test } from 'vitest';
import { describeWithData } from '../../src/shared-data.testing.ts';
import { titleMatches } from './title-matches.ts';

describeWithData('titles of the whole corpus', 'data/corpus/acl-anthology-2025-11.jsonl.gz', () => {
  const result = titleMatches();

  test('A18: no two papers of different authors, or with different ids, are taken for one by their titles', () => {
    expect(result?.titles).toBeGreaterThan(178_000);
    expect(result?.pairs.all).toBeGreaterThan(1000);
    expect(result?.falseByAuthors).toBe(0);
    expect(result?.falseByIds).toBe(0);
  });

  test('most papers that stand twice in the corpus are still found by their titles', () => {
    // 1,379 pairs have an author in common; short and shared titles ("Preface") are left out
    expect(result?.verdicts.title).toBeGreaterThan(1300);
  });

  test('every title has a key, and no two different titles have the same one', () => {
    expect(result?.keyless).toBe(0);
    expect(result?.collisions).toBe(0);
    expect(result?.prefixCollisions).toBe(0);
  });

  test('prefaces, withdrawn papers and the like are listed and do not match', () => {
    const stop = result?.listed.filter((pair) => pair.because === 'stop title') ?? [];
    expect(stop.length).toBeGreaterThan(100);
    expect(stop.filter((pair) => pair.verdict !== 'none')).toEqual([]);
  });
});
