import { Dexie, liveQuery, type Subscription } from 'dexie';
import { type LibraryDb, libraryDb } from '../database.ts';

/**
 * Runs a query now and again after every change that touches what it read, made here or in another context. Where the connection was
 * closed underneath, or could not be had, it goes on with another at the next change.
 * @returns a function that starts it and gives back how to stop it; errors are LibraryFaults where they are expected
 */
export const liveLibrary =
  <T>(query: (db: LibraryDb) => Promise<T>) =>
  (onValue: (value: T) => void, onError: (error: unknown) => void): (() => void) => {
    let stopped = false;
    let stop = (): void => undefined;
    const start = (): void => {
      // Opened outside the live query: a foreign promise inside one would lose track of what it reads.
      libraryDb().then((db) => {
        if (stopped) return;
        const running: Subscription = liveQuery(() => query(db)).subscribe(onValue, onError);
        const unwatch = afterClose(db, () => {
          running.unsubscribe();
          start();
        });
        stop = () => {
          running.unsubscribe();
          unwatch();
        };
      }, failed);
    };
    const failed = (error: unknown): void => {
      if (stopped) return;
      onError(error);
      stop = atNextChange(start);
    };
    start();
    return () => {
      stopped = true;
      stop();
    };
  };

/**
 * Calls back once, at the first change made anywhere after the connection was closed: Dexie's live queries wait for ever for one that is
 * closed. Not at once: whoever closed it, an upgrade or the browser, comes first. @returns how to stop waiting
 */
function afterClose(db: LibraryDb, again: () => void): () => void {
  const { close } = db.on;
  let unwatch = (): void => undefined;
  const onClose = (): void => {
    close.unsubscribe(onClose);
    unwatch = atNextChange(again);
  };
  close.subscribe(onClose);
  return () => {
    close.unsubscribe(onClose);
    unwatch();
  };
}

/** Calls back once at the next change of any database of ours, made anywhere. @returns how to stop waiting */
function atNextChange(again: () => void): () => void {
  const { storagemutated } = Dexie.on;
  const onChange = (): void => {
    storagemutated.unsubscribe(onChange);
    again();
  };
  storagemutated.subscribe(onChange);
  return () => storagemutated.unsubscribe(onChange);
}
