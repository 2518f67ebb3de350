import { expect, test } from 'vitest';
import { endOfMerges, mergePapers } from '../core/library/merge-papers.ts';
import type { PaperState } from '../core/library/state.ts';
import { mergedInto } from '../core/library/view.ts';
import { Copy } from './copy.testing.ts';
import { CouchDatabase } from './couchdb/couch-database.testing.ts';

/** Two papers that are one work, merged by the person on several copies of a library. */

/** As the library's command does it: both states are written. */
function mergeHere(copy: Copy, keep: string, drop: string): void {
  const [kept, dropped] = [keep, drop].map((id) => copy.store.state({ kind: 'paper', id }) as PaperState | undefined); // of kind paper
  if (kept === undefined || dropped === undefined) throw new Error('both are there');
  copy.time += 1;
  let gone: PaperState | undefined;
  copy.store.edit({ kind: 'paper', id: keep }, (_, next) => {
    const done = mergePapers({ key: keep, paper: kept }, { key: drop, paper: dropped }, next);
    gone = done.drop.state;
    return done.keep.state;
  });
  copy.store.edit({ kind: 'paper', id: drop }, (old) => gone ?? old ?? {});
}

test('9: two copies that merge the same papers into each other end equal, and one of both is still found', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.set('arxiv:1', 'read');
  a.set('doi:1', 'reading');
  await a.sync();
  await b.sync();
  mergeHere(a, 'arxiv:1', 'doi:1');
  mergeHere(b, 'doi:1', 'arxiv:1');
  b.set('arxiv:1', 'later');
  for (const copy of [a, b, a, b]) expect((await copy.sync()).state).toBe('synced');
  expect(a.store.text()).toBe(b.store.text());
  const next = (id: string): string | null | undefined => {
    const state = a.store.state({ kind: 'paper', id }) as PaperState | undefined; // as above
    return state && (mergedInto(state) ?? null);
  };
  expect(endOfMerges('doi:1', next)).toBe(endOfMerges('arxiv:1', next));
  expect(a.value('arxiv:1')).toBe('later');
});
