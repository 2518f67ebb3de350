import type { SaveInput } from '../../core/library/save-input.ts';
import { withPapers } from '../../storage/papers/database.ts';
import { lookUp, type PaperFound } from '../../storage/papers/queries/look-up.ts';

/**
 * What digests told of papers that are about to be saved, in their order; undefined for papers they did not tell of. The library
 * keeps it, so that a saved paper stays whole when its digest is forgotten.
 */
export function knownOf(papers: readonly SaveInput[]): Promise<readonly (Partial<SaveInput> | undefined)[]> {
  return withPapers(async (db) => {
    const { rows } = await lookUp(db, papers, papers.length);
    const sure = rows.map((found) => (found === undefined || found.match === 'probably' ? undefined : found));
    const pids = sure.flatMap((found) => (found === undefined ? [] : [found.row.pid]));
    const abstracts = new Map((await db.abstracts.bulkGet(pids)).map((row) => [row?.pid, row?.text]));
    return sure.map((found) => found && toldOf(found, abstracts.get(found.row.pid)));
  });
}

/** The title stays the page's own: an id led here, and the digest's may be cut. */
function toldOf({ row }: PaperFound, abstract: string | undefined): Partial<SaveInput> {
  const { ids, authors, authorCount, date, dateInferred, venue, categories, links } = row;
  return {
    ids,
    ...(authors === undefined ? {} : { authors }),
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(date === undefined || dateInferred ? {} : { date, year: Number(date.slice(0, 4)) }),
    ...(venue === undefined ? {} : { venue }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(links.length === 0 ? {} : { links }),
    ...(abstract === undefined ? {} : { abstract }),
  };
}
