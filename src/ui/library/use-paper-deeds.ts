import { useCallback } from 'preact/hooks';
import type { SavedSearch } from '../../core/library/things.ts';
import { call } from '../../messaging/client.ts';
import type { ListQuery, SortBy } from '../../messaging/library-calls.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { Deeds } from '../parts/use-deeds.ts';
import type { Deed } from './bulk/bulk-bar.tsx';
import type { Acts, Target } from './bulk/use-acts.ts';
import type { Open } from './dialogs.tsx';
import type { ListStore } from './list/list-store.ts';
import { choiceOf } from './list/selection.ts';
import type { Selecting } from './list/use-selection.ts';
import { beginsDescending, type Place } from './place.ts';

/** Fewer papers go to the trash without a question: the undo is there. */
const ASK_FROM = 20;
const MOST_KEYS = 50_000;
const LONGEST_NAME = 200;

export interface PaperDeeds {
  /** Begins what a button or a key asks for: opens its dialog, or does it. */
  readonly begin: (deed: Deed, anchor: HTMLElement | null, target?: Target) => void;
  readonly remove: (target: Target) => void;
  readonly purge: (target: Target) => void;
  readonly emptyTrash: (count: number) => void;
  /** Keeps the text as a saved search, or forgets the one that has it. */
  readonly star: (text: string, searches: readonly SavedSearch[]) => void;
  readonly makeCollection: (name: string) => Promise<string | undefined>;
  readonly sort: (by: SortBy, query: ListQuery, go: (change: Partial<Place>) => void) => void;
}

/** What can be done to the papers chosen, or to one. */
export function useDeedsOnPapers(p: {
  readonly store: ListStore;
  readonly acts: Acts;
  readonly selecting: Selecting;
  readonly deeds: Deeds;
  readonly setOpen: (open: Open) => void;
}): PaperDeeds {
  const { store, acts, selecting, deeds, setOpen } = p;
  const { clear } = selecting;

  const remove = useCallback(
    (target: Target) => {
      acts.edit(target, [{ do: 'delete' }], (n) => tn('libraryDeleted', n), t('libraryUndoWhile'));
      clear();
    },
    [acts, clear],
  );
  const purge = useCallback(
    async (target: Target) => {
      clear();
      const { choice } = target;
      if ('keys' in choice) return acts.purge(choice.keys);
      const { query, except } = choice;
      if (query.text.trim() === '' && except.length === 0) return acts.purge('all');
      const keys: string[] = [];
      for (let from = 0; from < store.state.total; from += MOST_KEYS) {
        const answer = await call('library.keys', { query, from, count: MOST_KEYS });
        if (!answer.ok) return deeds.tell({ words: t('libraryNotDone') });
        keys.push(...answer.value.keys);
      }
      const kept = new Set(except);
      await acts.purge(keys.filter((key) => !kept.has(key)));
    },
    [acts, clear, store, deeds],
  );
  const begin = useCallback(
    (deed: Deed, anchor: HTMLElement | null, given?: Target) => {
      const target = given ?? { choice: choiceOf(selecting.selection), count: selecting.count };
      if (deed === 'restore') {
        acts.edit(target, [{ do: 'restore' }], (n) => tn('libraryRestored', n));
        return clear();
      }
      if (deed === 'delete' && target.count < ASK_FROM) return remove(target);
      setOpen({ what: deed, target, anchor });
    },
    [acts, selecting, clear, remove, setOpen],
  );
  const makeCollection = useCallback(
    async (name: string): Promise<string | undefined> => {
      const id = crypto.randomUUID();
      const made = await deeds.act({
        call: (request) => call('library.thing', { request, id, fields: { kind: 'collection', name, parent: null } }),
        done: () => t('libraryCollectionMade', name),
        failed: t('libraryCollectionFailed'),
      });
      return made && id;
    },
    [deeds],
  );
  const star = useCallback(
    (given: string, searches: readonly SavedSearch[]) => {
      const text = given.trim();
      const kept = searches.find((search) => search.text.trim() === text);
      const name = text.slice(0, LONGEST_NAME);
      void deeds.act({
        call: (request) =>
          call('library.thing', {
            request,
            id: kept?.id ?? crypto.randomUUID(),
            fields: kept ? { kind: 'search', deleted: true } : { kind: 'search', name, text },
          }),
        done: () => t(kept ? 'librarySearchDropped' : 'librarySearchSaved'),
        failed: t('librarySearchFailed'),
      });
    },
    [deeds],
  );
  return {
    begin,
    star,
    remove,
    purge: (target) => void purge(target),
    emptyTrash: (count) =>
      setOpen({
        what: 'purge',
        target: { choice: { query: { ...store.state.query, shelf: 'trash', text: '' }, except: [] }, count },
        anchor: null,
      }),
    makeCollection,
    // A second press turns the order, a third goes back to the best matches.
    sort: (by, query, go) => {
      const first = beginsDescending(by);
      if (query.sort !== by) go({ query: { ...query, sort: by, descending: first } });
      else if (query.descending === first) go({ query: { ...query, descending: !first } });
      else go({ query: { ...query, sort: 'relevance', descending: true } });
    },
  };
}
