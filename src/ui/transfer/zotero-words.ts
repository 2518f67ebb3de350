import { number, t } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import type { Tone } from '../parts/message.tsx';
import type { ZoteroFound } from './use-zotero.ts';

/** What Zotero is doing, in words. */

export interface FoundWords {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** Who answered on Zotero's port, and what to do about it. */
export function foundWords({ kind, version = '' }: ZoteroFound): FoundWords {
  switch (kind) {
    case 'local-api':
      return { tone: 'ok', title: t('zoteroHere', version), text: t('zoteroHereText') };
    case 'connector':
      return { tone: 'ok', title: t('zoteroHere', version), text: t('zoteroConnectorText') };
    case 'off':
      return { tone: 'warn', title: t('zoteroOff', version), text: t('zoteroOffText') };
    case 'jabref':
      return { tone: 'warn', title: t('zoteroJabref'), text: t('zoteroJabrefText') };
    case 'absent':
    case 'not-allowed':
      return { tone: 'info', title: t('zoteroAbsent'), text: t('zoteroAbsentText') };
  }
}

/** Can papers be sent now? Where the local API is off, an older way is open. */
export const canSend = ({ kind }: ZoteroFound): boolean =>
  kind === 'local-api' || kind === 'connector' || kind === 'off';

/** Why one paper was not taken. */
export function failWords(reason: string): string {
  switch (reason) {
    case 'changed-there':
      return t('zoteroFailChanged');
    case 'in-trash':
      return t('zoteroFailTrash');
    case 'refused':
      return t('zoteroFailRefused');
    case 'too-large':
      return t('zoteroFailLarge');
    case 'gone':
      return t('zoteroFailGone');
    default:
      return reason;
  }
}

/** Why sending ended before its end (network/zotero/stopped.ts), and what to do. */
export function stopWords(job: LibraryJobRow): string {
  switch (job.error) {
    case 'denied':
      return t('zoteroStopDenied');
    case 'no-answer':
      return t('zoteroStopNoAnswer');
    case 'off':
      return t('zoteroStopOff');
    case 'other-library':
      return t('zoteroStopOther');
    case 'read-only':
      return t('zoteroStopReadOnly');
    case 'locked':
    case 'busy':
      return t('zoteroStopBusy');
    case 'cancelled-there':
      return t('zoteroStopThere');
    case 'not-allowed':
      return t('zoteroStopNotAllowed');
    case 'unreachable':
    case 'timeout':
      return t('zoteroStopGone');
    default:
      return t('zoteroStopUnexpected');
  }
}

/** "45 sent, 1 was there already, 1 not taken, of 47" */
export function sentWords({ result = {}, total, done }: LibraryJobRow): string {
  const { sent = 0, already = 0, failed = [], failedCount = failed.length } = result;
  const parts = [
    t('zoteroSent', number(sent)),
    ...(already > 0 ? [t('zoteroAlready', number(already))] : []),
    ...(failedCount > 0 ? [t('zoteroNotTaken', number(failedCount))] : []),
  ];
  return t('zoteroSentOf', parts.join(', '), number(total ?? done));
}
