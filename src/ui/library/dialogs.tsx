import { number, t, tn } from '../../platform/i18n.ts';
import type { Placed } from '../paper/collection-tree.ts';
import { Question } from '../parts/dialog.tsx';
import { CollectionPicker, type Moving, RatingPicker, ratingWord, StatusPicker, TagPicker } from './bulk/pickers.tsx';
import type { Acts, Target } from './bulk/use-acts.ts';
import type { ListStore } from './list/list-store.ts';
import { statusName } from './look/status-name.ts';
import { ExportDialog, ZoteroDialog } from './parts-on-demand.ts';
import type { Colours } from './rows/meta.tsx';
import { rowsOf, sharedBy, statesOf } from './use-targets.ts';

/** What is open over the list, and the papers it is about. */
export interface Open {
  readonly what: 'status' | 'rate' | 'tag' | 'move' | 'export' | 'zotero' | 'delete' | 'purge';
  readonly target: Target;
  /** Where it opens. */
  readonly anchor: HTMLElement | null;
}

interface Props {
  readonly open: Open;
  readonly store: ListStore;
  readonly acts: Acts;
  readonly tags: readonly string[];
  readonly colours: Colours;
  readonly collections: readonly Placed[];
  /** The collection whose papers are listed. */
  readonly inside: Placed | undefined;
  /** Makes a collection. @returns its id, or undefined where it was not made */
  readonly onMake: (name: string) => Promise<string | undefined>;
  readonly onDelete: (target: Target) => void;
  readonly onPurge: (target: Target) => void;
  readonly onClose: () => void;
}

/** The dialog that is open, and what its answer does. */
export const Dialogs = (p: Props) => {
  const { target, anchor, what } = p.open;
  const { count } = target;
  const common = { count, anchor, onClose: p.onClose };
  const rows = rowsOf(p.store, target);
  if (what === 'status')
    return (
      <StatusPicker
        {...common}
        status={sharedBy(rows, (row) => row.status)}
        onStatus={(status) =>
          p.acts.edit(target, [{ do: 'status', status }], (n) => tn('libraryMarked', n, statusName(status)))
        }
      />
    );
  if (what === 'rate')
    return (
      <RatingPicker
        {...common}
        rating={sharedBy(rows, (row) => row.rating ?? 0)}
        onRating={(rating) =>
          p.acts.edit(target, [{ do: 'rating', rating }], (n) => tn('libraryRated', n, ratingWord(rating)))
        }
      />
    );
  if (what === 'tag')
    return (
      <TagPicker
        {...common}
        tags={p.tags}
        colours={p.colours}
        states={statesOf(rows, (row) => row.tags)}
        onTag={(tag, on) =>
          p.acts.edit(target, [{ do: 'tag', tag, on }], (n) => tn(on ? 'libraryTagged' : 'libraryUntagged', n, tag))
        }
      />
    );
  if (what === 'move') {
    const move = (id: string, name: string, how: Moving): void => {
      const out = how === 'move' && p.inside ? [{ do: 'collection' as const, id: p.inside.id, on: false }] : [];
      p.acts.edit(target, [...out, { do: 'collection', id, on: how !== 'off' }], (n) =>
        tn(how === 'off' ? 'libraryTaken' : 'libraryMoved', n, name),
      );
    };
    return (
      <CollectionPicker
        {...common}
        collections={p.collections}
        states={statesOf(rows, (row) => row.collections ?? [])}
        open={p.inside}
        onMove={move}
        onMake={(name, how) => void p.onMake(name).then((id) => id !== undefined && move(id, name, how))}
      />
    );
  }
  if (what === 'export') return <ExportDialog choice={target.choice} count={count} onClose={p.onClose} />;
  if (what === 'zotero') return <ZoteroDialog choice={target.choice} count={count} onClose={p.onClose} />;
  const isPurge = what === 'purge';
  return (
    <Question
      title={tn(isPurge ? 'libraryWouldPurge' : 'libraryWouldTrash', count)}
      keep={t(isPurge ? 'libraryKeepTrash' : 'libraryKeep')}
      deed={t(isPurge ? 'libraryPurgeDo' : 'libraryDeleteDo', number(count))}
      onClose={p.onClose}
      onDeed={() => {
        p.onClose();
        if (isPurge) p.onPurge(target);
        else p.onDelete(target);
      }}
    >
      <p>{t(isPurge ? 'libraryWouldPurgeText' : 'libraryWouldTrashText')}</p>
    </Question>
  );
};
