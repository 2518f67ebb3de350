import type { Status } from '../../core/library/status.ts';
import { t } from '../../platform/i18n.ts';

const WORDS = {
  'to-read': 'paperToRead',
  reading: 'commonStatusReading',
  read: 'commonStatusRead',
  aside: 'paperAside',
} as const satisfies Record<Status, string>;

/** Where a paper stands, beside the others: "Saved" alone, as on a page, would not tell to read from read. */
export const standWord = (status: Status): string => t(WORDS[status]);
