import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallError } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import type { ImportOptions, ImportPreview, ReferenceFormat } from '../../messaging/library-calls.ts';
import { t } from '../../platform/i18n.ts';
import { letGo, type TakeFailure, type Taken, takeFile, takeText } from './take-file.ts';

export type ImportStep =
  | { readonly at: 'choose'; readonly refused?: Refused }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'preview'; readonly taken: Taken; readonly preview: ImportPreview; readonly busy: boolean }
  | { readonly at: 'backup'; readonly taken: Taken }
  | { readonly at: 'job'; readonly job: number; readonly name: string; readonly format: ReferenceFormat };

export interface Refused {
  readonly name: string;
  readonly error: TakeFailure | CallError;
  readonly bytes?: number;
}

export interface Import {
  readonly step: ImportStep;
  /** Why the last press did nothing; the step stays. */
  readonly error: CallError | undefined;
  readonly take: (file: File) => void;
  readonly paste: (text: string) => void;
  /** Reads the same file as another format. */
  readonly readAs: (format: ReferenceFormat) => void;
  readonly begin: (options: ImportOptions) => void;
  /** Back to choosing. */
  readonly again: () => void;
}

/** From a file to a job, with a look at what would come. What was staged and not begun is let go when the dialog closes. */
export function useImport(first: File | undefined): Import {
  const [step, setStep] = useState<ImportStep>(first ? { at: 'reading', name: first.name } : { at: 'choose' });
  const [error, setError] = useState<CallError>();
  /** Staged here and not handed over. */
  const held = useRef<string | undefined>(undefined);
  /** Of an import whose answer did not come: it may have begun, and is the same one when the button is pressed again. */
  const unanswered = useRef<string | undefined>(undefined);
  /** Answers to what was asked before are late. */
  const turn = useRef(0);

  const drop = useCallback(() => {
    if (held.current !== undefined && unanswered.current === undefined) letGo(held.current);
    held.current = undefined;
  }, []);

  const start = useCallback(
    async (name: string, taking: () => ReturnType<typeof takeFile>, bytes?: number) => {
      drop();
      const mine = ++turn.current;
      setError(undefined);
      setStep({ at: 'reading', name });
      const given = await taking();
      const refuse = (why: Refused['error']): void =>
        setStep({ at: 'choose', refused: { name, error: why, ...(bytes === undefined ? {} : { bytes }) } });
      if (mine !== turn.current) {
        if (given.ok) letGo(given.value.staged);
        return;
      }
      if (!given.ok) return refuse(given.error);
      const taken = given.value;
      held.current = taken.staged;
      unanswered.current = undefined;
      if (taken.kind === 'backup') return setStep({ at: 'backup', taken });
      const answer = await call('library.previewImport', { staged: taken.staged, name: taken.name });
      if (mine !== turn.current) return;
      if (answer.ok) return setStep({ at: 'preview', taken, preview: answer.value, busy: false });
      drop();
      refuse(answer.error);
    },
    [drop],
  );
  const take = useCallback((file: File) => void start(file.name, () => takeFile(file), file.size), [start]);

  useEffect(() => {
    if (first) take(first);
    return () => {
      turn.current += 1;
      drop();
    };
  }, [first, take, drop]);

  const readAs = async (format: ReferenceFormat): Promise<void> => {
    if (step.at !== 'preview') return;
    const mine = ++turn.current;
    setError(undefined);
    setStep({ ...step, busy: true });
    const { staged, name } = step.taken;
    const answer = await call('library.previewImport', { staged, name, format });
    if (mine !== turn.current) return;
    if (!answer.ok) setError(answer.error);
    setStep({ ...step, busy: false, ...(answer.ok ? { preview: answer.value } : {}) });
  };
  const begin = async (options: ImportOptions): Promise<void> => {
    // Asked of what is held too: a second press may come before the first is drawn.
    if (step.at !== 'preview' || step.busy || held.current !== step.taken.staged) return;
    const mine = ++turn.current;
    setError(undefined);
    setStep({ ...step, busy: true });
    const { staged, name } = step.taken;
    const { format } = step.preview;
    // From here on the file is the job's, also where the answer is lost on the way.
    held.current = undefined;
    const request = unanswered.current ?? newRequest();
    const answer = await call('library.import', { request, staged, name, format, options });
    unanswered.current = !answer.ok && answer.error === 'no-answer' ? request : undefined;
    if (answer.ok) {
      if (mine === turn.current) setStep({ at: 'job', job: answer.value.job, name, format });
      return;
    }
    if (mine !== turn.current) {
      // After no answer it may be the job's all the same.
      if (answer.error !== 'no-answer') letGo(staged);
      return;
    }
    held.current = staged;
    setError(answer.error);
    setStep({ ...step, busy: false });
  };
  return {
    step,
    error,
    take,
    paste: (text) => {
      const name = t('importPasted');
      void start(name, () => takeText(text, name));
    },
    readAs: (format) => void readAs(format),
    begin: (options) => void begin(options),
    again: () => {
      turn.current += 1;
      drop();
      setError(undefined);
      setStep({ at: 'choose' });
    },
  };
}
