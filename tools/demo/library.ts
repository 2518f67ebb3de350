/** A library as a person might have it after half a year: for pictures of the library page. Papers are those of the sample digest. */
import type { Page, Worker } from 'playwright';
import { callFrom, savePapers } from '../../e2e/harness/digests.ts';
import { sampleRecords } from '../../e2e/pages/sample.ts';
import type { PaperEdit } from '../../src/core/library/edits.ts';
import type { ThingFields } from '../../src/core/library/things.ts';

const WEEK = 7 * 24 * 60 * 60 * 1_000;
const WEEKS = 22;
const request = (): string => crypto.randomUUID();

/** @param worker the background, whose clock is set back while the past is made */
export async function fillLibrary(desk: Page, worker: Worker): Promise<void> {
  const records = sampleRecords();
  const keys: string[] = [];
  const thing = (id: string, fields: ThingFields) =>
    callFrom(desk, 'library.thing', { request: request(), id, fields });
  for (let week = WEEKS; week >= 0; week -= 1) {
    await worker.evaluate((ms) => {
      const clock = globalThis as { realNow?: () => number };
      clock.realNow ??= Date.now.bind(Date);
      const { realNow } = clock;
      Date.now = () => realNow() - ms;
    }, week * WEEK);
    const from = Math.floor(((WEEKS - week) * records.length) / (WEEKS + 1));
    const to = Math.floor(((WEEKS - week + 1) * records.length) / (WEEKS + 1));
    const some = records.slice(from, to);
    if (some.length > 0) {
      const { saved } = await savePapers(desk, some);
      keys.push(...saved.map(({ key }) => key));
    }
    // Some weeks after it was saved, every second paper is read.
    const read = keys.slice(Math.max(0, from - 6), Math.max(0, to - 6)).filter((_, n) => n % 2 === 0);
    if (read.length > 0)
      await callFrom(desk, 'library.edit', {
        request: request(),
        keys: read,
        edits: [{ do: 'status', status: 'read' }],
      });
  }
  await thing('thesis', { kind: 'collection', name: 'Thesis', parent: null });
  await thing('chapter-3', { kind: 'collection', name: 'Chapter 3', parent: 'thesis' });
  await thing('group', { kind: 'collection', name: 'Reading group', parent: null });
  await thing('chapter-3', { kind: 'tag', colour: 'plum' });
  await thing('recent-code', { kind: 'search', name: 'With code, not read', text: 'has:code status:to-read' });
  const edit = (some: readonly string[], edits: readonly PaperEdit[]) =>
    callFrom(desk, 'library.edit', { request: request(), keys: some, edits });
  await edit(keys.slice(-9, -2), [
    { do: 'tag', tag: 'chapter 3', on: true },
    { do: 'collection', id: 'chapter-3', on: true },
  ]);
  await edit(keys.slice(4, 16), [{ do: 'collection', id: 'group', on: true }]);
  await edit(keys.slice(-14, -10), [{ do: 'status', status: 'reading' }]);
  await edit(keys.slice(2, 5), [{ do: 'status', status: 'aside' }]);
  for (const [n, key] of keys.slice(-8).entries())
    await edit([key], [{ do: 'rating', rating: ((n % 4) + 2) as 2 | 3 | 4 | 5 }]);
  const note = 'Edge states: reachable only at the last step of a rollout. **Run table 4 again** with horizon 5.';
  for (const key of keys.slice(-6, -3)) await callFrom(desk, 'library.note', { request: request(), key, text: note });
}
