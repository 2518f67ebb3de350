import type { ComponentChildren } from 'preact';
import { locale, t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Health } from '../../parts/use-health.ts';

/** "25 Nov": there is room for no more; the settings tell the time too. */
function shortDay(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...zone }).format(time);
}

/** The newest good backup, how sync goes, and the way to the settings. */
export const Foot = (p: {
  readonly health: Health;
  readonly onSettings: () => void;
  /** How sync goes: stands in place of the backup, for which there is no room beside it then. */
  readonly children?: ComponentChildren;
}) => {
  const newest = 'snapshots' in p.health ? p.health.snapshots.find((snapshot) => snapshot.good) : undefined;
  const known = 'snapshots' in p.health;
  return (
    <>
      {p.children}
      <span class="backup">
        <Icon name="receive" size={14} />
        <span class="l">{known && (newest ? t('libraryBackedUp', shortDay(newest.day)) : t('libraryNoBackup'))}</span>
      </span>
      <span class="sp" />
      <Button kind="quiet" small icon="settings" label={t('librarySettings')} onPress={p.onSettings} />
    </>
  );
};
