import type { PlaceState } from '../../core/sync/place.ts';
import type { SyncReport } from '../../core/sync/report.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { PlaceRow } from '../../storage/library/queries/places.ts';
import type { IconName } from '../parts/icons.ts';
import { faultWords } from './fault-words.ts';
import { clockWords, dayOf, nearWords } from './sync-times.ts';

/** How a place stands, in true words and with the one thing to do. Pure. */

export type Todo =
  | 'sync'
  | 'try'
  | 'stop'
  | 'resume'
  | 'allow'
  | 'folder'
  | 'look'
  | 'password'
  | 'passphrase'
  | 'restore'
  | 'bundle';

export interface Stand {
  /** `plain`: nothing is good or bad about it. */
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
  readonly icon: IconName;
  readonly words: string;
  /** What else is so. */
  readonly more: readonly string[];
  readonly todo: Todo;
  /** Does it stand still until the person does something? */
  readonly needs: boolean;
}

const DAY = 86_400_000;
/** A sync without a sign of life for so long was cut off (core/sync/place.ts). */
const CUT_OFF = 2 * 60_000;

/** Records that are here alone: not sent yet, or not taken. */
export const unsent = ({ due, waiting }: PlaceRow): number => due + waiting;

export const isRunning = (state: PlaceState | undefined, now: number): boolean =>
  state?.running !== undefined && now - state.running.beat < CUT_OFF;

/** @param missing the browser's permission for it is missing */
export function standOf(row: PlaceRow, now: number, missing = false): Stand {
  const { place, state } = row;
  const report = state?.report;
  const plain = { tone: 'plain', icon: 'clock', more: [], needs: false } as const;
  if (state?.running && isRunning(state, now))
    return { ...plain, icon: 'again', words: runningWords(state.running), todo: 'stop' };
  if (place.paused)
    return { ...plain, icon: 'pause', words: t('syncStandPaused'), more: waitLines(row), todo: 'resume' };
  if (row.held > 0 || report?.state === 'paused')
    return { tone: 'warn', icon: 'warning', words: t('syncStandHeld'), more: [], todo: 'look', needs: true };
  if (report?.state === 'frozen')
    return { tone: 'bad', icon: 'warning', words: t('syncStandFrozen'), more: [], todo: 'restore', needs: true };
  if (missing || report?.fault === 'not-allowed') return notAllowed(row);
  if (place.kind === 'bundle' && report?.fault === undefined) return bundle(row, now);
  if (report === undefined) return { ...plain, words: t('syncStandNever'), more: waitLines(row), todo: 'sync' };
  if (report.state === 'failed' || report.fault !== undefined) return failed(row, report, now);
  return worked(row, report, now);
}

function runningWords({ phase, pulled, pushed }: NonNullable<PlaceState['running']>): string {
  if (phase === 'sending' || pushed > 0) return t('syncStandSending', number(pulled), number(pushed));
  return phase === 'opening' ? t('syncStandOpening') : t('syncStandReading', number(pulled));
}

const waitLines = (row: PlaceRow): readonly string[] => (unsent(row) > 0 ? [tn('syncWait', unsent(row))] : []);
const sentence = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(' ');
const since = ({ state }: PlaceRow): string | false =>
  state?.lastOk !== undefined && t('syncNotSince', dayOf(state.lastOk));

function notAllowed(row: PlaceRow): Stand {
  const isFolder = row.place.kind === 'folder';
  return {
    tone: 'bad',
    icon: 'warning',
    words: sentence(since(row), isFolder ? t('syncStandFolder') : t('syncStandAllow', hostOf(row.place.address))),
    more: waitLines(row),
    todo: isFolder ? 'folder' : 'allow',
    needs: true,
  };
}

/** "couch.example:5984" */
export const hostOf = (address = ''): string => (URL.canParse(address) ? new URL(address).host : address);

function bundle(row: PlaceRow, now: number): Stand {
  const at = row.state?.reportAt;
  const words = at === undefined ? t('syncBundleNever') : t('syncBundleAt', clockWords(at, now));
  return { tone: 'plain', icon: 'cube', words, more: waitLines(row), todo: 'bundle', needs: false };
}

/** What gets better by waiting is amber; what does not is red and says what to do. */
function failed(row: PlaceRow, report: SyncReport, now: number): Stand {
  const { state } = row;
  const next = state?.nextAt;
  const words = sentence(
    unsent(row) > 0 && tn('syncWait', unsent(row)),
    next === undefined && since(row),
    faultWords(report.fault, clockWords(state?.reportAt ?? now, now)),
    next !== undefined && t('syncNextTry', nearWords(Math.max(next, now), now)),
  );
  const todo = report.fault === 'signed-out' ? 'password' : report.fault === 'passphrase' ? 'passphrase' : 'try';
  const tone = next === undefined ? 'bad' : 'warn';
  return {
    tone,
    icon: tone === 'bad' ? 'warning' : 'clock',
    words,
    more: clockLines(report),
    todo,
    needs: tone === 'bad',
  };
}

function worked(row: PlaceRow, report: SyncReport, now: number): Stand {
  const more = [...clockLines(report), ...(report.unreadable > 0 ? [tn('syncUnreadable', report.unreadable)] : [])];
  const next = row.state?.nextAt;
  if (report.readOnly !== undefined)
    return {
      tone: 'warn',
      icon: 'lock',
      words: t(report.readOnly === 'newer' ? 'syncStandNewer' : 'syncStandForbidden'),
      more: [...waitLines(row), ...more],
      todo: 'sync',
      needs: false,
    };
  const refused = Math.max(row.waiting, report.waitingCount);
  if (refused > 0 || row.due > 0 || report.state !== 'synced')
    return {
      tone: 'warn',
      icon: 'clock',
      words: sentence(
        waitWords(row, report, refused),
        next !== undefined && t('syncNextSync', nearWords(Math.max(next, now), now)),
      ),
      more,
      todo: 'sync',
      needs: false,
    };
  const at = row.state?.lastOk ?? row.state?.reportAt ?? now;
  return {
    tone: 'ok',
    icon: 'tick',
    words: t('syncStandOk', nearWords(Math.min(at, now), now)),
    more,
    todo: 'sync',
    needs: false,
  };
}

/** How many wait, and why where the place refused them. */
function waitWords(row: PlaceRow, report: SyncReport, refused: number): string {
  const [first] = report.waiting;
  if (refused === 0 || first === undefined || first.why === 'changed-there' || first.why === 'behind')
    return tn('syncWait', Math.max(refused + row.due, 1));
  return tn(first.why === 'too-large' ? 'syncWaitLarge' : 'syncWaitRefused', refused);
}

const clockLines = ({ clockOff = 0 }: SyncReport): readonly string[] =>
  Math.abs(clockOff) > DAY ? [t('syncClock')] : [];
