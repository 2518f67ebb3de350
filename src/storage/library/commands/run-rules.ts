import { recordOf } from '../../../core/library/bib.ts';
import type { Acted } from '../../../core/library/draft.ts';
import { applyRules } from '../../../core/library/rules.ts';
import type { BibState, PaperState } from '../../../core/library/state.ts';
import type { Rule } from '../../../core/library/things.ts';
import { collectionsIn, rulesIn } from '../../../core/library/things-view.ts';
import { shelved } from '../row-of.ts';
import type { UndoStep } from '../rows.ts';
import type { Session } from './session.ts';

/**
 * Rules over papers, inside a transaction. Reads rules and collections once.
 * @param which rules, by id; all that are switched on where left out
 * @returns runs them over one paper; the same state where nothing is put on
 */
export async function rulesOn(
  session: Session,
  which?: ReadonlySet<string>,
): Promise<(paper: PaperState, bib: BibState | undefined) => Acted> {
  const all = rulesIn(await session.loadAll('rule'));
  const rules = all.filter((rule) => (which === undefined ? rule.on : which.has(rule.id)));
  const live = new Set(
    rules.some((rule) => rule.adds.collection !== undefined)
      ? collectionsIn(await session.loadAll('collection')).map(({ id }) => id)
      : [],
  );
  return (paper, bib) => run(rules, live, paper, bib, session);
}

function run(
  rules: readonly Rule[],
  live: ReadonlySet<string>,
  paper: PaperState,
  bib: BibState | undefined,
  session: Session,
): Acted {
  const record = recordOf(bib);
  const row = rules.length === 0 ? undefined : shelved('', { paper, bib, note: undefined })?.row;
  return applyRules(
    row === undefined ? [] : rules,
    paper,
    row ?? { title: '', tags: [] },
    record,
    live,
    session.stamps.next,
  );
}

/** Runs rules over papers by key. @returns how to take it back: one step for each paper that changed */
export async function rulesInto(
  session: Session,
  keys: readonly string[],
  which?: ReadonlySet<string>,
): Promise<readonly UndoStep[]> {
  const wanted = [...new Set(keys)];
  await session.load(wanted.flatMap((key) => [['paper', key] as const, ['bib', key] as const]));
  const runRules = await rulesOn(session, which);
  return wanted.flatMap((key) => {
    const paper = session.paper(key);
    if (paper === undefined) return [];
    const { state, inverse } = runRules(paper, session.bib(key));
    if (inverse.edits.length === 0) return [];
    session.put('paper', key, state);
    session.remember('paper', key, inverse.edits);
    return [{ key, inverse }];
  });
}
