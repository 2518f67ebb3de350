import { recordOf } from '../../../core/library/bib.ts';
import { textsOf } from '../../../core/library/notes.ts';
import type { BibState, NoteState } from '../../../core/library/state.ts';
import type { SearchDoc } from '../../../core/search/search-doc.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import type { SavedRow } from '../../../storage/library/rows.ts';

/** Saved papers as the full-text index reads them. What filters tell (status, collections, venue …) is not in it. */

/** The long texts of papers: what rows do not hold. In the keys' order. */
export async function textsFor(
  db: LibraryDb,
  keys: readonly string[],
): Promise<readonly { readonly abstract?: string; readonly authors?: readonly string[]; readonly notes: string }[]> {
  const read = (kind: 'bib' | 'note') => db.states.bulkGet(keys.map((key): [string, string] => [kind, key]));
  const [bibs, notes] = await Promise.all([read('bib'), read('note')]);
  return keys.map((_, i) => {
    // Rows of these kinds hold these states.
    const { abstract, authors } = recordOf(bibs[i]?.state as BibState | undefined);
    return {
      notes: textsOf(notes[i]?.state as NoteState | undefined).join('\n'),
      ...(abstract === undefined ? {} : { abstract }),
      ...(authors === undefined ? {} : { authors }),
    };
  });
}

/** What of a row is searched, as one text: while it stands, and record and note do, the index knows the paper. */
export const searchedOf = ({ title, authors, tags, auto, topics, year }: SavedRow): string =>
  JSON.stringify([title, authors, tags, auto, topics?.map(({ name }) => name), year]);

export function docOf(
  row: SavedRow,
  texts: { readonly abstract?: string; readonly authors?: readonly string[]; readonly notes: string } | undefined,
): SearchDoc {
  const { key, title, tags, auto = [], topics = [], year } = row;
  const authors = texts?.authors ?? row.authors;
  const { abstract, notes = '' } = texts ?? {};
  return {
    key,
    title,
    tags: [...tags, ...auto, ...topics.map(({ name }) => name)],
    ...(authors === undefined ? {} : { authors }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(notes === '' ? {} : { notes }),
    ...(year === undefined ? {} : { year }),
  };
}
