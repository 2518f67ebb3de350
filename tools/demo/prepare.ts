/** What the demo and the screenshots start from: the sample digest and a few saved papers. */
import type { Page } from 'playwright';
import { addSample, savePapers } from '../../e2e/harness/digests.ts';
import { sampleRecords } from '../../e2e/pages/sample.ts';
import { SAVED } from './pages.ts';

/** A profile that has them already stays as it is. */
export async function prepare(desk: Page): Promise<void> {
  await addSample(desk);
  const records = sampleRecords();
  for (const { id, status } of SAVED)
    await savePapers(
      desk,
      records.filter((r) => r.id === id),
      status,
    );
}
