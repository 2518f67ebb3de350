import { t } from '../../platform/i18n.ts';
import { Icon } from './icon.tsx';

/** In the head of a page: what limits it now. */
export const StatePills = (p: { readonly online: boolean; readonly readOnly: boolean }) => (
  <>
    {!p.online && (
      <span class="pill" title={t('commonOfflineMeans')}>
        <Icon name="offline" size={13} />
        {t('commonOffline')}
      </span>
    )}
    {p.readOnly && (
      <span class="pill warn">
        <Icon name="lock" size={13} />
        {t('commonReadOnly')}
      </span>
    )}
  </>
);

/** Does the checksum of a snapshot hold? */
export const SnapshotPill = (p: { readonly good: boolean }) =>
  p.good ? (
    <span class="pill ok">
      <Icon name="tick" size={12} />
      {t('restoreGood')}
    </span>
  ) : (
    <span class="pill bad">{t('restoreDamaged')}</span>
  );
