import type { Corpus, Found } from '../../core/library/canary.ts';
import type { LibraryHealth } from '../../messaging/calls.ts';
import { isNewer, withLibrary } from '../../storage/library/database.ts';
import { LibraryFault } from '../../storage/library/fault.ts';
import { readLibraryId, readSelf } from '../../storage/library/self.ts';
import { isNewer as papersAreNewer, withPapers } from '../../storage/papers/database.ts';
import { StoreError } from '../../storage/papers/store-error.ts';

type NotOpen = 'newer' | 'unreadable' | 'blocked';

/** What there is, counted; or why it cannot be told. */
export type Look<T, N extends LibraryHealth['state'] = NotOpen> =
  | { readonly state: 'open'; readonly found: T }
  | { readonly state: N; readonly count: number };

/** Looks into the library. Reads only. */
export async function lookIntoLibrary(): Promise<Look<Found, NotOpen | 'unwritable'>> {
  try {
    return await withLibrary(async (db): Promise<Look<Found, NotOpen>> => {
      if (isNewer(db)) return { state: 'newer', count: await db.papers.count() };
      const [library, self, papers, states] = await Promise.all([
        readLibraryId(db),
        readSelf(db),
        db.papers.count(),
        db.states.count(),
      ]);
      const found: Found = {
        ...(library === undefined ? {} : { library }),
        seq: self?.seq ?? 0,
        papers,
        states,
        ownPapers: self?.papers ?? 0,
        ownStates: self?.states ?? 0,
      };
      return { state: 'open', found };
    });
  } catch (error) {
    if (!(error instanceof LibraryFault)) throw error;
    // No answer in time is told like a page in the way: nothing is lost, and asking again may help. Only what is truly unreadable may be
    // given up for an empty one.
    if (error.fault === 'quota' || error.fault === 'read-only') return { state: 'unwritable', count: 0 };
    return { state: error.fault === 'unreadable' ? 'unreadable' : 'blocked', count: 0 };
  }
}

/**
 * Looks at what digests told us: its count of changes, and of papers. @param thorough whether rows are counted too, which takes a
 * second at a million papers
 */
export async function lookIntoPapers(thorough: boolean): Promise<Look<Corpus>> {
  try {
    return await withPapers(async (db): Promise<Look<Corpus>> => {
      if (papersAreNewer(db)) return { state: 'newer', count: 0 };
      // In one transaction: the engine may be adding papers.
      const found = await db.transaction('r', db.meta, db.papers, async (): Promise<Corpus> => {
        const rows = thorough ? await db.papers.count() : undefined;
        const [epoch, count] = (await db.meta.bulkGet(['epoch', 'count'])).map((row) => Number(row?.value ?? 0));
        const papers = count ?? 0;
        const base = { epoch: epoch ?? 0, papers };
        return rows === undefined ? base : { ...base, missing: Math.max(0, papers - rows) };
      });
      return { state: 'open', found };
    });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { state: error.fault === 'blocked' || error.fault === 'newer' ? error.fault : 'unreadable', count: 0 };
  }
}
