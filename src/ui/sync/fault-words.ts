import type { SyncFault } from '../../core/sync/faults.ts';
import { t } from '../../platform/i18n.ts';

/** What happened at a place and what to do about it, for each fault. @param time "14:02" */
export function faultWords(fault: SyncFault | undefined, time: string): string {
  switch (fault) {
    case 'offline':
      return t('syncFaultOffline', time);
    case 'timeout':
      return t('syncFaultTimeout', time);
    case 'cancelled':
      return t('syncFaultCancelled', time);
    case 'not-allowed':
      return t('syncFaultNotAllowed');
    case 'bad-address':
      return t('syncFaultBadAddress');
    case 'signed-out':
      return t('syncFaultSignedOut', time);
    case 'forbidden':
      return t('syncFaultForbidden', time);
    case 'not-found':
      return t('syncFaultNotFound');
    case 'busy':
      return t('syncFaultBusy', time);
    case 'locked':
      return t('syncFaultLocked', time);
    case 'full':
      return t('syncFaultFull');
    case 'too-large':
      return t('syncFaultTooLarge');
    case 'server-error':
      return t('syncFaultServerError', time);
    case 'not-a-library':
      return t('syncFaultNotALibrary', time);
    case 'damaged':
      return t('syncFaultDamaged', time);
    case 'newer':
      return t('syncFaultNewer');
    case 'passphrase':
      return t('syncFaultPassphrase');
    case 'copied':
      return t('syncFaultCopied');
    case 'unsupported':
      return t('syncFaultUnsupported');
    case undefined:
      return t('syncFaultUnknown', time);
  }
}
