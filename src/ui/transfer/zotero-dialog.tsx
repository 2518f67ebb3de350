import type { Choice } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Loading } from '../parts/states.tsx';
import { isUnderWay } from '../parts/use-library-jobs.ts';
import { errorWords } from '../parts/words.ts';
import { JobProgress } from './job-progress.tsx';
import { Step } from './step.tsx';
import { useZotero, type ZoteroSending } from './use-zotero.ts';
import { canSend, failWords, foundWords, sentWords, stopWords } from './zotero-words.ts';
import './transfer.css';

interface Props {
  readonly choice: Choice;
  /** Papers in it. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Sends papers to the Zotero on this computer. Nothing is asked of it before the person allows it. */
export const ZoteroDialog = (p: Props) => {
  const sending = useZotero(p.choice);
  const { step, followed } = sending;
  return (
    <Sheet
      title={tn('zoteroTitle', p.count)}
      onClose={p.onClose}
      foot={<Foot sending={sending} count={p.count} onClose={p.onClose} />}
    >
      {step.at === 'looking' && (
        <Step>
          <p role="status">{t('zoteroLooking')}</p>
          <Loading rows={1} />
        </Step>
      )}
      {step.at === 'ask' && (
        <Step>
          {step.denied && (
            <Message tone="warn" title={t('zoteroDenied')}>
              {t('zoteroDeniedText')}
            </Message>
          )}
          <p>{t('zoteroAsk')}</p>
          <p class="small">{t('zoteroAskAddress', '127.0.0.1')}</p>
        </Step>
      )}
      {step.at === 'failed' && (
        <Step>
          <Message tone="bad" title={t('zoteroNotBegun')}>
            {errorWords(step.error)}
          </Message>
        </Step>
      )}
      {step.at === 'found' && (
        <Step>
          {step.error && (
            <Message tone="bad" title={t('zoteroNotBegun')}>
              {errorWords(step.error)}
            </Message>
          )}
          <Found found={step.found} />
        </Step>
      )}
      {step.at === 'job' && <Sent job={followed.job} />}
    </Sheet>
  );
};

const Found = ({ found }: { readonly found: Parameters<typeof foundWords>[0] }) => {
  const { tone, title, text } = foundWords(found);
  return (
    <>
      <Message tone={tone} title={title}>
        {text}
      </Message>
      {canSend(found) && <p class="small">{t('zoteroSafe')}</p>}
    </>
  );
};

/** Sending under way, and what became of it. */
const Sent = ({ job }: { readonly job: LibraryJobRow | undefined }) => {
  if (!job || isUnderWay(job))
    return (
      <Step key="going">
        <JobProgress job={job} title={t('zoteroSending')}>
          {job?.done ? t('importGoesOn') : t('zoteroLookThere')}
        </JobProgress>
      </Step>
    );
  const { failed = [], failedCount = failed.length } = job.result ?? {};
  return (
    <Step key="end">
      {job.state === 'failed' ? (
        <Message tone="bad" title={t('zoteroStopped')}>
          {stopWords(job)} {sentWords(job)}
        </Message>
      ) : (
        <Message
          tone={job.state === 'cancelled' || failedCount > 0 ? 'info' : 'ok'}
          title={job.state === 'cancelled' ? t('zoteroCancelled') : sentWords(job)}
        >
          {job.state === 'cancelled' && sentWords(job)}
        </Message>
      )}
      {failed.length > 0 && (
        <ul class="sample" aria-label={t('zoteroNotTaken', number(failedCount))}>
          {failed.map(({ title, reason }, i) => (
            // Two papers may have one title.
            <li key={`${title} ${i}`}>
              <span>
                <bdi>{title}</bdi>
                <span class="small muted">{failWords(reason)}</span>
              </span>
            </li>
          ))}
          {failedCount > failed.length && (
            <li class="rest small muted">{tn('importSampleRest', failedCount - failed.length)}</li>
          )}
        </ul>
      )}
    </Step>
  );
};

const Foot = (p: { readonly sending: ZoteroSending; readonly count: number; readonly onClose: () => void }) => {
  const { step, followed, allow, look, send } = p.sending;
  const { job } = followed;
  // With its local API off, letting Zotero be asked is the better way; the other stays open.
  const isReady = step.at === 'found' && (step.found.kind === 'local-api' || step.found.kind === 'connector');
  const isGoing = step.at === 'job' && (!job || isUnderWay(job));
  if (isGoing)
    return (
      <>
        <Button kind="quiet" disabled={!job} onPress={followed.cancel}>
          {t('zoteroCancel')}
        </Button>
        <span class="sp" />
        <Button onPress={p.onClose}>{t('commonClose')}</Button>
      </>
    );
  return (
    <>
      <Button kind="quiet" onPress={p.onClose}>
        {step.at === 'job' ? t('commonClose') : t('commonLater')}
      </Button>
      <span class="sp" />
      {step.at === 'ask' && (
        <Button kind="main" onPress={allow}>
          {t('zoteroAllow')}
        </Button>
      )}
      {(step.at === 'found' || step.at === 'failed') && (
        <Button kind={isReady ? 'plain' : 'main'} icon="again" onPress={look}>
          {t('zoteroLookAgain')}
        </Button>
      )}
      {step.at === 'found' && canSend(step.found) && (
        <Button kind={isReady ? 'main' : 'plain'} disabled={p.count === 0} onPress={send}>
          {step.found.kind === 'off' ? t('zoteroSendAnyway', number(p.count)) : t('zoteroDo', number(p.count))}
        </Button>
      )}
      {job && job.state !== 'done' && step.at === 'job' && (
        <Button kind="main" icon="again" onPress={send}>
          {t('zoteroSendRest')}
        </Button>
      )}
    </>
  );
};
