import { savePaper } from '../../../core/library/actions.ts';
import { keyOf } from '../../../core/library/aliases.ts';
import { addToRecord, recordOf } from '../../../core/library/bib.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { Status } from '../../../core/library/status.ts';
import { statusOf, visible } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import { addKey, aliasesAsked, asked, chooseKey, keysByAlias } from '../match.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';
import type { Session } from './session.ts';

export interface Saved {
  readonly saved: readonly { readonly key: string; readonly status: Status }[];
  /** How many were not in the library before. */
  readonly created: number;
}

/**
 * Saves papers, or sets the status of those that are saved; never un-saves. One transaction: all or none.
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
    const find = await finder(db, session, papers);
    const steps: UndoStep[] = [];
    const saved: { key: string; status: Status }[] = [];
    let created = 0;
    for (const paper of papers) {
      const key = find(paper);
      const before = session.paper(key);
      const { state, inverse } = savePaper(before, { day: moment.day, status: input.status }, session.stamps.next);
      if (inverse.edits.length > 0) {
        session.put('paper', key, state);
        session.remember(key, inverse.edits);
        steps.push({ key, inverse });
      }
      if (before === undefined || !visible(before)) created += 1;
      const record = session.bib(key);
      const bib = addToRecord(record, paper, session.stamps.next);
      if (bib !== record) session.put('bib', key, bib);
      saved.push({ key, status: statusOf(state) });
    }
    return { reply: { saved, created }, steps };
  });
}

/**
 * Reads what the papers could be under in one go, and gives a function that names the record each belongs to: a saved one, one
 * that was taken out before, or a new key. It sees papers put earlier in the same session.
 */
async function finder(
  db: LibraryDb,
  session: Session,
  papers: readonly SaveInput[],
): Promise<(paper: SaveInput) => string> {
  const wanted = new Set(papers.flatMap((paper) => aliasesAsked(asked(paper))));
  const rows = await db.aliases.bulkGet([...wanted]);
  const fresh = papers.map((paper) => keyOf(paper) ?? '');
  const keys = [...new Set([...rows.flatMap((row) => row?.keys ?? []), ...fresh])];
  await session.load(keys.flatMap((key) => [['paper', key] as const, ['bib', key] as const]));
  const byAlias = keysByAlias(rows);
  const seen = (key: string): boolean => {
    const state = session.paper(key);
    return state !== undefined && visible(state);
  };
  return (paper) => {
    const question = asked(paper);
    const found = chooseKey(
      question,
      (alias) => [...(byAlias.get(alias) ?? [])].sort((a, b) => Number(seen(b)) - Number(seen(a))),
      (key) => recordOf(session.bib(key)),
    );
    const key = found ?? keyOf(paper) ?? ''; // papers that name nothing were left out by save()
    for (const alias of aliasesAsked(question)) addKey(byAlias, alias, key);
    return key;
  };
}
