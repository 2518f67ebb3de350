import { endOfMerges } from '../../../core/library/merge-papers.ts';
import type { PaperState } from '../../../core/library/state.ts';
import { mergedInto } from '../../../core/library/view.ts';
import type { Session } from './session.ts';

/**
 * Which merged papers are shown all the same after a change, and whose rows it touches. Looks only at papers that are merged, or were,
 * and at those that stood so before: mostly none.
 * @param keys papers that changed @param stay those that stood before
 */
export async function followMerges(
  session: Session,
  keys: readonly string[],
  stay: readonly string[],
): Promise<{ readonly stay: readonly string[]; readonly touched: readonly string[] }> {
  const targets = (key: string): readonly string[] => {
    const states = [session.stored('paper', key), session.paper(key)] as (PaperState | undefined)[]; // as Session.paper
    return states.flatMap((state) => (state === undefined ? [] : (mergedInto(state) ?? [])));
  };
  await session.load(keys.map((key) => ['paper', key] as const));
  const start = [...new Set([...keys.filter((key) => targets(key).length > 0), ...stay])];
  if (start.length === 0) return { stay: [], touched: [] };
  const seen = new Set(start);
  for (let fresh: readonly string[] = start; fresh.length > 0; ) {
    await session.load(fresh.map((key) => ['paper', key] as const));
    fresh = [...new Set(fresh.flatMap(targets))].filter((key) => !seen.has(key));
    for (const key of fresh) seen.add(key);
  }
  const next = (key: string): string | null | undefined => {
    const state = session.paper(key);
    return state === undefined ? undefined : (mergedInto(state) ?? null);
  };
  const staying = [...seen].filter((key) => typeof next(key) === 'string' && endOfMerges(key, next) === key);
  const touched = [...seen].filter((key) => session.paper(key) !== undefined);
  return { stay: staying.sort(), touched };
}
