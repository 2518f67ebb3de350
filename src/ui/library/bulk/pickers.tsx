import { useState } from 'preact/hooks';
import type { Rating } from '../../../core/library/edits.ts';
import { LONGEST_TAG, RATINGS } from '../../../core/library/edits.ts';
import { STATUSES, type Status } from '../../../core/library/status.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import { Glyph, Icon } from '../../parts/icon.tsx';
import { Listbox, type ListItem } from '../../parts/listbox.tsx';
import { Picker } from '../../parts/picker.tsx';
import { statusName } from '../look/status-name.ts';
import { Stars } from '../rows/cells.tsx';
import type { Colours } from '../rows/meta.tsx';

/** Small dialogs that ask for a status, stars, tags or collections, for one paper or for all that are chosen. */

interface Common {
  readonly count: number;
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
}
/** Of the papers chosen: on all, some or none of them. Absent where not all of them are read. */
export type States = ReadonlyMap<string, 'on' | 'some'> | undefined;

export const StatusPicker = (
  p: Common & { readonly status: Status | undefined; readonly onStatus: (status: Status) => void },
) => (
  <Picker title={tn('libraryStatusOf', p.count)} anchor={p.anchor} onClose={p.onClose}>
    <Listbox
      label={t('commonStatus')}
      items={STATUSES.map((status) => ({
        id: status,
        label: statusName(status),
        mark: (
          <span class={`st ${status}`}>
            <Icon name={status} size={15} />
          </span>
        ),
        chosen: status === p.status,
      }))}
      onPick={({ id }) => {
        p.onClose();
        const status = STATUSES.find((one) => one === id);
        if (status) p.onStatus(status);
      }}
    />
  </Picker>
);

export const RatingPicker = (
  p: Common & { readonly rating: Rating | undefined; readonly onRating: (rating: Rating) => void },
) => (
  <Picker title={tn('libraryRatingOf', p.count)} anchor={p.anchor} onClose={p.onClose}>
    <Listbox
      label={t('libraryColRating')}
      items={[...RATINGS].reverse().map((rating) => ({
        id: String(rating),
        label: ratingWord(rating),
        mark: <Stars rating={rating} />,
        chosen: rating === p.rating,
      }))}
      onPick={({ id }) => {
        p.onClose();
        const rating = RATINGS.find((one) => String(one) === id);
        if (rating !== undefined) p.onRating(rating);
      }}
    />
  </Picker>
);

export const ratingWord = (rating: Rating): string =>
  rating === 0 ? t('libraryNoStars') : t('libraryStars', number(rating));

export const TagPicker = (
  p: Common & {
    readonly tags: readonly string[];
    readonly colours: Colours;
    readonly states: States;
    readonly onTag: (tag: string, on: boolean) => void;
  },
) => {
  const [on, setOn] = useState(true);
  const { states } = p;
  return (
    <Picker title={tn('libraryTagsOf', p.count)} anchor={p.anchor} onClose={p.onClose}>
      {states === undefined && (
        <How
          options={[
            { id: 'on', label: t('libraryPut') },
            { id: 'off', label: t('libraryTake') },
          ]}
          chosen={on ? 'on' : 'off'}
          onChoose={(id) => setOn(id === 'on')}
        />
      )}
      <Listbox
        label={t('libraryTags')}
        field={t('libraryFindTag')}
        many={states !== undefined}
        items={p.tags.map(
          (tag): ListItem => ({
            id: tag,
            label: tag,
            mark: <Glyph kind="own" colour={p.colours.get(tag)} />,
            ...(states ? { state: states.get(tag) ?? 'off' } : {}),
          }),
        )}
        onPick={({ id }) => {
          if (states) return p.onTag(id, states.get(id) !== 'on');
          p.onClose();
          p.onTag(id, on);
        }}
        create={(name) => (on || states ? t('libraryMakeTag', name.slice(0, LONGEST_TAG)) : undefined)}
        onCreate={(name) => {
          if (!states) p.onClose();
          p.onTag(name.slice(0, LONGEST_TAG), true);
        }}
      />
    </Picker>
  );
};

/** `move` also takes the papers out of the collection that is open. */
export type Moving = 'move' | 'on' | 'off';

export const CollectionPicker = (
  p: Common & {
    readonly collections: readonly Placed[];
    readonly states: States;
    /** The collection that is open: papers can be moved out of it. */
    readonly open: Placed | undefined;
    readonly onMove: (id: string, name: string, how: Moving) => void;
    readonly onMake: (name: string, how: Moving) => void;
  },
) => {
  const [how, setHow] = useState<Moving>(p.open ? 'move' : 'on');
  const toggles = p.states !== undefined && how === 'on' && !p.open;
  return (
    <Picker title={tn('libraryCollectionsOf', p.count)} anchor={p.anchor} onClose={p.onClose}>
      {!toggles && (
        <How
          options={[
            ...(p.open ? [{ id: 'move', label: t('libraryMoveHere') }] : []),
            { id: 'on', label: t('libraryPutIn') },
            { id: 'off', label: t('libraryTakeOut') },
          ]}
          chosen={how}
          onChoose={(id) => setHow(id === 'move' || id === 'off' ? id : 'on')}
        />
      )}
      <Listbox
        label={t('libraryCollections')}
        field={t('libraryFindCollection')}
        many={toggles}
        items={p.collections
          .filter((one) => how !== 'move' || one.id !== p.open?.id)
          .map(
            (one): ListItem => ({
              id: one.id,
              label: one.name,
              depth: one.depth,
              mark: <Icon name="folder" size={14} />,
              ...(toggles ? { state: p.states?.get(one.id) ?? 'off' } : {}),
            }),
          )}
        onPick={({ id, label }) => {
          if (toggles) return p.onMove(id, label, p.states?.get(id) === 'on' ? 'off' : 'on');
          p.onClose();
          p.onMove(id, label, how);
        }}
        create={(name) => (how === 'off' ? undefined : t('libraryMakeCollection', name))}
        onCreate={(name) => {
          p.onClose();
          p.onMake(name, how);
        }}
      />
    </Picker>
  );
};

/** What a choice of the list will do: a segmented control. */
const How = (p: {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) => (
  <fieldset class="how" aria-label={t('libraryHow')}>
    {p.options.map(({ id, label }) => (
      <button key={id} type="button" aria-pressed={id === p.chosen} onClick={() => p.onChoose(id)}>
        {label}
      </button>
    ))}
  </fieldset>
);
