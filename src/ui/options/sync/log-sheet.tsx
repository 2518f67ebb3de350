import { useMemo } from 'preact/hooks';
import type { Place, SyncLogLine } from '../../../core/sync/place.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import { placeLog } from '../../../storage/library/queries/places.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { Empty, Loading } from '../../parts/states.tsx';
import { useLive } from '../../parts/use-live.ts';
import { faultWords } from '../../sync/fault-words.ts';
import { clockWords } from '../../sync/sync-times.ts';

/** What each sync with a place did or met, newest first. */
export const LogSheet = ({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) => {
  const watch = useMemo(() => liveLibrary((db) => placeLog(db, place.id)), [place.id]);
  const live = useLive<readonly SyncLogLine[]>(watch);
  return (
    <Sheet wide title={t('syncLogTitle', place.name)} onClose={onClose}>
      {live.state === 'loading' && <Loading rows={3} />}
      {live.state === 'error' && <p>{t('syncUnread')}</p>}
      {live.state === 'ready' && live.value.length === 0 && (
        <Empty icon="clock" title={t('syncLogEmpty')}>
          {t('syncLogEmptyText')}
        </Empty>
      )}
      {live.state === 'ready' && live.value.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section class="logbox" tabIndex={0} aria-label={t('syncLog')}>
          <table class="log synclog num">
            <thead>
              <tr>
                <th scope="col">{t('networkWhen')}</th>
                <th scope="col">{t('syncLogWhat')}</th>
              </tr>
            </thead>
            <tbody>
              {live.value.map((line) => (
                <tr key={line.id}>
                  <td>{clockWords(line.at, Date.now())}</td>
                  <td class={line.report.state === 'failed' ? 'bad' : ''}>{logWords(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Sheet>
  );
};

const JOINED = {
  first: 'syncLogFirst',
  'new-epoch': 'syncLogNewEpoch',
  lost: 'syncLogLost',
  copied: 'syncLogCopied',
} as const satisfies Record<NonNullable<SyncLogLine['report']['joined']>, string>;

/** "First sync: both sides were joined. 96 came, 57 went." */
export function logWords({ report, at }: SyncLogLine): string {
  const { state, fault, detail, changed, pushed, waitingCount, joined } = report;
  const counts = [
    ...(changed > 0 ? [t('syncLogCame', number(changed))] : []),
    ...(pushed > 0 ? [t('syncLogWent', number(pushed))] : []),
    ...(waitingCount > 0 ? [tn('syncLogWait', waitingCount)] : []),
  ].join(', ');
  const parts = [
    ...(joined === undefined ? [] : [t(JOINED[joined])]),
    ...(counts === '' ? [] : [`${counts}.`]),
    ...(state === 'paused' ? [t('syncLogHeld')] : []),
    ...(state === 'frozen' ? [t('syncLogFrozen')] : []),
    ...(state === 'failed' || fault !== undefined ? [faultWords(fault, clockWords(at, at))] : []),
    ...(fault !== undefined && detail !== undefined ? [`(${detail})`] : []),
  ];
  return parts.length === 0 ? t('syncLogNothing') : parts.join(' ');
}
