import type { PaperEdit } from '../../../../core/library/edits.ts';
import type { PaperState } from '../../../../core/library/state.ts';
import type { RefusedTag } from '../../../../core/library/tag-name.ts';
import type { LibraryJobRow } from '../../rows.ts';
import { editInto } from '../edit.ts';
import { rulesInto } from '../run-rules.ts';
import type { Session } from '../session.ts';
import type { ChunkWork } from './job-chunk.ts';

/** What jobs do to a stretch of papers, for `jobChunk`. */

type Work = (session: Session, job: LibraryJobRow) => Promise<ChunkWork>;

/** Refused tags that a job tells. */
const TOLD = 20;

/** Edits papers. @param edits for all, or what to do to each */
export const editWork =
  (keys: readonly string[], edits: readonly PaperEdit[] | ((paper: PaperState) => readonly PaperEdit[])): Work =>
  async (session, job) => {
    const { steps, changed, refused } = await editInto(session, keys, edits);
    const told = new Map<string, RefusedTag>(
      [...(job.result?.refused ?? []), ...refused].map((tag) => [`${tag.why} ${tag.tag}`, tag]),
    );
    const some = told.size === 0 ? {} : { refused: [...told.values()].slice(0, TOLD) };
    return { steps, result: { ...job.result, ...some, changed: (job.result?.changed ?? 0) + changed } };
  };

/** Runs rules over papers. @param which by id; all that are switched on where left out */
export const rulesWork =
  (keys: readonly string[], which?: ReadonlySet<string>): Work =>
  async (session) => ({ steps: await rulesInto(session, keys, which) });
