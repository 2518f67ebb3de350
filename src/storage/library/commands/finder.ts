import { keyOf } from '../../../core/library/aliases.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { endOfMerges } from '../../../core/library/merge-papers.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import { mergedInto, placeOf } from '../../../core/library/view.ts';
import { addKey, aliasesAsked, asked, chooseKey, keysByAlias } from '../match.ts';
import type { Session } from './session.ts';

/**
 * Reads what the papers could be under in one go, and gives a function that names the record each belongs to: a saved one, one
 * that was taken out before, the one that a merged one went into, or a new key. It sees papers put earlier in the same session.
 */
export async function finder(session: Session, papers: readonly SaveInput[]): Promise<(paper: SaveInput) => string> {
  const wanted = new Set(papers.flatMap((paper) => aliasesAsked(asked(paper))));
  const rows = await session.db.aliases.bulkGet([...wanted]);
  const fresh = papers.map((paper) => keyOf(paper) ?? '');
  const keys = [...new Set([...rows.flatMap((row) => row?.keys ?? []), ...fresh])];
  await loadWithMerged(session, keys);
  const byAlias = keysByAlias(rows);
  const seen = (key: string): boolean => placeOf(session.paper(key)) === 'library';
  const end = (key: string): string =>
    endOfMerges(key, (at) => {
      const state = session.paper(at);
      return state === undefined ? undefined : (mergedInto(state) ?? null);
    });
  return (paper) => {
    const question = asked(paper);
    const found = chooseKey(
      question,
      (alias) => [...(byAlias.get(alias) ?? [])].sort((a, b) => Number(seen(b)) - Number(seen(a))),
      (key) => recordOf(session.bib(key)),
    );
    const key = end(found ?? keyOf(paper) ?? ''); // papers that name nothing were left out by the caller
    for (const alias of aliasesAsked(question)) addKey(byAlias, alias, key);
    return key;
  };
}

/** Loads states and records of papers, and of those that they were merged into. */
async function loadWithMerged(session: Session, keys: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (let next: readonly string[] = keys; next.length > 0; ) {
    for (const key of next) seen.add(key);
    await session.load(next.flatMap((key) => [['paper', key] as const, ['bib', key] as const]));
    next = [
      ...new Set(
        next.flatMap((key) => {
          const state = session.paper(key);
          return state === undefined ? [] : (mergedInto(state) ?? []);
        }),
      ),
    ].filter((key) => !seen.has(key));
  }
}
