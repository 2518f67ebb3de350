import { useState } from 'preact/hooks';
import { DEFAULT_CITATIONS } from '../../core/citations/citation-settings.ts';
import type { Choice, ExportOptions } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useSavedCount, useSettings } from '../parts/use-library.ts';
import { errorWords, sizeWords } from '../parts/words.ts';
import { type ExportChoice, ExportForm, type Scope } from './export-form.tsx';
import { JobProgress } from './job-progress.tsx';
import { Step } from './step.tsx';
import { type Export, useExport } from './use-export.ts';
import './transfer.css';

/** Papers whose export still fits a clipboard that a person pastes from. */
const MOST_COPIED = 50;

const ALL: Choice = { query: { text: '', shelf: 'library', sort: 'added', descending: true }, except: [] };
const isAll = (choice: Choice): boolean =>
  'query' in choice && choice.query.text.trim() === '' && choice.except.length === 0;

interface Props {
  readonly choice: Choice;
  /** Papers in it. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Writes papers into a file for other programs, as a job; small ones can be copied instead. */
export const ExportDialog = (p: Props) => {
  const exporting = useExport();
  const saved = useSavedCount();
  const { citations = DEFAULT_CITATIONS } = useSettings();
  const [chosen, setChosen] = useState<Omit<ExportChoice, 'keyPattern'> & { readonly keyPattern?: string }>({
    scope: isAll(p.choice) ? 'all' : 'given',
    format: 'bibtex',
    abstracts: true,
    notes: false,
  });
  const form: ExportChoice = { ...chosen, keyPattern: chosen.keyPattern ?? citations.keyPattern };
  const all = saved ?? p.count;
  const count = form.scope === 'all' ? all : p.count;
  const { keyPattern, scope, ...rest } = form;
  const options: ExportOptions = { ...rest, ...(keyPattern.trim() === '' ? {} : { keyPattern }) };
  const begin = (to: 'file' | 'clipboard'): void => exporting.begin(scope === 'all' ? ALL : p.choice, options, to);
  const isForm = !exporting.isGoing && !exporting.job;
  return (
    <Sheet
      title={tn('exportTitle', count)}
      onClose={p.onClose}
      foot={<Foot {...{ exporting, isForm, count, begin }} onClose={p.onClose} />}
    >
      {exporting.error && (
        <Message tone="bad" title={t('exportNotBegun')}>
          {errorWords(exporting.error)}
        </Message>
      )}
      {isForm ? (
        <Step>
          <ExportForm scopes={scopesOf(p, all)} choice={form} onChoice={setChosen} />
        </Step>
      ) : (
        <Step key={exporting.isGoing ? 'going' : 'end'}>
          <Progress exporting={exporting} />
        </Step>
      )}
    </Sheet>
  );
};

function scopesOf({ choice, count }: Props, all: number): readonly Scope[] {
  const whole: Scope = { id: 'all', words: tn('exportAll', all) };
  if (isAll(choice)) return [whole];
  const words = 'keys' in choice ? tn('exportSelected', count) : tn('exportFound', count);
  return [{ id: 'given', words }, whole];
}

/** An export under way, and how it ended. */
const Progress = ({ exporting }: { readonly exporting: Export }) => {
  const { job, isGoing, ended } = exporting;
  if (isGoing || !job) return <JobProgress job={job} title={t('exportGoing')} />;
  if (job.state === 'failed')
    return (
      <Message tone="bad" title={t('exportFailed')}>
        {job.error === 'quota' ? errorWords('quota') : job.detail}
      </Message>
    );
  if (job.state === 'cancelled') return <Message tone="info" title={t('exportCancelled')} />;
  const file = job.result?.file;
  if (ended === 'lost' || !file)
    return (
      <Message tone="bad" title={t('exportFailed')}>
        {t('exportLost')}
      </Message>
    );
  if (ended === 'kept-from')
    return (
      <Message tone="warn" title={t('exportNotCopied')}>
        {t('exportNotCopiedText')}
      </Message>
    );
  return (
    <Message tone="ok" title={ended === 'copied' ? t('exportCopied') : t('exportSaved', file.name)}>
      {tn('exportCount', job.total ?? job.done)} · {sizeWords(file.bytes)}
    </Message>
  );
};

/** Each button has a key: one that stood in the place of another would keep its focus, and take a press that was meant for the other. */
const Foot = (p: {
  readonly exporting: Export;
  readonly isForm: boolean;
  readonly count: number;
  readonly begin: (to: 'file' | 'clipboard') => void;
  readonly onClose: () => void;
}) => {
  const { job, isGoing, handOver, cancel, again } = p.exporting;
  const canCopy = p.count <= MOST_COPIED;
  if (p.isForm)
    return (
      <>
        <Button key="leave" kind="quiet" onPress={p.onClose}>
          {t('commonCancel')}
        </Button>
        <span class="sp" />
        {canCopy && (
          <Button key="copy" icon="paste" disabled={p.count === 0} onPress={() => p.begin('clipboard')}>
            {t('exportCopy')}
          </Button>
        )}
        <Button key="begin" kind="main" icon="receive" disabled={p.count === 0} onPress={() => p.begin('file')}>
          {t('exportDo', number(p.count))}
        </Button>
      </>
    );
  if (isGoing)
    return (
      <>
        <span class="sp" />
        <Button key="cancel" disabled={!job} onPress={cancel}>
          {t('commonCancel')}
        </Button>
      </>
    );
  const file = job?.result?.file;
  const isText = file !== undefined && /^text\/|json|x-bibtex|x-research-info/.test(file.type);
  return (
    <>
      <Button key="another" kind="quiet" icon="back" onPress={again}>
        {t('exportAnother')}
      </Button>
      <span class="sp" />
      {file && canCopy && isText && (
        <Button key="copy again" icon="paste" onPress={() => handOver('clipboard')}>
          {t('exportCopy')}
        </Button>
      )}
      {file && (
        <Button key="save again" icon="receive" onPress={() => handOver('file')}>
          {t('exportSaveAgain')}
        </Button>
      )}
      <Button key="close" kind="main" onPress={p.onClose}>
        {t('commonClose')}
      </Button>
    </>
  );
};
