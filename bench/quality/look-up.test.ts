import { expect, test } from 'vitest';
import { describeWithData } from '../../src/shared-data.testing.ts';
import { readJsonl } from './draw-sample.ts';
import { LOOK_UP_CORPUS, lookUpQuality } from './look-up.ts';

describeWithData('mentions of the arXiv corpus', LOOK_UP_CORPUS, (file) => {
  test('find the papers that digests told of, and no other', () => {
    const all = readJsonl<Parameters<typeof lookUpQuality>[0][number]>(file);
    const papers = process.env['SOAK'] ? all : all.slice(0, 16_000);
    for (const { form, stored, found, wrong } of lookUpQuality(papers)) {
      expect(found / stored, form).toBeGreaterThanOrEqual(form === 'id' ? 1 : 0.995);
      // Sixty characters are now and then the beginning of two papers by the same people, one of them unknown to us.
      if (form === 'title, cut at 60') expect(wrong.length / stored).toBeLessThan(0.001);
      else expect(wrong, form).toEqual([]);
    }
  });
});
