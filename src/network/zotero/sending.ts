import type { Zotero } from './ask.ts';
import type { KeyRing } from './authorize.ts';
import type { ItemResult } from './records.ts';
import type { Stopped } from './stopped.ts';

/** What the two ways of sending a batch have in common. */

export interface Sending {
  readonly zotero: Zotero;
  readonly keys: KeyRing;
  readonly twins: boolean;
  readonly target?: string;
  readonly signal?: AbortSignal;
  readonly wait: (ms: number) => Promise<void>;
}

export type BatchEnd = { readonly results: readonly ItemResult[] } | { readonly stopped: Stopped };

/** Pauses before a batch is tried again, ms. */
const PAUSES = [500, 2_000, 8_000] as const;
/** Longer than this, in ms, nobody need wait with us. */
const LONGEST = 60_000;

/** How long to wait before another try; undefined: it would help nothing. */
export function pauseBefore(attempt: number, { why, retryAfter }: Stopped): number | undefined {
  const pause = PAUSES[attempt];
  if (pause === undefined) return undefined;
  if (why === 'busy') return (retryAfter ?? pause) > LONGEST ? undefined : Math.max(pause, retryAfter ?? 0);
  return why === 'unreachable' || why === 'timeout' || why === 'unexpected' || why === 'locked' ? pause : undefined;
}
