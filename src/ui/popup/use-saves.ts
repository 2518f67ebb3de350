import { useCallback, useRef, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import { call } from '../../messaging/client.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { RowModel } from '../parts/row-model.ts';
import type { Deed } from '../parts/toast.tsx';
import { useDeeds } from '../parts/use-deeds.ts';
import { statusWord } from '../parts/words.ts';

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
  const { deed, act, undo, tell } = useDeeds();
  const underWay = useRef<Set<string>>(new Set());

  const mark = useCallback((keys: Iterable<string>, on: boolean) => {
    for (const key of keys) {
      if (on) underWay.current.add(key);
      else underWay.current.delete(key);
    }
    setBusy(new Set(underWay.current));
  }, []);

  const change = useCallback(
    async (rows: readonly RowModel[], status: Status | undefined, words: string) => {
      const open = rows.filter((row) => !underWay.current.has(row.key));
      if (open.length === 0) return;
      const keys = open.map((row) => row.key);
      const before: Statuses = new Map(open.map((row) => [row.key, row.status]));
      const papers = open.map((row) => row.save);
      mark(keys, true);
      const saved = await act({
        call: (request) => call('library.save', { request, papers, ...(status ? { status } : {}) }),
        done: () => words,
        more: t('popupUndoWhile'),
        failed: tn('popupNotSaved', open.length),
        undone: () => tn('commonUndone', before.size),
        onUndo: (state) => {
          mark(keys, state === 'begun');
          if (state === 'done') patch(before);
        },
      });
      mark(keys, false);
      if (saved) patch(new Map(keys.map((key, i) => [key, saved.saved[i]?.status ?? 'to-read'])));
    },
    [patch, mark, act],
  );

  const save = useCallback(
    (rows: readonly RowModel[]) => {
      const open = rows.filter((row) => row.status === undefined);
      if (open.length > 0) void change(open, undefined, tn('popupSaved', open.length));
      else if (rows.length > 0) tell({ words: t('popupSavedAlready'), more: t('popupStatusKeys') });
    },
    [change, tell],
  );
  const setStatus = useCallback(
    (row: RowModel, status: Status) => void change([row], status, t('popupMarked', statusWord(status))),
    [change],
  );
  return { busy, deed, save, setStatus, undo };
}
