import { useMemo, useState } from 'preact/hooks';
import { t, tn } from '../../../platform/i18n.ts';
import { inTree } from '../../paper/collection-tree.ts';
import { Toast } from '../../parts/toast.tsx';
import { type Deeds, useDeeds } from '../../parts/use-deeds.ts';
import { useClosed } from './closed-rows.ts';
import { CollectionRows } from './collection-rows.tsx';
import { useThings } from './library-live.ts';
import { MoveUnder } from './move-under.tsx';
import { newThing, useThingActs } from './use-thing-acts.ts';
import './manage.css';

interface Props {
  /** Papers in each collection and below it. */
  readonly counts: Readonly<Record<string, number>>;
  /** The collection whose papers are shown. */
  readonly current?: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly readOnly?: boolean;
  /** Where the page tells of deeds; without it the tree has a toast of its own. */
  readonly deeds?: Deeds;
}

/** The collections as a tree that can be changed in its place: new, rename, move, delete with undo. */
export const CollectionTree = (p: Props) => {
  const { collections } = useThings();
  const rows = useMemo(() => inTree(collections), [collections]);
  const own = useDeeds();
  const deeds = p.deeds ?? own;
  const acts = useThingActs(deeds);
  const [closed, setClosed] = useClosed();
  const [moving, setMoving] = useState<{ readonly id: string; readonly anchor: HTMLElement | null }>();
  const nameOf = (id: string): string => collections.find((one) => one.id === id)?.name ?? '';

  const move = (id: string, parent: string | null): void => {
    const words = parent === null ? t('manageMovedTop', nameOf(id)) : t('manageMovedUnder', nameOf(id), nameOf(parent));
    if (parent !== null) setClosed([parent], false);
    void acts.set(id, { kind: 'collection', parent }, words);
  };
  return (
    <>
      <CollectionRows
        rows={rows}
        counts={p.counts}
        current={p.current}
        closed={closed}
        readOnly={p.readOnly === true}
        onClosed={setClosed}
        onChoose={p.onChoose}
        onMake={(name, parent) => {
          if (parent !== null) setClosed([parent], false);
          void acts.set(newThing(), { kind: 'collection', name, parent }, t('manageMade', name));
        }}
        onRename={(id, name) => void acts.set(id, { kind: 'collection', name }, t('manageRenamed', nameOf(id), name))}
        onMove={move}
        onAskMove={(id, anchor) => setMoving({ id, anchor })}
        onDelete={(id) => {
          const papers = p.counts[id] ?? 0;
          void acts.remove(
            id,
            'collection',
            t('manageGone', nameOf(id)),
            papers > 0 ? tn('managePapersStay', papers) : undefined,
          );
        }}
      />
      {moving && (
        <MoveUnder
          rows={rows}
          id={moving.id}
          anchor={moving.anchor}
          onMove={(parent) => {
            setMoving(undefined);
            move(moving.id, parent);
          }}
          onClose={() => setMoving(undefined)}
        />
      )}
      {!p.deeds && <Toast deed={own.deed} />}
    </>
  );
};
