import { liveQuery, type Subscription } from 'dexie';
import { type PapersDb, papersDb } from '../database.ts';

/**
 * Runs a query now and again after every change that touches what it read, made here or in another context (the engine's worker).
 * @returns a function that starts it and gives back how to stop it; errors are StoreErrors where they are expected
 */
export const livePapers =
  <T>(query: (db: PapersDb) => Promise<T>) =>
  (onValue: (value: T) => void, onError: (error: unknown) => void): (() => void) => {
    let stopped = false;
    let running: Subscription | undefined;
    // Opened outside the live query: a foreign promise inside one would lose track of what it reads.
    papersDb().then((db) => {
      if (!stopped) running = liveQuery(() => query(db)).subscribe(onValue, onError);
    }, onError);
    return () => {
      stopped = true;
      running?.unsubscribe();
    };
  };
