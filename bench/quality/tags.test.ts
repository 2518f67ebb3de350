import { expect, test } from 'vitest';
import { describeWithData } from '../../src/shared-data.testing.ts';
import { CORPUS } from './draw-sample.ts';
import { drawnPapers, judge, SEED, seedPapers, tagQuality } from './tags.ts';

describeWithData('tags of the seed', SEED, (file) => {
  test('at least 95 of 100 tags are right, and papers have at least 3.5', () => {
    const set = seedPapers(file);
    const quality = tagQuality(set);
    const wrong = set.map(judge).flatMap((j) => j.tags.filter((t) => !t.right).map((t) => `${j.title}: ${t.tag.name}`));
    expect(quality.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(quality.recall).toBeGreaterThanOrEqual(0.9);
    expect(quality.tagsPerPaper).toBeGreaterThanOrEqual(3.5);
  });
});

describeWithData('tags of papers never tuned on', CORPUS, (file) => {
  test('at least 90 of 100 tags are right', () => {
    const quality = tagQuality(drawnPapers(file));
    expect(quality.precision).toBeGreaterThanOrEqual(0.9);
    expect(quality.precisionOfWords).toBeGreaterThanOrEqual(0.9);
    expect(quality.tagsPerPaper).toBeGreaterThanOrEqual(3.5);
  });
});
