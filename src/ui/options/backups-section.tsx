import { BACKUPS, type BackupSettings } from '../../core/settings.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { ChooseFile } from '../parts/choose-file.tsx';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import { SnapshotPill } from '../parts/pills.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import type { Health } from '../parts/use-health.ts';
import { backupTime, sizeWords } from '../parts/words.ts';
import type { BackupNote } from './backup-note.ts';

export type Snapshot = Extract<Health, { readonly snapshots: unknown }>['snapshots'][number];
type Every = BackupSettings['every'];

export interface BackupsProps {
  readonly health: Health;
  readonly readOnly: boolean;
  /** A backup or restore is under way. */
  readonly busy: boolean;
  readonly every: Every;
  /** May files be put into the downloads folder? Undefined until it is known. */
  readonly downloadsAllowed: boolean | undefined;
  /** The last backup that was made by itself; undefined where there was none. */
  readonly note: BackupNote | undefined;
  readonly onMake: () => void;
  readonly onRestore: (snapshot: Snapshot) => void;
  readonly onSaveSnapshot: (snapshot: Snapshot) => void;
  readonly onSaveFile: () => void;
  readonly onRestoreFile: (file: File) => void;
  readonly onEvery: (every: Every) => void;
}

/** Snapshots that this browser keeps, backups as files, and the way back from either. */
export const BackupsSection = (p: BackupsProps) => {
  const { health } = p;
  if (health.state === 'loading') return <Loading rows={3} />;
  if (health.state === 'no-answer') return null; // the banner above says so and offers to try again
  return (
    <>
      <div class="row gap">
        <span class="strong num">{tn('optionsLibraryCount', health.count)}</span>
        <span class="sp" />
        <Button kind="main" icon="receive" disabled={p.readOnly || p.busy} onPress={p.onMake}>
          {p.busy ? t('optionsWorking') : t('optionsMakeBackup')}
        </Button>
      </div>
      {health.snapshots.length === 0 ? (
        <Empty icon="receive" title={t('optionsNoBackups')}>
          {t('optionsNoBackupsText')}
        </Empty>
      ) : (
        <div class="tg">
          {health.snapshots.map((snapshot) => (
            <SnapshotRow key={snapshot.name} snapshot={snapshot} {...p} />
          ))}
        </div>
      )}
      <p class="small muted under">{t('optionsBackupsWhere')}</p>
      <h2>{t('optionsFiles')}</h2>
      <div class="tg">
        <div class="ti">
          <span class="i">
            <Icon name="file" size={18} />
          </span>
          <div>
            <div class="n">{t('optionsBackupFile')}</div>
            <div class="d">{t('optionsBackupFileAbout')}</div>
          </div>
          <Button small disabled={p.busy} onPress={p.onSaveFile}>
            {t('optionsBackupNow')}
          </Button>
        </div>
        <ByThemselves {...p} />
        <FromFile {...p} />
      </div>
      {health.papers === 'lost' && (
        <Message tone="info" title={t('commonPapersLostTitle')}>
          {t('commonPapersLostText')}
        </Message>
      )}
    </>
  );
};

const SnapshotRow = ({ snapshot, ...p }: BackupsProps & { readonly snapshot: Snapshot }) => (
  <div class="ti">
    <span class="i">
      <Icon name="receive" size={18} />
    </span>
    <div>
      <div class="n">{backupTime(snapshot.day)}</div>
      <div class="d num">
        {tn('optionsBackupHolds', snapshot.count)} · {sizeWords(snapshot.bytes)}
      </div>
    </div>
    <span class="a">
      <SnapshotPill good={snapshot.good} />
      <Button
        small
        kind="quiet"
        icon="file"
        label={t('optionsSaveNamed', backupTime(snapshot.day))}
        onPress={() => p.onSaveSnapshot(snapshot)}
      />
      <Button
        small
        kind="quiet"
        disabled={p.readOnly || p.busy}
        label={t('optionsRestoreNamed', backupTime(snapshot.day))}
        onPress={() => p.onRestore(snapshot)}
      >
        {t('optionsRestore')}
      </Button>
    </span>
  </div>
);

const everyWord = (every: Every): string =>
  ({ never: t('optionsBackupNever'), day: t('optionsBackupDaily'), week: t('optionsBackupWeekly') })[every];

/** Backups into the downloads folder without being asked. Choosing them asks the browser for its leave. */
const ByThemselves = (p: BackupsProps) => (
  <div class="ti stack">
    <span class="i">
      <Icon name="clock" size={18} />
    </span>
    <div>
      <div class="n">{t('optionsBackupEvery')}</div>
      <div class="d">{t('optionsBackupEveryAbout')}</div>
      {p.every !== 'never' && <LastMade {...p} />}
    </div>
    <fieldset class="seg" aria-label={t('optionsBackupEvery')} disabled={p.readOnly}>
      {BACKUPS.map((every) => (
        <label key={every}>
          <input type="radio" name="every" checked={p.every === every} onChange={() => p.onEvery(every)} />
          {everyWord(every)}
        </label>
      ))}
    </fieldset>
  </div>
);

const LastMade = (p: BackupsProps) => {
  if (p.downloadsAllowed === false)
    return (
      <div class="d bad" role="alert">
        {t('optionsBackupNoLeave')}{' '}
        <button type="button" class="link" onClick={() => p.onEvery(p.every)}>
          {t('optionsBackupAllow')}
        </button>
      </div>
    );
  if (p.note === undefined || (p.note.at === 0 && p.note.failed === undefined))
    return <div class="d">{t('optionsBackupSoon')}</div>;
  const last = p.note.at === 0 ? '' : t('optionsBackupLast', backupTime(new Date(p.note.at).toISOString()));
  return p.note.failed === undefined ? (
    <div class="d num">{last}</div>
  ) : (
    <div class="d bad">
      {t('optionsBackupFailed')} {last}
    </div>
  );
};

const FromFile = (p: BackupsProps) => {
  return (
    <div class="ti">
      <span class="i">
        <Icon name="again" size={18} />
      </span>
      <div>
        <div class="n">{t('optionsRestoreFile')}</div>
        <div class="d">{t('optionsRestoreFileAbout')}</div>
      </div>
      <ChooseFile
        small
        label={t('optionsRestoreChoose')}
        name={t('optionsRestoreFile')}
        accept=".jsonl,.json"
        disabled={p.readOnly || p.busy}
        onFiles={([file]) => file && p.onRestoreFile(file)}
      />
    </div>
  );
};
