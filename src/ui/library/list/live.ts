import { savedCounts } from '../../../storage/library/queries/count-saved.ts';
import { firstRows, trashCount } from '../../../storage/library/queries/first-rows.ts';
import { libraryJobs } from '../../../storage/library/queries/library-jobs.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import { ownTagNames } from '../../../storage/library/queries/tag-names.ts';
import { things } from '../../../storage/library/queries/things.ts';

/** The live queries of the library page, each with one identity. */

/** Rows that a tall screen shows. */
const FIRST = 60;

export const watchFirst = liveLibrary(async (db) => {
  const [rows, counts, trash] = await Promise.all([firstRows(db, FIRST), savedCounts(db), trashCount(db)]);
  return { rows, counts, trash };
});
export const watchJobs = liveLibrary(libraryJobs);
export const watchThings = liveLibrary(things);
export const watchTags = liveLibrary(ownTagNames);
