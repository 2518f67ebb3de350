import { t, tn } from '../../../platform/i18n.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import type { PlaceRow } from '../../../storage/library/queries/places.ts';
import { collections } from '../../../storage/library/queries/things.ts';
import { Question } from '../../parts/dialog.tsx';
import { Message } from '../../parts/message.tsx';
import { Empty, Loading } from '../../parts/states.tsx';
import type { Deed } from '../../parts/toast.tsx';
import { readyOr, useLive } from '../../parts/use-live.ts';
import { GuardDialog } from '../../sync/guard-dialog.tsx';
import { standOf, unsent } from '../../sync/stand.ts';
import { useNow } from '../../sync/use-now.ts';
import { useNotAllowed, usePlaces } from '../../sync/use-places.ts';
import { AddPlace } from './add-place.tsx';
import { ChangeSheet } from './change-sheet.tsx';
import { LogSheet } from './log-sheet.tsx';
import { PlaceLine } from './place-row.tsx';
import { type OpenSheet, usePlaceDeeds } from './use-place-deeds.ts';
import './sync.css';

const watchCollections = liveLibrary(collections);
const NONE: readonly PlaceRow[] = [];

interface Props {
  readonly readOnly: boolean;
  readonly onTell: (deed: Deed) => void;
  readonly onRestore: () => void;
}

/** Where the library lives besides this browser: each place, how it stands, and how to add one. */
export const SyncSection = (p: Props) => {
  const live = usePlaces();
  const rows = readyOr(live, NONE);
  const missing = useNotAllowed(rows);
  const made = readyOr(useLive(watchCollections), []);
  const now = useNow();
  const { open, act, remove, close } = usePlaceDeeds(p.onTell, p.onRestore);
  return (
    <>
      {live.state === 'loading' && <Loading rows={2} />}
      {live.state === 'error' && <Message tone="bad" title={t('syncUnread')} />}
      {live.state === 'ready' && rows.length === 0 && (
        <Empty icon="again" title={t('syncNone')}>
          {t('syncNoneText')}
        </Empty>
      )}
      {rows.length > 0 && (
        <ul class="tg" aria-label={t('optionsSync')}>
          {rows.map((row) => (
            <PlaceLine
              key={row.place.id}
              row={row}
              stand={standOf(row, now, missing.has(row.place.id))}
              collections={made}
              readOnly={p.readOnly}
              onDeed={(deed) => act(row.place, deed)}
            />
          ))}
        </ul>
      )}
      {live.state === 'ready' && (
        <AddPlace
          collections={made}
          readOnly={p.readOnly}
          onAdded={(name) => p.onTell({ words: t('syncAdded', name) })}
        />
      )}
      {open && <Over open={open} rows={rows} onRemove={() => remove(open.place)} onClose={close} />}
    </>
  );
};

const Over = (p: {
  readonly open: OpenSheet;
  readonly rows: readonly PlaceRow[];
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) => {
  const { place, what } = p.open;
  if (what === 'guard') return <GuardDialog id={place.id} name={place.name} onClose={p.onClose} />;
  if (what === 'log') return <LogSheet place={place} onClose={p.onClose} />;
  if (what !== 'remove') return <ChangeSheet place={place} what={what} onClose={p.onClose} />;
  const row = p.rows.find((one) => one.place.id === place.id);
  const left = row === undefined ? 0 : unsent(row);
  return (
    <Question
      title={t('syncRemoveTitle', place.name)}
      keep={t('syncRemoveKeep')}
      deed={t('syncRemoveDeed')}
      onDeed={p.onRemove}
      onClose={p.onClose}
    >
      <p>{t('syncRemoveText')}</p>
      {left > 0 && <p>{tn('syncRemoveWaits', left)}</p>}
    </Question>
  );
};
