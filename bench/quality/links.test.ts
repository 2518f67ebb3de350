import { expect, test } from 'vitest';
import { describeWithData } from '../../src/shared-data.testing.ts';
import { LINK_CORPUS, linkQuality } from './links.ts';

describeWithData('links on the arXiv corpus', LINK_CORPUS, (file) => {
  test('hardly a code link that an abstract or comment names is missed, hardly a key is wrong', () => {
    const quality = linkQuality(file);
    expect(quality.mentions).toBeGreaterThan(12_000);
    expect(quality.recall, quality.missed.join('\n')).toBeGreaterThanOrEqual(0.9995);
    expect(quality.malformed, quality.malformedKeys.join('\n')).toBeLessThanOrEqual(0.0001);
    expect(quality.naive.recall).toBeLessThan(quality.recall);
  });
});
