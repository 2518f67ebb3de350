import { matchTitle, type TitleFacts } from '../../../core/identity/match-title.ts';
import type { AliasRow, PaperRow } from '../rows.ts';
import type { Ask } from './ask.ts';

export interface Decided {
  readonly row: PaperRow;
  readonly match: 'id' | 'title' | 'probably';
}

/** The most papers of one title that are compared. */
export const RIVALS = 8;

/** Which stored paper a query means. Pure. @param paperOf follows numbers to rows, merged ones too */
export function decide(
  ask: Ask,
  aliases: ReadonlyMap<string, AliasRow>,
  paperOf: (pid: number) => PaperRow | undefined,
): Decided | undefined {
  for (const id of ask.idHits) {
    const alias = aliases.get(id);
    const row = alias && paperOf(alias.pid);
    if (row) return { row, match: 'id' };
  }
  const exact = rivals(ask.titleHit, aliases);
  const near = rivals(ask.prefixHit, aliases).filter((pid) => !exact.includes(pid));
  // The beginning of a cut title must lead to one paper alone.
  const candidates = ask.cut && near.length > 1 ? exact : [...exact, ...near];
  const { query } = ask;
  const asked: TitleFacts = {
    title: ask.title,
    ids: ask.ids,
    cut: ask.cut,
    ...(query.authors === undefined ? {} : { authors: query.authors }),
    ...(query.year === undefined ? {} : { year: query.year }),
  };
  const found = { title: [] as PaperRow[], probably: [] as PaperRow[] };
  for (const pid of candidates) {
    const row = paperOf(pid);
    const match = row === undefined ? 'none' : best(asked, row);
    if (row !== undefined && match !== 'none') found[match].push(row);
  }
  const [row] = found.title;
  // Two papers of the same title fit equally well: say so.
  if (row !== undefined) return { row, match: found.title.length === 1 ? 'title' : 'probably' };
  const [maybe] = found.probably;
  return maybe && { row: maybe, match: 'probably' };
}

export const rivals = (alias: string | undefined, aliases: ReadonlyMap<string, AliasRow>): readonly number[] => {
  const row = alias === undefined ? undefined : aliases.get(alias);
  return row === undefined ? [] : [row.pid, ...(row.others ?? [])].slice(0, RIVALS);
};

/** The best that any of a paper's titles gives. */
function best(asked: TitleFacts, row: PaperRow): 'title' | 'probably' | 'none' {
  const year = row.date === undefined ? undefined : Number(row.date.slice(0, 4));
  let found: 'probably' | 'none' = 'none';
  for (const title of [row.title, ...row.otherTitles.slice(0, RIVALS)]) {
    const match = matchTitle(asked, {
      title,
      ids: row.ids,
      ...(row.authors === undefined ? {} : { authors: row.authors }),
      ...(year === undefined ? {} : { year }),
    });
    if (match === 'title') return match;
    if (match === 'probably') found = match;
  }
  return found;
}
