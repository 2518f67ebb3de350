import { readSelf } from '../self.ts';
import { liveLibrary } from './live.ts';

/**
 * The library's number of changes, now and after every change made anywhere: lists that the engine answers are asked again then.
 * @returns how to stop
 */
export const watchSeq: (onValue: (seq: number) => void, onError: (error: unknown) => void) => () => void = liveLibrary(
  async (db) => (await readSelf(db))?.seq ?? 0,
);
