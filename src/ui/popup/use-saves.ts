import { useCallback, useRef, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { RowModel } from '../parts/row-model.ts';
import type { Deed } from '../parts/toast.tsx';
import { errorWords, statusWord } from '../parts/words.ts';

type Statuses = ReadonlyMap<string, Status | undefined>;

export interface Saves {
  /** Keys of rows whose save is under way. */
  readonly busy: ReadonlySet<string>;
  readonly deed: Deed | undefined;
  readonly save: (rows: readonly RowModel[]) => void;
  readonly setStatus: (row: RowModel, status: Status) => void;
  readonly undo: () => void;
}

/** Saves and their undo. "Saved" is said only when the background has acknowledged it as durable. */
export function useSaves(patch: (changed: Statuses) => void): Saves {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [deed, setDeed] = useState<Deed>();
  /** What can be taken back, newest last, with how it was before: `U` goes through all of it. */
  const done = useRef<{ readonly request: string; readonly before: Statuses }[]>([]);
  const underWay = useRef<Set<string>>(new Set());

  const mark = useCallback((keys: Iterable<string>, on: boolean) => {
    for (const key of keys) {
      if (on) underWay.current.add(key);
      else underWay.current.delete(key);
    }
    setBusy(new Set(underWay.current));
  }, []);

  const undo = useCallback(async () => {
    const last = done.current.pop();
    if (!last) return setDeed({ words: t('popupNothingToUndo') });
    const again = { onUndo: () => void undo() };
    mark(last.before.keys(), true);
    const answer = await call('library.undo', { request: newRequest(), undo: last.request });
    mark(last.before.keys(), false);
    if (!answer.ok) {
      done.current.push(last);
      return setDeed({ words: t('popupUndoFailed'), more: errorWords(answer.error), ...again });
    }
    patch(last.before);
    setDeed({ words: tn('popupUndone', last.before.size), ...(done.current.length > 0 ? again : {}) });
  }, [patch, mark]);

  const change = useCallback(
    async (rows: readonly RowModel[], status: Status | undefined, words: string) => {
      const open = rows.filter((row) => !underWay.current.has(row.key));
      if (open.length === 0) return;
      const keys = open.map((row) => row.key);
      const request = newRequest();
      mark(keys, true);
      const papers = open.map((row) => row.save);
      const answer = await call('library.save', { request, papers, ...(status ? { status } : {}) });
      mark(keys, false);
      if (!answer.ok) return setDeed({ words: tn('popupNotSaved', open.length), more: errorWords(answer.error) });
      done.current.push({ request, before: new Map(open.map((row) => [row.key, row.status])) });
      patch(new Map(keys.map((key, i) => [key, answer.value.saved[i]?.status ?? 'to-read'])));
      setDeed({ words, more: t('popupUndoWhile'), onUndo: () => void undo() });
    },
    [patch, mark, undo],
  );

  const save = useCallback(
    (rows: readonly RowModel[]) => {
      const open = rows.filter((row) => row.status === undefined);
      if (open.length > 0) void change(open, undefined, tn('popupSaved', open.length));
      else if (rows.length > 0) setDeed({ words: t('popupSavedAlready'), more: t('popupStatusKeys') });
    },
    [change],
  );
  const setStatus = useCallback(
    (row: RowModel, status: Status) => void change([row], status, t('popupMarked', statusWord(status))),
    [change],
  );
  return { busy, deed, save, setStatus, undo: () => void undo() };
}
