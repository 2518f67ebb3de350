import { useState } from 'preact/hooks';
import { call, newRequest } from '../../messaging/client.ts';
import { t } from '../../platform/i18n.ts';
import { snapshotFile } from '../../storage/snapshots/queries/snapshot-file.ts';
import { download } from '../parts/download.ts';
import { useHealth } from '../parts/use-health.ts';
import { useOnline } from '../parts/use-online.ts';
import { errorWords } from '../parts/words.ts';
import { RestoreSteps } from '../transfer/restore-steps.tsx';
import { letGo, takeFile } from '../transfer/take-file.ts';
import { importErrorWords } from '../transfer/transfer-words.ts';
import { RestoreView } from './restore-view.tsx';

/** The container of the restore screen. */
export const RestorePage = () => {
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [fileError, setFileError] = useState<string>();
  const [restored, setRestored] = useState<number>();

  const [opened, setOpened] = useState<{ readonly staged: string; readonly name: string }>();

  const restore = async (name: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const reply = await call('library.restore', { request: newRequest(), name });
    if (reply.ok) setRestored(reply.value.restored);
    else setError(errorWords(reply.error));
    await askAgain();
    setBusy(false);
  };
  const accept = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const reply = await call('library.accept', { request: newRequest() });
    if (!reply.ok) setError(errorWords(reply.error));
    await askAgain();
    setBusy(false);
  };
  // Reads the backup itself, without the library: this works also where nothing answers for it.
  const saveFile = async (name: string): Promise<void> => {
    setFileError(undefined);
    const file = await snapshotFile(name).catch(() => undefined);
    if (file) download(file, `scholion-library-${name}`);
    else setFileError(t('restoreFileUnread'));
  };
  const openFile = async (file: File): Promise<void> => {
    setError(undefined);
    const taken = await takeFile(file);
    if (!taken.ok) return setError(importErrorWords(taken.error, file.size));
    if (taken.value.kind === 'backup') return setOpened({ staged: taken.value.staged, name: file.name });
    letGo(taken.value.staged);
    setError(t('optionsNotABackup'));
  };
  const closeFile = (): void => {
    if (opened) letGo(opened.staged);
    setOpened(undefined);
    void askAgain();
  };
  return (
    <>
      <RestoreView
        online={online}
        health={health}
        busy={busy}
        error={error}
        fileError={fileError}
        restored={restored}
        onRestore={(name) => void restore(name)}
        onSaveFile={(name) => void saveFile(name)}
        onAccept={() => void accept()}
        onFile={(file) => void openFile(file)}
        onAgain={() => void askAgain()}
      />
      {opened && <RestoreSteps source={opened} name={opened.name} onDone={setRestored} onClose={closeFile} />}
    </>
  );
};
