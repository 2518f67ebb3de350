import { useRef, useState } from 'preact/hooks';
import type { CalendarDay } from '../../core/calendar-day.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { DigestRow, JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { DayField } from '../parts/field.tsx';
import { JobEnd, JobLine } from '../parts/job-line.tsx';
import { Message } from '../parts/message.tsx';
import { isRunning } from '../parts/use-jobs.ts';
import { WarningList } from '../parts/warning-list.tsx';

interface Props {
  readonly text: string;
  readonly day: CalendarDay;
  readonly jobs: readonly JobRow[];
  readonly digests: readonly DigestRow[];
  /** Why the last try failed, in words. */
  readonly error?: string | undefined;
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  readonly onDay: (day: CalendarDay) => void;
  readonly onAdd: () => void;
  readonly onPaste: () => Promise<boolean>;
  readonly onFile: () => void;
  readonly onBack: () => void;
  readonly onCancel: (job: JobRow) => void;
}

/** Adds a digest by pasting; files and drop have a page of their own, since a popup closes when a file is chosen. */
export const AddBody = (p: Props) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<number>();
  const [byHand, setByHand] = useState(false);
  const lines = p.text === '' ? 0 : p.text.split('\n').length;
  const digest = p.digests.find((row) => row.id === shown);
  const paste = async (): Promise<void> => {
    setByHand(!(await p.onPaste()));
    area.current?.focus();
  };
  return (
    <>
      <div class="head">
        <Button kind="quiet" small icon="back" label={t('popupBack')} onPress={p.onBack} />
        <h2>{t('popupAddTitle')}</h2>
        <span class="sp" />
        <Button kind="quiet" small icon="out" onPress={p.onFile}>
          {t('popupFile')}
        </Button>
      </div>
      <div class="body">
        {p.readOnly ? (
          <Message tone="warn" icon="lock" title={t('commonReadOnly')}>
            {t('popupAddReadOnly')}
          </Message>
        ) : (
          <>
            <textarea
              ref={area}
              class="area"
              rows={6}
              value={p.text}
              aria-label={t('popupAddLabel')}
              placeholder={t('popupAddHint')}
              spellcheck={false}
              onInput={(event) => p.onText(event.currentTarget.value)}
            />
            {byHand && p.text === '' && <p class="small muted">{t('popupPasteByHand')}</p>}
            <div class="day small muted">
              <span>{t('addCountedFrom')}</span>
              <span class="sp" />
              <DayField day={p.day} label={t('addCountedFrom')} onDay={p.onDay} />
            </div>
            <div class="row">
              <Button small icon="paste" onPress={() => void paste()}>
                {t('popupPaste')}
              </Button>
              <span class="sp" />
              <Button kind="main" small disabled={lines === 0} onPress={p.onAdd}>
                {lines === 0 ? t('popupRead') : tn('popupReadLines', lines)}
              </Button>
            </div>
          </>
        )}
        {p.error && (
          <Message tone="bad" title={t('addFailed')}>
            {p.error}
          </Message>
        )}
        {p.jobs.map((job) =>
          isRunning(job) ? (
            <JobLine key={job.id} job={job} onCancel={p.onCancel} />
          ) : (
            <div key={job.id}>
              <JobEnd job={job} onShow={(j) => setShown(shown === j.digest ? undefined : j.digest)} />
              {digest && job.digest === digest.id && (
                <WarningList warnings={digest.warnings} count={digest.warningCount} />
              )}
            </div>
          ),
        )}
      </div>
    </>
  );
};

/** Above the foot of the popup: what the engine is doing, also for a popup opened later. */
export const JobStrip = (p: {
  readonly jobs: readonly JobRow[];
  readonly onCancel: (job: JobRow) => void;
  readonly onDismiss: (job: JobRow) => void;
  readonly onShow: () => void;
}) => {
  const [job, ...others] = p.jobs;
  if (!job) return null;
  return (
    <div class="jobs">
      {isRunning(job) ? (
        <JobLine job={job} onCancel={p.onCancel} />
      ) : (
        <div class="row">
          <span class="sp">
            <JobEnd job={job} onShow={p.onShow} />
          </span>
          <Button kind="quiet" small icon="cross" label={t('popupDismiss')} onPress={() => p.onDismiss(job)} />
        </div>
      )}
      {others.length > 0 && <span class="small muted">{t('popupMoreJobs', number(others.length))}</span>}
    </div>
  );
};
