import { recordOf } from '../../core/library/bib.ts';
import { stampMs } from '../../core/library/clock.ts';
import type { BibState, PaperState } from '../../core/library/state.ts';
import { newest, ownTags, sinceOf, statusOf, visible } from '../../core/library/view.ts';
import type { SavedRow } from './rows.ts';

/** The row that lists show, computed from the states alone; undefined where the paper is not to be seen. */
export function rowOf(key: string, paper: PaperState | undefined, bib: BibState | undefined): SavedRow | undefined {
  if (paper === undefined || !visible(paper)) return undefined;
  const record = recordOf(bib);
  const since = sinceOf(paper);
  const stamp = newest(paper);
  const { authors, authorCount, year, date, venue } = record;
  return {
    key,
    ids: record.ids,
    title: record.title === '' ? key : record.title,
    ...(authors === undefined ? {} : { authors }),
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(venue === undefined ? {} : { venue }),
    status: statusOf(paper),
    tags: ownTags(paper),
    hasCode: (record.links ?? []).some((link) => link.kind === 'code' && link.status !== 'promised'),
    ...(since === undefined ? {} : { since }),
    changed: stamp === undefined ? 0 : stampMs(stamp),
  };
}
