import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Health } from '../../parts/use-health.ts';
import { backupTime } from '../../parts/words.ts';

/** The newest good backup, and the way to the settings. */
export const Foot = (p: { readonly health: Health; readonly onSettings: () => void }) => {
  const newest = 'snapshots' in p.health ? p.health.snapshots.find((snapshot) => snapshot.good) : undefined;
  const known = 'snapshots' in p.health;
  return (
    <>
      <Icon name="receive" size={14} />
      <span class="l">{known && (newest ? t('libraryBackedUp', backupTime(newest.day)) : t('libraryNoBackup'))}</span>
      <span class="sp" />
      <Button kind="quiet" small icon="settings" label={t('librarySettings')} onPress={p.onSettings} />
    </>
  );
};
