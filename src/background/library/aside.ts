import { workOf } from '../../core/citations/citation.ts';
import { cite } from '../../core/citations/styles/cite.ts';
import { recordOf } from '../../core/library/bib.ts';
import { textsOf } from '../../core/library/notes.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { BibState, NoteState } from '../../core/library/state.ts';
import type { Query } from '../../core/note-data.ts';
import type { In, Out } from '../../messaging/calls.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { savedRows } from '../../storage/library/queries/marks.ts';
import { ownTagNames } from '../../storage/library/queries/own-tag-names.ts';
import { filledIn, type KnownOf } from './filled.ts';

/** What a card asks for when a person opens it: note, own tags and all their names, and the citation. Also of a paper that is not saved. */
export async function aside(
  { query, cite: style }: In<'library.aside'>,
  known: KnownOf,
): Promise<Out<'library.aside'>> {
  const found = await withLibrary(async (db) => {
    const row = (await savedRows(db, [query]))[0];
    const allTags = await ownTagNames(db);
    if (row === undefined) return { allTags, tags: [] };
    const [bib, note] = await db.states.bulkGet([
      ['bib', row.key],
      ['note', row.key],
    ]);
    // Rows of these kinds hold these states.
    const texts = textsOf(note?.state as NoteState | undefined);
    return { allTags, tags: row.tags, texts, record: recordOf(bib?.state as BibState | undefined) };
  });
  const note = found.texts?.join('\n\n') ?? '';
  const citation = style === undefined ? undefined : await citationOf(found.record, query, style, known);
  return {
    tags: found.tags,
    allTags: found.allTags,
    ...(note === '' ? {} : { note }),
    ...(citation === undefined ? {} : { citation }),
  };
}

/** Of the record as it was saved, else of what digests and the page say. */
async function citationOf(
  saved: SaveInput | undefined,
  { ids, title, authors, year }: Query,
  style: NonNullable<In<'library.aside'>['cite']>,
  known: KnownOf,
): Promise<string | undefined> {
  const shown: SaveInput = {
    ids,
    title,
    ...(authors === undefined ? {} : { authors }),
    ...(year === undefined ? {} : { year }),
  };
  const record = saved ?? (await filledIn([shown], known))[0] ?? shown;
  const work = workOf(record);
  return work && cite(work, style).text;
}
