import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallError } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import type { Choice, ExportOptions } from '../../messaging/library-calls.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import type { LibraryJobResult, LibraryJobRow } from '../../storage/library/rows.ts';
import { download } from '../parts/download.ts';
import { isUnderWay } from '../parts/use-library-jobs.ts';
import { type FollowedJob, useJob } from './use-job.ts';

export type ExportedFile = NonNullable<LibraryJobResult['file']>;
type To = 'file' | 'clipboard';

export interface Export {
  readonly job: LibraryJobRow | undefined;
  readonly isGoing: boolean;
  readonly error: CallError | undefined;
  /** Where the file went; `lost` where it was not there any more, `kept-from` where the browser let nothing on the clipboard. */
  readonly ended: 'saved' | 'copied' | 'lost' | 'kept-from' | undefined;
  readonly begin: (choice: Choice, options: ExportOptions, to: To) => void;
  readonly cancel: () => void;
  /** Hands the written file over once more. */
  readonly handOver: (to: To) => void;
  /** Back to the choice; forgets the job and its file. */
  readonly again: () => void;
}

/** An export as a job, whose file is handed to the person when it is written, and let go afterwards. */
export function useExport(): Export {
  const [begun, setBegun] = useState<{ readonly job?: number; readonly to: To }>();
  const [error, setError] = useState<CallError>();
  const [ended, setEnded] = useState<Export['ended']>();
  const followed = useJob(begun?.job);
  const { job } = followed;
  const file = job?.state === 'done' ? job.result?.file : undefined;
  /** Between the press and its answer: a second press may come before the first is drawn. */
  const asking = useRef(false);
  const handed = useRef<string | undefined>(undefined);
  const onClose = useRef<FollowedJob>(followed);
  onClose.current = followed;

  const give = useCallback(async (what: ExportedFile, to: To) => setEnded(await handOver(what, to)), []);

  useEffect(() => {
    if (!file || !begun || handed.current === file.staged) return;
    handed.current = file.staged;
    void give(file, begun.to);
  }, [file, begun, give]);
  // What was written and handed over is of no use once the dialog is closed.
  useEffect(() => () => onClose.current.dismiss(), []);

  const begin = async (choice: Choice, options: ExportOptions, to: To): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    setError(undefined);
    setEnded(undefined);
    setBegun({ to });
    const answer = await call('library.export', { request: newRequest(), choice, options });
    asking.current = false;
    if (answer.ok) return setBegun({ job: answer.value.job, to });
    setBegun(undefined);
    setError(answer.error);
  };
  return {
    job,
    isGoing: begun !== undefined && (!job || isUnderWay(job)),
    error,
    ended,
    begin: (choice, options, to) => void begin(choice, options, to),
    cancel: followed.cancel,
    handOver: (to) => void (file && give(file, to)),
    again: () => {
      followed.dismiss();
      setBegun(undefined);
      setEnded(undefined);
    },
  };
}

async function handOver({ staged, name, type }: ExportedFile, to: To): Promise<NonNullable<Export['ended']>> {
  const bytes = await stagedFiles.read(staged).catch(() => undefined);
  if (bytes === undefined) return 'lost';
  if (to === 'file') {
    download(new Blob([new Uint8Array(bytes)], { type }), name);
    return 'saved';
  }
  try {
    await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    return 'copied';
  } catch {
    return 'kept-from'; // no focus, or too long after the press
  }
}
