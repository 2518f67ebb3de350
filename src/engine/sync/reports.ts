import type { SyncReport } from '../../core/sync/report.ts';
import type { Fault } from '../../sync/outcome.ts';

export const NOTHING = { pulled: 0, changed: 0, unreadable: 0, pushed: 0, waiting: [], waitingCount: 0 } as const;

/** The report of a sync that did not begin. */
export const failedWith = ({ error, detail }: Fault): SyncReport => ({
  ...NOTHING,
  state: 'failed',
  fault: error,
  ...(detail === undefined ? {} : { detail }),
});
