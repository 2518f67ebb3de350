import type { LibraryHealth } from '../../messaging/calls.ts';
import { t, tn } from '../../platform/i18n.ts';
import { SnapshotPill } from '../parts/pills.tsx';
import { backupTime, sizeWords } from '../parts/words.ts';

/** The snapshots to restore from; damaged ones are shown, so that nobody wonders, but cannot be chosen. */
export const SnapshotChoice = (p: {
  readonly snapshots: LibraryHealth['snapshots'];
  readonly chosen: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (name: string) => void;
}) =>
  p.snapshots.length === 0 ? null : (
    <fieldset class="choices" aria-label={t('restoreChoices')}>
      {p.snapshots.map((snapshot) => (
        <label class="bk" key={snapshot.name}>
          <input
            type="radio"
            name="snapshot"
            checked={snapshot.name === p.chosen}
            disabled={p.disabled || !snapshot.good}
            onChange={() => p.onChoose(snapshot.name)}
          />
          <span>
            <b>{t('restoreBackupOf', backupTime(snapshot.day))}</b>
            <span class="small muted num">
              {tn('optionsBackupHolds', snapshot.count)} · {sizeWords(snapshot.bytes)} · {t('restoreKeptHere')}
            </span>
          </span>
          <SnapshotPill good={snapshot.good} />
        </label>
      ))}
    </fieldset>
  );
