import type { TestResult, TestStep } from '../../../messaging/sync-calls.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { Message } from '../../parts/message.tsx';
import { Loading } from '../../parts/states.tsx';
import { errorWords } from '../../parts/words.ts';
import { faultWords } from '../../sync/fault-words.ts';
import { hostOf } from '../../sync/stand.ts';
import { clockWords } from '../../sync/sync-times.ts';
import type { Form } from './form.ts';
import { fits, hasPassed, type Stage } from './use-adding.ts';

/** What a test found, step by step, and what would happen. Announced as it comes. */
export const TestLines = ({ form, stage }: { readonly form: Form; readonly stage: Stage }) => {
  const where = hostOf(form.address.trim()) || form.folder;
  return (
    <div class="found" aria-live="polite">
      {stage.at === 'testing' && (
        <>
          <p class="small muted">{t('syncTesting', where)}</p>
          <Loading rows={1} />
        </>
      )}
      {stage.at === 'denied' && (
        <Message tone="warn" title={t('syncDenied', where)}>
          {t('syncDeniedText')}
        </Message>
      )}
      {stage.at === 'failed' && (
        <Message tone="bad" title={form.kind === 'bundle' ? t('syncNotAdded') : t('syncNotDone')}>
          {errorWords(stage.error)}
        </Message>
      )}
      {stage.at === 'tested' && <Found form={form} stage={stage} />}
    </div>
  );
};

const Found = ({ form, stage }: { readonly form: Form; readonly stage: Extract<Stage, { at: 'tested' }> }) => {
  const { result, preview, error } = stage;
  return (
    <>
      <ul class="steps small">
        {result.steps.map((step) => (
          <li key={step.what}>
            <span class={step.fault === undefined ? 'ok' : 'bad'}>
              <Icon name={step.fault === undefined ? 'tick' : 'warning'} size={14} />
            </span>
            <span class={step.fault === undefined ? '' : 'bad'}>{stepWords(step, result, form)}</span>
            <span class="muted num">{t('syncMs', number(Math.round(step.ms)))}</span>
          </li>
        ))}
        {preview && (
          <li>
            <span class="ok">
              <Icon name="tick" size={14} />
            </span>
            {t('syncWould')}
            <span class="muted num">
              {t('syncWouldCounts', number(preview.here), number(preview.there), number(preview.both))}
            </span>
          </li>
        )}
      </ul>
      {hasPassed(result) && !fits(result, form) && (
        <Message tone="warn" title={result.holds === 'encrypted' ? t('syncIsEncrypted') : t('syncNotEncrypted')} />
      )}
      {error && (
        <Message tone="bad" title={t('syncNotTested')}>
          {errorWords(error)}
        </Message>
      )}
      {preview && (
        <Message tone="info" icon="near" title={tn(result.readOnly ? 'syncAfterReadOnly' : 'syncAfter', preview.after)}>
          {t('syncAfterText')}
        </Message>
      )}
    </>
  );
};

function stepWords({ what, fault }: TestStep, { server, holds, readOnly }: TestResult, form: Form): string {
  if (what === 'write' && readOnly !== undefined)
    return t(readOnly === 'newer' ? 'syncStandNewer' : 'syncStandForbidden');
  if (fault === 'not-found' && form.kind === 'couch') return t('syncDatabaseMissing', form.database.trim());
  if (fault !== undefined) return faultWords(fault, clockWords(Date.now(), Date.now()));
  switch (what) {
    case 'answers':
      return server === undefined ? t('syncStepAnswers') : t('syncStepAnswersAs', server);
    case 'login':
      return t('syncStepLogin');
    case 'library':
      if (holds === 'encrypted') return t('syncStepLibrarySealed');
      return holds === 'library' ? t('syncStepLibraryFull') : t('syncStepLibrary');
    case 'write':
      return t('syncStepWrite');
  }
}
