import { Dexie } from 'dexie';
import { LIBRARY, type LibraryDb, withLibrary } from '../database.ts';

/** Pause after each reading, as a multiple of the time that it took, and at least so long, in ms. */
const REST = 10;
const LEAST = 400;

/**
 * As `liveLibrary`, for what takes time to read: after each reading it rests, so that long work on the library, which writes several
 * times a second, does not wait for readers all the time. The last change is always read.
 */
export const calmLibrary =
  <T>(query: (db: LibraryDb) => Promise<T>) =>
  (onValue: (value: T) => void, onError: (error: unknown) => void): (() => void) => {
    let stopped = false;
    let changed = false;
    let resting = false;

    async function read(): Promise<void> {
      resting = true;
      changed = false;
      const begun = performance.now();
      try {
        const value = await withLibrary(query);
        if (!stopped) onValue(value);
      } catch (error) {
        if (!stopped) onError(error);
      }
      await new Promise((done) => setTimeout(done, Math.max(LEAST, REST * (performance.now() - begun))));
      resting = false;
      if (changed && !stopped) void read();
    }

    /** Dexie tells changes made in any context, by part of a database: `idb://<database>/<table>/…`. */
    const onChange = (parts: object): void => {
      if (!Object.keys(parts).some((part) => part.startsWith(`idb://${LIBRARY}/`))) return;
      changed = true;
      if (!resting && !stopped) void read();
    };
    Dexie.on.storagemutated.subscribe(onChange);
    void read();
    return () => {
      stopped = true;
      Dexie.on.storagemutated.unsubscribe(onChange);
    };
  };
