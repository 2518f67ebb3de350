/** How an exchange with a target can end. */
import type { SyncFault } from '../core/sync/faults.ts';

export type { SyncFault } from '../core/sync/faults.ts';

export interface Fault {
  readonly ok: false;
  readonly error: SyncFault;
  /** For the log of the target: status and the server's reason; never names of papers, never a secret. */
  readonly detail?: string;
  /** ms; the server asked not to come back earlier. */
  readonly retryAfter?: number;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Fault;

export const fault = (error: SyncFault, detail?: string, retryAfter?: number): Fault => ({
  ok: false,
  error,
  ...(detail === undefined ? {} : { detail }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/** Faults that may be gone at the next try: worth a back-off within one sync. All others end it. */
const PASSING: readonly SyncFault[] = ['offline', 'timeout', 'busy', 'locked', 'server-error', 'damaged'];
export const mayPass = (error: SyncFault): boolean => PASSING.includes(error);
