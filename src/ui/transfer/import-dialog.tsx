import { useState } from 'preact/hooks';
import type { ImportOptions, ImportPreview as Preview } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { ownTagNames } from '../../storage/library/queries/own-tag-names.ts';
import { collections } from '../../storage/library/queries/things.ts';
import { inTree } from '../paper/collection-tree.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Loading } from '../parts/states.tsx';
import { isUnderWay } from '../parts/use-library-jobs.ts';
import { readyOr, useLive } from '../parts/use-live.ts';
import { errorWords } from '../parts/words.ts';
import { ImportChoose } from './import-choose.tsx';
import { ImportEnd } from './import-end.tsx';
import { ImportPreview } from './import-preview.tsx';
import { RestoreSteps } from './restore-steps.tsx';
import { Step } from './step.tsx';
import { type Import, type ImportStep, useImport } from './use-import.ts';
import { type FollowedJob, useJob } from './use-job.ts';
import './transfer.css';

const watchCollections = liveLibrary(collections);
const watchTags = liveLibrary(ownTagNames);
const START: ImportOptions = { tags: [], marks: true };

/** Brings papers in from a file or from pasted text: a look first, then a job that can be stopped and taken back. */
export const ImportDialog = (p: { readonly file?: File | undefined; readonly onClose: () => void }) => {
  const importing = useImport(p.file);
  const { step } = importing;
  const [options, setOptions] = useState(START);
  const tags = readyOr(useLive(watchTags), []);
  const placed = inTree(readyOr(useLive(watchCollections), []));
  const followed = useJob(step.at === 'job' ? step.job : undefined);
  if (step.at === 'backup')
    return <RestoreSteps source={step.taken} name={step.taken.name} onAgain={importing.again} onClose={p.onClose} />;
  return (
    <Sheet
      title={titleOf(step)}
      about={step.at === 'choose' ? t('importAbout') : <bdi>{nameOf(step)}</bdi>}
      onClose={p.onClose}
      foot={<Foot importing={importing} followed={followed} options={options} onClose={p.onClose} />}
    >
      {importing.error && (
        <Message tone="bad" title={t('importNotBegun')}>
          {errorWords(importing.error)}
        </Message>
      )}
      {step.at === 'choose' && <ImportChoose refused={step.refused} onFile={importing.take} onText={importing.paste} />}
      {step.at === 'reading' && (
        <Step>
          <p role="status">{t('importReading')}</p>
          <Loading rows={3} />
        </Step>
      )}
      {step.at === 'preview' && (
        <ImportPreview
          name={step.taken.name}
          preview={step.preview}
          busy={step.busy}
          options={options}
          tags={tags}
          collections={placed}
          onFormat={importing.readAs}
          onOptions={setOptions}
        />
      )}
      {step.at === 'job' && <ImportEnd name={step.name} format={step.format} followed={followed} />}
    </Sheet>
  );
};

/** The title says what would happen, with its number. */
function titleOf(step: ImportStep): string {
  if (step.at === 'preview') {
    const { fresh, known } = step.preview;
    if (fresh > 0) return tn('importWould', fresh);
    return known > 0 ? tn('importWouldFill', known) : t('importNothing');
  }
  return t('importTitle');
}

const nameOf = (step: ImportStep): string => {
  if (step.at === 'preview') return step.taken.name;
  return step.at === 'reading' || step.at === 'job' ? step.name : '';
};

/** Each button has a key: one that stood in the place of another would keep its focus, and take a press that was meant for the other. */
const Foot = (p: {
  readonly importing: Import;
  readonly followed: FollowedJob;
  readonly options: ImportOptions;
  readonly onClose: () => void;
}) => {
  const { step, again, begin } = p.importing;
  const { job, undoing, cancel, undo } = p.followed;
  const close = (
    <Button key="close" onPress={p.onClose}>
      {t('commonClose')}
    </Button>
  );
  if (step.at === 'preview')
    return (
      <>
        <Button key="back" kind="quiet" icon="back" onPress={again}>
          {t('importAnother')}
        </Button>
        <span class="sp" />
        <Button
          key="begin"
          kind="main"
          disabled={step.busy || !canBegin(step.preview)}
          onPress={() => begin(p.options)}
        >
          {step.busy ? t('optionsWorking') : deedOf(step.preview)}
        </Button>
      </>
    );
  if (step.at !== 'job')
    return (
      <>
        <span class="sp" />
        {close}
      </>
    );
  if (!job || isUnderWay(job))
    return (
      <>
        <Button key="cancel" kind="quiet" disabled={!job} onPress={cancel}>
          {t('importCancel')}
        </Button>
        <span class="sp" />
        {close}
      </>
    );
  const changed = (job.result?.imported ?? 0) + (job.result?.merged ?? 0) > 0;
  return (
    <>
      {changed && !undoing && job.undoable && (
        <Button key="undo" kind="quiet" onPress={undo}>
          {t('importUndo')}
        </Button>
      )}
      <span class="sp" />
      <Button key="next" onPress={again}>
        {t('importNext')}
      </Button>
      <Button key="close" kind="main" onPress={p.onClose}>
        {t('commonClose')}
      </Button>
    </>
  );
};

const canBegin = ({ fresh, known }: Preview): boolean => fresh + known > 0;
const deedOf = ({ fresh, known }: Preview): string =>
  fresh === 0 && known > 0 ? t('importFillDo', number(known)) : t('importDo', number(fresh));
