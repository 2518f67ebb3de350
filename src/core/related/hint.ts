import type { PaperId } from '../identity/paper-id.ts';
import type { Status } from '../library/status.ts';

/** "Close to …": a related paper with the shared terms that explain it. */
export interface Hint {
  /** The id that opens it. */
  readonly id: PaperId;
  readonly title: string;
  /** 0 to 1, share of the paper's own score. */
  readonly score: number;
  /** Shared terms as words a person knows, strongest first, at most 5. */
  readonly shared: readonly string[];
  /** Set where it is in the library. */
  readonly status?: Status;
}
