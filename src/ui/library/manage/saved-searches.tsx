import { useState } from 'preact/hooks';
import type { SavedSearch } from '../../../core/library/things.ts';
import { call, newRequest } from '../../../messaging/client.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../../parts/menu.tsx';
import { Toast } from '../../parts/toast.tsx';
import { type Deeds, useDeeds } from '../../parts/use-deeds.ts';
import { errorWords } from '../../parts/words.ts';
import { useThings } from './library-live.ts';
import { NameField } from './name-field.tsx';
import { newThing, useThingActs } from './use-thing-acts.ts';
import './manage.css';

const LONGEST = 200;

interface Props {
  /** What is searched for now. */
  readonly text: string;
  readonly onChoose: (text: string) => void;
  readonly readOnly?: boolean;
  /** Where the page tells of deeds; without it the list has a toast of its own. */
  readonly deeds?: Deeds;
}

/** Searches that were kept: keep the one at hand, use, rename, put in order, delete with undo. */
export const SavedSearches = (p: Props) => {
  const { searches } = useThings();
  const own = useDeeds();
  const deeds = p.deeds ?? own;
  const acts = useThingActs(deeds);
  /** Id of the one whose name is written; `new` for one that is being made. */
  const [writing, setWriting] = useState<string>();
  const text = p.text.trim();
  const known = searches.find((search) => search.text.trim() === text);
  const canKeep = text !== '' && known === undefined && p.readOnly !== true;

  const put = (search: SavedSearch, place: number | undefined) =>
    call('library.thing', { request: newRequest(), id: search.id, fields: { kind: 'search', order: place ?? 0 } });
  /** Those that were never put in order get the places at which they stand. */
  const placeOthers = (besides: readonly SavedSearch[]) =>
    searches
      .filter((search) => search.order === undefined && !besides.includes(search))
      .map((search) => put(search, places(searches).get(search.id)));
  /** Two searches change places: no other one has to be written. */
  const swap = async (a: SavedSearch, b: SavedSearch | undefined): Promise<void> => {
    if (!b) return;
    const order = places(searches);
    const answers = await Promise.all([put(a, order.get(b.id)), put(b, order.get(a.id)), ...placeOthers([a, b])]);
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !failed.ok) deeds.tell({ words: t('manageNotDone'), more: errorWords(failed.error) });
  };
  const entries = (search: SavedSearch, i: number): MenuEntry[] => [
    { id: 'rename', label: t('manageRename'), icon: 'pencil', keys: 'F2', onPress: () => setWriting(search.id) },
    {
      id: 'up',
      label: t('manageUp'),
      icon: 'up',
      keys: 'Alt+ArrowUp',
      disabled: i === 0,
      onPress: () => void swap(search, searches[i - 1]),
    },
    {
      id: 'down',
      label: t('manageDown'),
      icon: 'down',
      keys: 'Alt+ArrowDown',
      disabled: i === searches.length - 1,
      onPress: () => void swap(search, searches[i + 1]),
    },
    'line',
    {
      id: 'gone',
      label: t('manageDelete'),
      icon: 'trash',
      keys: 'Delete',
      bad: true,
      onPress: () => void acts.remove(search.id, 'search', t('manageGone', search.name)),
    },
  ];
  return (
    <section class="searches" aria-label={t('manageSearches')}>
      <h3>
        {t('manageSearches')}
        <Button
          kind="quiet"
          small
          icon="star"
          label={known ? t('manageKept', known.name) : t('manageKeepSearch')}
          disabled={!canKeep}
          onPress={() => setWriting('new')}
        />
      </h3>
      <ul>
        {writing === 'new' && (
          <li>
            <Icon name="star" size={14} />
            <NameField
              label={t('manageNewName')}
              name=""
              longest={LONGEST}
              onName={(name) => {
                const order = Math.max(0, ...places(searches).values()) + 1;
                void Promise.all(placeOthers([]));
                void acts.set(newThing(), { kind: 'search', name, text, order }, t('manageMade', name));
              }}
              onEnd={() => setWriting(undefined)}
            />
          </li>
        )}
        {searches.map((search, i) => (
          <li key={search.id} class={search === known ? 'on' : ''}>
            {writing === search.id ? (
              <>
                <Icon name="star" size={14} />
                <NameField
                  label={t('manageNewNameOf', search.name)}
                  name={search.name}
                  longest={LONGEST}
                  onName={(name) =>
                    void acts.set(search.id, { kind: 'search', name }, t('manageRenamed', search.name, name))
                  }
                  onEnd={() => setWriting(undefined)}
                />
              </>
            ) : (
              <>
                <button
                  type="button"
                  class="l"
                  aria-current={search === known ? 'true' : undefined}
                  title={search.text}
                  onClick={() => p.onChoose(search.text)}
                  onKeyDown={(event) => {
                    const { key, altKey } = event;
                    if (altKey && key === 'ArrowUp') void swap(search, searches[i - 1]);
                    else if (altKey && key === 'ArrowDown') void swap(search, searches[i + 1]);
                    else if (key === 'F2' && !p.readOnly) setWriting(search.id);
                    else if (key === 'Delete' && !p.readOnly)
                      void acts.remove(search.id, 'search', t('manageGone', search.name));
                    else return;
                    event.preventDefault();
                    event.stopPropagation();
                  }}
                >
                  <Icon name="star" size={14} />
                  <bdi>{search.name}</bdi>
                </button>
                {!p.readOnly && (
                  <MenuButton small label={t('manageActionsOf', search.name)} items={entries(search, i)} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {searches.length === 0 && writing === undefined && <p class="none">{t('manageNoSearches')}</p>}
      {!p.deeds && <Toast deed={own.deed} />}
    </section>
  );
};

/** The number of each search in the order shown, rising from one to the next whatever is stored. */
function places(searches: readonly SavedSearch[]): ReadonlyMap<string, number> {
  let last = 0;
  return new Map(
    searches.map(({ id, order }) => {
      last = Math.max(last + 1, order ?? 0);
      return [id, last];
    }),
  );
}
