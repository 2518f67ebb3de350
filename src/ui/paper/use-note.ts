import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call, newRequest } from '../../messaging/client.ts';
import { draftsIn } from './drafts.ts';
import { type Keeping, NoteKeeper } from './note-keeper.ts';

export interface NoteField {
  readonly text: string;
  readonly keeping: Keeping;
  readonly type: (text: string) => void;
  readonly settle: (text: string) => void;
  readonly flush: () => void;
}

/** The note of one paper in a field that keeps itself. @param stored the text in the store, as it is now */
export function useNote(key: string, stored: string): NoteField {
  const [, draw] = useState(0);
  const first = useRef(stored);
  first.current = stored;
  const keeper = useMemo(
    () =>
      new NoteKeeper({
        key,
        stored: first.current,
        write: (text) => call('library.note', { request: newRequest(), key, text }),
        drafts: draftsIn(localStorage),
        now: Date.now,
        onChange: () => draw((n) => n + 1),
      }),
    [key],
  );
  useEffect(() => keeper.heard(stored), [keeper, stored]);
  useEffect(() => {
    const flush = (): void => keeper.flush();
    // The last moments in which a page may still send something.
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      keeper.stop();
    };
  }, [keeper]);
  return {
    text: keeper.text,
    keeping: keeper.keeping,
    type: (text) => keeper.type(text),
    settle: (text) => keeper.settle(text),
    flush: () => keeper.flush(),
  };
}
