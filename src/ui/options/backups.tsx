import { useState } from 'preact/hooks';
import type { BackupSettings, Settings } from '../../core/settings.ts';
import type { CallError } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { permissions } from '../../platform/browser.ts';
import { t, tn } from '../../platform/i18n.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import { snapshotFile } from '../../storage/snapshots/queries/snapshot-file.ts';
import { download } from '../parts/download.ts';
import type { Deed } from '../parts/toast.tsx';
import type { Health } from '../parts/use-health.ts';
import { backupTime, errorWords } from '../parts/words.ts';
import { RestoreSteps } from '../transfer/restore-steps.tsx';
import { letGo, type TakeFailure, takeFile } from '../transfer/take-file.ts';
import { importErrorWords } from '../transfer/transfer-words.ts';
import type { BackupSource } from '../transfer/use-restore.ts';
import { BACKUP_NOTE, readBackupNote } from './backup-note.ts';
import { BackupsSection } from './backups-section.tsx';
import { SettingsFile } from './settings-file.tsx';
import { usePermissions } from './use-permissions.ts';
import { useStored } from './use-stored.ts';

interface Props {
  readonly health: Health;
  readonly settings: Settings;
  readonly readOnly: boolean;
  readonly onSettings: (settings: Settings) => void;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onTell: (deed: Deed) => void;
  readonly onAgain: () => Promise<void>;
}

/** The container of the backups: snapshots, files, and settings as a file. */
export const Backups = (p: Props) => {
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState<{ readonly source: BackupSource; readonly name: string }>();
  const { downloads } = usePermissions();
  const note = useStored(BACKUP_NOTE, readBackupNote);
  const failed = (error: CallError): void => p.onTell({ words: t('optionsNotChanged'), more: errorWords(error) });

  const make = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('library.snapshot', { request: newRequest() });
    if (reply.ok) p.onTell({ words: t('optionsBackupMade') });
    else failed(reply.error);
    await p.onAgain();
    setBusy(false);
  };
  const saveFile = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('library.backup', { request: newRequest(), to: 'file' });
    setBusy(false);
    if (!reply.ok) return failed(reply.error);
    const { staged = '', name, count } = reply.value;
    const bytes = await stagedFiles.read(staged).catch(() => undefined);
    if (bytes === undefined) return failed('not-found');
    download(new Blob([new Uint8Array(bytes)], { type: 'application/jsonl' }), name);
    letGo(staged);
    p.onTell({ words: tn('optionsBackupSaved', count, name) });
  };
  // Read here, without the library: this works also where nothing answers for it.
  const saveSnapshot = async (name: string): Promise<void> => {
    const file = await snapshotFile(name).catch(() => undefined);
    if (file) download(file, `scholion-library-${name}`);
    else p.onTell({ words: t('restoreFileFailed'), more: t('restoreFileUnread') });
  };
  const restoreFile = async (file: File): Promise<void> => {
    const refuse = (error: TakeFailure | 'not-a-backup'): void =>
      p.onTell({
        words: t('importRefused', file.name),
        more: error === 'not-a-backup' ? t('optionsNotABackup') : importErrorWords(error, file.size),
      });
    const taken = await takeFile(file);
    if (!taken.ok) return refuse(taken.error);
    if (taken.value.kind === 'backup') return setOpen({ source: taken.value, name: file.name });
    letGo(taken.value.staged);
    refuse('not-a-backup');
  };
  const setEvery = async (every: BackupSettings['every']): Promise<void> => {
    // Asked first of all: after any wait the press would no longer count.
    const allowed = every === 'never' || (await permissions.request({ permissions: ['downloads'] }).catch(() => false));
    if (allowed) p.onSettings({ ...p.settings, backup: { every } });
    else p.onTell({ words: t('optionsBackupDenied') });
  };
  const close = (): void => {
    if (open && 'staged' in open.source) letGo(open.source.staged);
    setOpen(undefined);
    void p.onAgain();
  };

  return (
    <>
      <BackupsSection
        health={p.health}
        readOnly={p.readOnly}
        busy={busy}
        every={p.settings.backup?.every ?? 'never'}
        downloadsAllowed={downloads}
        note={note}
        onMake={() => void make()}
        onRestore={({ name, day }) =>
          setOpen({ source: { snapshot: name }, name: t('restoreBackupOf', backupTime(day)) })
        }
        onSaveSnapshot={({ name }) => void saveSnapshot(name)}
        onSaveFile={() => void saveFile()}
        onRestoreFile={(file) => void restoreFile(file)}
        onEvery={(every) => void setEvery(every)}
      />
      <SettingsFile settings={p.settings} readOnly={p.readOnly} onSettings={p.onSettings} onSite={p.onSite} />
      {open && <RestoreSteps source={open.source} name={open.name} onClose={close} />}
    </>
  );
};
