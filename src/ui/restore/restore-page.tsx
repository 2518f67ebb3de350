import { useState } from 'preact/hooks';
import { call, newRequest } from '../../messaging/client.ts';
import { t } from '../../platform/i18n.ts';
import { snapshotFile } from '../../storage/snapshots/queries/snapshot-file.ts';
import { download } from '../parts/download.ts';
import { useHealth } from '../parts/use-health.ts';
import { useOnline } from '../parts/use-online.ts';
import { errorWords } from '../parts/words.ts';
import { RestoreView } from './restore-view.tsx';

/** The container of the restore screen. */
export const RestorePage = () => {
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [fileError, setFileError] = useState<string>();
  const [restored, setRestored] = useState<number>();

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
  return (
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
      onAgain={() => void askAgain()}
    />
  );
};
