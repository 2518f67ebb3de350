import type { Status } from '../../../core/library/status.ts';
import { t } from '../../../platform/i18n.ts';

/** A status by its full name, where "Saved" would be read as an event. */
export const statusName = (status: Status): string =>
  ({
    'to-read': t('lookToRead'),
    reading: t('commonStatusReading'),
    read: t('commonStatusRead'),
    aside: t('commonStatusAside'),
  })[status];
