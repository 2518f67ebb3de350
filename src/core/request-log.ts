/**
 * Every request that was made, for the person to see: when, to which host, what for, how it ended. Never a path, a query, a header
 * or a body, which may hold secrets and titles. The last 200 are kept.
 */

export interface LogEntry {
  /** When it was sent, ms since the epoch. */
  readonly at: number;
  /** With its port, if it has one. */
  readonly host: string;
  /** A word of ours: `zotero-find`. */
  readonly purpose: string;
  /** The status that was answered, else the name of what went wrong. */
  readonly outcome: number | string;
  /** Bytes of the answer that were read, after decompression. */
  readonly bytes: number;
}

/** Its key in `storage.local`. */
export const REQUEST_LOG = 'requests';

/** What is stored, as far as it is a log; oldest first. */
export const readLog = (stored: unknown): readonly LogEntry[] =>
  Array.isArray(stored) ? stored.flatMap((row: unknown) => entryOf(row) ?? []) : [];

function entryOf(row: unknown): LogEntry | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { at, host, purpose, outcome, bytes } = row as { readonly [K in keyof LogEntry]?: unknown }; // each is looked at
  return typeof at === 'number' &&
    typeof host === 'string' &&
    typeof purpose === 'string' &&
    (typeof outcome === 'number' || typeof outcome === 'string') &&
    typeof bytes === 'number'
    ? { at, host, purpose, outcome, bytes }
    : undefined;
}
