import { keyOf } from '../../../core/library/aliases.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { Status } from '../../../core/library/status.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import { type Done, type Moment, once } from './once.ts';
import { saveInto } from './save-into.ts';

export interface Saved {
  readonly saved: readonly { readonly key: string; readonly status: Status }[];
  /** How many were not in the library before. */
  readonly created: number;
}

/**
 * Saves papers, or sets the status of those that are saved; never un-saves. One transaction: all or none, with what rules put on them.
 * A paper that names nothing (no id, no letter in its title) is left out.
 * @throws LibraryFault `empty` where no paper names anything
 */
export function save(
  db: LibraryDb,
  input: { readonly request: string; readonly papers: readonly SaveInput[]; readonly status?: Status | undefined },
  moment: Moment,
): Promise<Done<Saved>> {
  const papers = input.papers.filter((paper) => keyOf(paper) !== undefined);
  if (papers.length === 0) throw new LibraryFault('empty', 'There is no title or id to save.');
  return once<Saved>(db, input.request, moment, { saved: [], created: 0 }, async (session) => {
    const { saved, steps } = await saveInto(session, papers, { day: moment.day, status: input.status });
    const created = saved.filter(({ was }) => was !== 'library').length;
    return { reply: { saved: saved.map(({ key, status }) => ({ key, status })), created }, steps };
  });
}
