import { savedCounts } from '../../../storage/library/queries/count-saved.ts';
import { firstRows, trashCount } from '../../../storage/library/queries/first-rows.ts';
import { libraryJobs } from '../../../storage/library/queries/library-jobs.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import { calmLibrary } from '../../../storage/library/queries/live-calm.ts';
import { ownTagNames } from '../../../storage/library/queries/own-tag-names.ts';
import { things } from '../../../storage/library/queries/things.ts';

/** The live queries of the library page, each with one identity. */

/** For what is not to be watched any more. */
export const watchNothing = (): (() => void) => () => undefined;

/** Rows that a tall screen shows. */
const FIRST = 60;

export const watchFirst = liveLibrary((db) => firstRows(db, FIRST));
/** Apart from the rows: to count an index of 50,000 takes longer than to read the rows of a screen. */
export const watchCounts = calmLibrary(async (db) => ({ ...(await savedCounts(db)), trash: await trashCount(db) }));
export const watchJobs = liveLibrary(libraryJobs);
export const watchThings = liveLibrary(things);
export const watchTags = calmLibrary(ownTagNames);
