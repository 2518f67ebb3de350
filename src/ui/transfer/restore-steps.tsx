import { useEffect, useRef } from 'preact/hooks';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Loading } from '../parts/states.tsx';
import { backupTime } from '../parts/words.ts';
import { Step } from './step.tsx';
import { importErrorWords } from './transfer-words.ts';
import { type BackupSource, type RestorePreview, type RestoreStep, useRestore } from './use-restore.ts';
import './transfer.css';

interface Props {
  readonly source: BackupSource;
  /** What the person calls it: a file's name, "Backup of 20 Nov". */
  readonly name: string;
  /** Back to choosing another one. */
  readonly onAgain?: () => void;
  /** It was restored. */
  readonly onDone?: (restored: number) => void;
  readonly onClose: () => void;
}

/** A backup before it is restored: whether it is whole, what it would bring and change. */
export const RestoreSteps = (p: Props) => {
  const { step, restore } = useRestore(p.source);
  const told = useRef(p.onDone);
  told.current = p.onDone;
  useEffect(() => {
    if (step.at === 'done') told.current?.(step.restored);
  }, [step]);
  return (
    <Sheet
      title={titleOf(step)}
      about={<bdi>{p.name}</bdi>}
      onClose={p.onClose}
      foot={<Foot step={step} onAgain={p.onAgain} onRestore={restore} onClose={p.onClose} />}
    >
      {step.at === 'looking' && (
        <Step>
          <p role="status">{t('restoreLooking')}</p>
          <Loading rows={2} />
        </Step>
      )}
      {step.at === 'failed' && (
        <Step>
          <Message tone="bad" title={t('restoreUnread')}>
            {importErrorWords(step.error)}
          </Message>
        </Step>
      )}
      {step.at === 'preview' && (
        <Step>
          {step.error && (
            <Message tone="bad" title={t('restoreFailed')}>
              {importErrorWords(step.error)}
            </Message>
          )}
          <Findings preview={step.preview} />
        </Step>
      )}
      {step.at === 'done' && (
        <Step>
          <Message tone="ok" title={tn('restoreCameBack', step.restored)}>
            {t('restoreTookNothing')}
          </Message>
        </Step>
      )}
    </Sheet>
  );
};

function titleOf(step: RestoreStep): string {
  if (step.at !== 'preview') return t('restoreFromBackup');
  const { damage, brings, changes } = step.preview;
  if (damage === 'newer') return t('restoreFileNewer');
  if (damage === 'damaged') return t('restoreFileDamaged');
  if (brings > 0) return tn('restoreWouldBring', brings);
  return changes > 0 ? tn('restoreWouldChange', changes) : t('restoreWouldNothing');
}

const Findings = ({ preview }: { readonly preview: RestorePreview }) => {
  const { damage, readable, count, day, brings, changes } = preview;
  if (damage === 'newer')
    return (
      <Message tone="warn" icon="lock" title={t('restoreFileNewerSafe')}>
        {t('restoreFileNewerText')}
      </Message>
    );
  if (damage === 'damaged')
    return (
      <Message tone="bad" title={t('restoreFileDamagedSafe')}>
        {count > readable ? tn('restoreReadable', readable, number(count)) : tn('restoreReadableAll', readable)}{' '}
        {t('restoreFileDamagedText')}
      </Message>
    );
  const rows = [
    ...(day === '' ? [] : [[t('restoreMade'), backupTime(day)] as const]),
    [t('restoreHolds'), number(count)] as const,
    [t('restoreBrings'), number(brings)] as const,
    [t('restoreChanges'), number(changes)] as const,
  ];
  return (
    <>
      <table class="account num">
        <caption class="unseen">{t('restoreFromBackup')}</caption>
        <tbody>
          {rows.map(([words, value]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{t('restoreMeans')}</p>
    </>
  );
};

const Foot = (p: {
  readonly step: RestoreStep;
  readonly onAgain: (() => void) | undefined;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}) => {
  const { step } = p;
  const can = step.at === 'preview' && step.preview.good && step.preview.brings + step.preview.changes > 0;
  return (
    <>
      {p.onAgain && step.at !== 'done' && (
        <Button kind="quiet" icon="back" onPress={p.onAgain}>
          {t('importAnother')}
        </Button>
      )}
      <span class="sp" />
      <Button kind={can ? 'plain' : 'main'} onPress={p.onClose}>
        {can ? t('optionsLeaveIt') : t('commonClose')}
      </Button>
      {can && (
        <Button kind="main" disabled={step.busy} onPress={p.onRestore}>
          {step.busy ? t('optionsWorking') : deedOf(step.preview)}
        </Button>
      )}
    </>
  );
};

const deedOf = ({ brings, changes }: RestorePreview): string =>
  brings > 0 ? tn('restoreDeed', brings) : tn('restoreChangeDeed', changes);
