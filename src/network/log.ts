import { type LogEntry, readLog } from '../core/request-log.ts';

export type { LogEntry } from '../core/request-log.ts';

/** Writes the log of requests (core/request-log.ts). */

export const LOG_SIZE = 200;

/** Where entries are kept: `storage.local` in the extension. */
export interface LogStore {
  read(): Promise<unknown>;
  write(entries: readonly LogEntry[]): Promise<void>;
}

export interface RequestLog {
  /** Resolves when it is kept. A log that cannot be written is no failure of the request: `onFault` hears of it. */
  add(...entries: readonly LogEntry[]): Promise<void>;
  /** Oldest first. */
  entries(): Promise<readonly LogEntry[]>;
}

/** One log for each store: additions follow one another, so none is lost. */
export function requestLog(store: LogStore, onFault: (error: unknown) => void): RequestLog {
  let turn: Promise<void> = Promise.resolve();
  const entries = async (): Promise<readonly LogEntry[]> => readLog(await store.read());
  return {
    entries,
    add(...added) {
      turn = turn
        .then(async () => store.write([...(await entries()), ...added].slice(-LOG_SIZE)))
        .catch((error: unknown) => onFault(error));
      return turn;
    },
  };
}
