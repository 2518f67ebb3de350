import { useCallback, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { t } from '../../platform/i18n.ts';
import type { Deed } from './toast.tsx';
import { errorWords } from './words.ts';

/** Something that a person does to the library. */
export interface Act<T> {
  /** Makes the call with this id, which makes its effect happen once and is what taking it back names. */
  readonly call: (request: string) => Promise<Reply<T>>;
  /** What was done, "47 papers moved"; nothing where something else tells of it. */
  readonly done: (value: T) => string | undefined;
  /** Said beside it. */
  readonly more?: string;
  /** What was not done: "The tag was not renamed". */
  readonly failed: string;
  /** Said once it is taken back; "It is as before" where nothing is given. */
  readonly undone?: () => string;
  /** Follows a taking back: rows that are shown change with it. */
  readonly onUndo?: (state: 'begun' | 'done' | 'failed') => void;
}

export interface Deeds {
  /** What the toast says now. */
  readonly deed: Deed | undefined;
  /** Calls under way. */
  readonly busy: number;
  /** The newest long work that takes something back: it may have ended already. */
  readonly takingBack: number | undefined;
  /** Does something, and offers to take it back. @returns what the call gave, or undefined where it failed (the toast says why) */
  readonly act: <T>(act: Act<T>) => Promise<T | undefined>;
  /** Takes back the newest deed that was not taken back; again, the one before. */
  readonly undo: () => void;
  /** Is there another deed to take back? */
  readonly canUndo: () => boolean;
  /** Says something that cannot be taken back. */
  readonly tell: (deed: Deed | undefined) => void;
}

interface Done extends Pick<Act<unknown>, 'undone' | 'onUndo'> {
  readonly request: string;
}

/** What was done here and can be taken back, newest first, with the words for the toast. */
export function useDeeds(): Deeds {
  const [deed, tell] = useState<Deed>();
  const [busy, setBusy] = useState(0);
  const [takingBack, setTakingBack] = useState<number>();
  const done = useRef<Done[]>([]);

  const undo = useCallback(async () => {
    const last = done.current.pop();
    if (!last) return tell({ words: t('commonNothingToUndo') });
    const again = { onUndo: () => void undo() };
    last.onUndo?.('begun');
    setBusy((n) => n + 1);
    const answer = await call('library.undo', { request: newRequest(), undo: last.request });
    setBusy((n) => n - 1);
    if (!answer.ok) {
      done.current.push(last);
      last.onUndo?.('failed');
      return tell({ words: t('commonUndoFailed'), more: errorWords(answer.error), ...again });
    }
    last.onUndo?.('done');
    if (answer.value.job !== undefined) setTakingBack(answer.value.job);
    const words = answer.value.job === undefined ? (last.undone?.() ?? t('commonAsBefore')) : t('commonUndoBegun');
    tell({ words, ...(done.current.length > 0 ? again : {}) });
  }, []);

  const act = useCallback(
    async <T>(what: Act<T>): Promise<T | undefined> => {
      const request = newRequest();
      setBusy((n) => n + 1);
      const answer = await what.call(request);
      setBusy((n) => n - 1);
      if (!answer.ok) {
        tell({ words: what.failed, more: errorWords(answer.error) });
        return undefined;
      }
      const { undone, onUndo } = what;
      done.current.push({ request, ...(undone ? { undone } : {}), ...(onUndo ? { onUndo } : {}) });
      const words = what.done(answer.value);
      if (words !== undefined)
        tell({ words, ...(what.more === undefined ? {} : { more: what.more }), onUndo: () => void undo() });
      return answer.value;
    },
    [undo],
  );
  return {
    deed,
    busy,
    takingBack,
    act,
    undo: useCallback(() => void undo(), [undo]),
    canUndo: useCallback(() => done.current.length > 0, []),
    tell,
  };
}
