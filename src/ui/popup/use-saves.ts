import { useCallback, useRef, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { RowModel } from '../parts/row-model.ts';
import type { Deed } from '../parts/toast.tsx';
import { errorWords } from '../parts/words.ts';

type Patch = (changed: ReadonlyMap<string, Status | undefined>) => void;

export interface Saves {
  /** Keys of rows whose save is under way. */
  readonly busy: ReadonlySet<string>;
  readonly deed: Deed | undefined;
  readonly save: (rows: readonly RowModel[]) => void;
  readonly undo: () => void;
  readonly say: (deed: Deed) => void;
}

/** Saves and their undo. "Saved" is said only when the background has acknowledged it as durable. */
export function useSaves(patch: Patch): Saves {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [deed, setDeed] = useState<Deed>();
  /** What can be taken back, newest last: `U` goes through all of it. */
  const done = useRef<{ readonly request: string; readonly keys: readonly string[] }[]>([]);
  const underWay = useRef<Set<string>>(new Set());

  const mark = useCallback((keys: readonly string[], on: boolean) => {
    for (const key of keys) on ? underWay.current.add(key) : underWay.current.delete(key);
    setBusy(new Set(underWay.current));
  }, []);

  const undo = useCallback(async () => {
    const last = done.current.pop();
    if (!last) return;
    mark(last.keys, true);
    const answer = await call('library.undo', { request: newRequest(), undo: last.request });
    mark(last.keys, false);
    if (!answer.ok) {
      done.current.push(last);
      setDeed({ words: t('popupUndoFailed'), more: errorWords(answer.error), onUndo: () => void undo() });
      return;
    }
    patch(new Map(last.keys.map((key) => [key, undefined])));
    setDeed({
      words: tn('popupUndone', last.keys.length),
      ...(done.current.length > 0 ? { onUndo: () => void undo() } : {}),
    });
  }, [patch, mark]);

  const save = useCallback(
    async (rows: readonly RowModel[]) => {
      const open = rows.filter((row) => row.status === undefined && !underWay.current.has(row.key));
      if (open.length === 0) return;
      const keys = open.map((row) => row.key);
      const request = newRequest();
      mark(keys, true);
      const answer = await call('library.save', { request, papers: open.map((row) => row.save) });
      mark(keys, false);
      if (!answer.ok) {
        setDeed({ words: tn('popupNotSaved', open.length), more: errorWords(answer.error) });
        return;
      }
      done.current.push({ request, keys });
      patch(new Map(keys.map((key, i) => [key, answer.value.saved[i]?.status ?? 'to-read'])));
      setDeed({ words: tn('popupSaved', open.length), more: t('popupUndoWhile'), onUndo: () => void undo() });
    },
    [patch, mark, undo],
  );

  return { busy, deed, save: (rows) => void save(rows), undo: () => void undo(), say: setDeed };
}
