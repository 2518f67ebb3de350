import { expect, test } from 'vitest';
import { describeWithData } from '../../src/shared-data.testing.ts';
import { ACL_CORPUS, searchFigures } from './search.ts';

describeWithData('full-text search', ACL_CORPUS, () => {
  test('what someone remembers of a paper finds it among 10,000, with a typo, a cut word, or words of the abstract', () => {
    const { kinds, heldBytes, storedBytes, addAndFindMs } = searchFigures(10_000)!;
    expect(kinds.words.mrr).toBeGreaterThanOrEqual(0.96);
    expect(kinds.typo.mrr).toBeGreaterThanOrEqual(0.95);
    expect(kinds.prefix.mrr).toBeGreaterThanOrEqual(0.95);
    expect(kinds.abstract.mrr).toBeGreaterThanOrEqual(0.98);
    // Processor time, so that other work on the machine counts little. `npm run bench` shows it at 100,000.
    for (const { p95 } of Object.values(kinds)) expect(p95).toBeLessThanOrEqual(10);
    expect(addAndFindMs).toBeLessThanOrEqual(20);
    // About 1.4 kB a paper; the runner's own heap moves meanwhile.
    expect(heldBytes / 10_000).toBeLessThan(5_000);
    expect(storedBytes / 10_000).toBeLessThan(1_000);
  });
});
