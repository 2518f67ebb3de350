import { useState } from 'preact/hooks';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Question } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import { SnapshotPill } from '../parts/pills.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import type { Health } from '../parts/use-health.ts';
import { backupTime, sizeWords } from '../parts/words.ts';

export type Snapshot = Extract<Health, { readonly snapshots: unknown }>['snapshots'][number];

interface Props {
  readonly health: Health;
  readonly readOnly: boolean;
  /** A backup or restore is under way. */
  readonly busy: boolean;
  readonly onMake: () => void;
  readonly onRestore: (snapshot: Snapshot) => void;
}

/** Snapshots of the library that this browser keeps, and what can be done with them. */
export const BackupsSection = (p: Props) => {
  const [asked, setAsked] = useState<Snapshot>();
  const { health } = p;
  if (health.state === 'loading') return <Loading rows={3} />;
  if (health.state === 'no-answer') return null; // the banner above says so and offers to try again
  return (
    <>
      <div class="row gap">
        <span class="strong num">{tn('optionsLibraryCount', health.count)}</span>
        <span class="sp" />
        <Button kind="main" icon="receive" disabled={p.readOnly || p.busy} onPress={p.onMake}>
          {p.busy ? t('optionsWorking') : t('optionsMakeBackup')}
        </Button>
      </div>
      {health.snapshots.length === 0 ? (
        <Empty icon="receive" title={t('optionsNoBackups')}>
          {t('optionsNoBackupsText')}
        </Empty>
      ) : (
        <div class="tg">
          {health.snapshots.map((snapshot) => (
            <div class="ti" key={snapshot.name}>
              <span class="i">
                <Icon name="receive" size={18} />
              </span>
              <div>
                <div class="n">{backupTime(snapshot.day)}</div>
                <div class="d num">
                  {tn('optionsBackupHolds', snapshot.count)} · {sizeWords(snapshot.bytes)}
                </div>
              </div>
              <span class="a">
                <SnapshotPill good={snapshot.good} />
                <Button
                  small
                  kind="quiet"
                  disabled={!snapshot.good || p.readOnly || p.busy}
                  label={t('optionsRestoreNamed', backupTime(snapshot.day))}
                  onPress={() => setAsked(snapshot)}
                >
                  {t('optionsRestore')}
                </Button>
              </span>
            </div>
          ))}
        </div>
      )}
      <p class="small muted">{t('optionsBackupsWhere')}</p>
      {asked && (
        <Question
          title={tn('optionsWouldRestore', asked.count)}
          keep={t('optionsLeaveIt')}
          deed={tn('optionsRestoreDeed', asked.count)}
          onClose={() => setAsked(undefined)}
          onDeed={() => {
            setAsked(undefined);
            p.onRestore(asked);
          }}
        >
          <p>{t('optionsRestoreMeans', backupTime(asked.day), number(health.count))}</p>
        </Question>
      )}
      {health.papers === 'lost' && (
        <Message tone="info" title={t('commonPapersLostTitle')}>
          {t('commonPapersLostText')}
        </Message>
      )}
    </>
  );
};
