import type { Collection } from '../../../core/library/things.ts';
import { t } from '../../../platform/i18n.ts';
import type { PlaceRow as Row } from '../../../storage/library/queries/places.ts';
import { Button } from '../../parts/button.tsx';
import { ChooseFile } from '../../parts/choose-file.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../../parts/menu.tsx';
import type { Stand, Todo } from '../../sync/stand.ts';
import { isServer } from './form.ts';
import { KIND_ICONS, placeAbout } from './place-words.ts';

/** What a person can do with a place. */
export type PlaceDeed =
  | { readonly do: Exclude<Todo, 'bundle'> | 'pause' | 'log' | 'rename' | 'login' | 'remove' | 'write' }
  | { readonly do: 'read'; readonly file: File };

interface Props {
  readonly row: Row;
  readonly stand: Stand;
  readonly collections: readonly Collection[];
  readonly readOnly: boolean;
  readonly onDeed: (deed: PlaceDeed) => void;
}

/** One place: what it is, how it stands, and the one thing to do about it. */
export const PlaceLine = ({ row, stand, collections, readOnly, onDeed }: Props) => {
  const { place } = row;
  return (
    <li class="ti place">
      <span class="i">
        <Icon name={KIND_ICONS[place.kind]} size={18} />
      </span>
      <div>
        <bdi class="n">{place.name}</bdi>
        <div class="d">
          <bdi>{placeAbout(place, collections)}</bdi>
        </div>
        <div class={`s ${stand.tone}`}>
          <Icon name={stand.icon} size={14} />
          <span class="num">{stand.words}</span>
        </div>
        {stand.more.map((words) => (
          <div key={words} class={stand.tone === 'plain' ? 's more' : 's warn more'}>
            <span>{words}</span>
          </div>
        ))}
      </div>
      <div class="a">
        {stand.todo === 'bundle' ? (
          <BundleButtons name={place.name} readOnly={readOnly} onDeed={onDeed} />
        ) : (
          <Main todo={stand.todo} name={place.name} readOnly={readOnly} onDeed={onDeed} />
        )}
        <MenuButton small label={t('syncMore', place.name)} items={menuOf(row, stand, readOnly, onDeed)} />
      </div>
    </li>
  );
};

const todoWords = (todo: Exclude<Todo, 'bundle'>): string =>
  ({
    sync: t('syncNow'),
    try: t('syncTry'),
    stop: t('syncStop'),
    resume: t('syncResume'),
    allow: t('syncAllow'),
    folder: t('syncAllowFolder'),
    look: t('syncLookAt'),
    password: t('syncEnterPassword'),
    passphrase: t('syncEnterPassphrase'),
    restore: t('syncOpenRestore'),
  })[todo];

const Main = (p: {
  readonly todo: Exclude<Todo, 'bundle'>;
  readonly name: string;
  readonly readOnly: boolean;
  readonly onDeed: (deed: PlaceDeed) => void;
}) => (
  <Button
    small
    {...(p.todo === 'sync' ? { icon: 'again' as const } : {})}
    label={`${todoWords(p.todo)}: ${p.name}`}
    disabled={p.readOnly && p.todo !== 'restore'}
    onPress={() => p.onDeed({ do: p.todo })}
  >
    {todoWords(p.todo)}
  </Button>
);

const BundleButtons = (p: {
  readonly name: string;
  readonly readOnly: boolean;
  readonly onDeed: (deed: PlaceDeed) => void;
}) => (
  <>
    <Button
      small
      label={`${t('syncWriteFile')}: ${p.name}`}
      disabled={p.readOnly}
      onPress={() => p.onDeed({ do: 'write' })}
    >
      {t('syncWriteFile')}
    </Button>
    <ChooseFile
      small
      label={t('syncReadFile')}
      name={`${t('syncReadFile')}: ${p.name}`}
      disabled={p.readOnly}
      onFiles={([file]) => file && p.onDeed({ do: 'read', file })}
    />
  </>
);

function menuOf(
  { place }: Row,
  { todo }: Stand,
  readOnly: boolean,
  onDeed: (deed: PlaceDeed) => void,
): readonly MenuEntry[] {
  const item = (what: Exclude<PlaceDeed['do'], 'read'>, label: string, more: Partial<MenuEntry & object> = {}) => ({
    id: what,
    label,
    disabled: readOnly,
    onPress: () => onDeed({ do: what }),
    ...more,
  });
  return [
    ...(place.paused || todo === 'sync' || todo === 'try' || place.kind === 'bundle'
      ? []
      : [item('sync', t('syncNow'))]),
    ...(place.kind === 'bundle' || place.paused ? [] : [item('pause', t('syncPause'))]),
    item('log', t('syncLog'), { disabled: false }),
    item('rename', t('syncRename')),
    ...(isServer(place.kind) ? [item('login', t('syncChangeLogin'))] : []),
    'line' as const,
    item('remove', t('syncRemove'), { bad: true }),
  ];
}
