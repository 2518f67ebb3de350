import type { CallError, CallName, In, Out, Reply } from '../messaging/calls.ts';
import { LibraryFault, TOLD } from '../storage/library/fault.ts';
import { StoreError, type StoreFault, storeError } from '../storage/papers/store-error.ts';
import type { RunningEngine } from './engine.ts';
import { fileUrl } from './file-url.ts';
import { libraryWork } from './library/answer.ts';
import { JobFailure } from './library/jobs/job-failure.ts';
import { requestCancel, requestForget, requestIngest } from './requests.ts';
import { syncWork } from './sync/answer.ts';

type EngineCall = Extract<CallName, `engine.${string}`>;
type Work = { readonly [N in EngineCall]: (running: RunningEngine, body: In<N>) => Promise<Out<N>> };

/** Asking for work returns once the job is in the store; its progress is there too. */
const work: Work = {
  ...libraryWork,
  ...syncWork,
  'engine.ingest': async ({ engine, queue }, body) => {
    const reply = await requestIngest(engine, body);
    queue.wake();
    return reply;
  },
  'engine.forget': async ({ engine, queue }, body) => {
    const reply = await requestForget(engine, body);
    queue.wake();
    return reply;
  },
  'engine.cancel': async ({ engine, queue }, body) => {
    const reply = await requestCancel(engine, body);
    queue.wake();
    return reply;
  },
  'engine.resume': async ({ queue, libraryJobs }) => {
    queue.wake();
    libraryJobs.wake();
    return { jobs: 1 };
  },
  'engine.hints': async ({ hints }, { texts, limit }) => ({ hints: await hints.closeTo(texts, limit) }),
  'engine.find': ({ search }, { text, limit }) => search.find(text, limit),
  'engine.fileUrl': async ({ engine }, { staged, type }) => ({ url: await fileUrl(engine.files, staged, type) }),
  'engine.libraryChanged': async ({ engine }, { keys }) => {
    engine.saved.changed(keys);
    return {};
  },
};

const ERRORS: Readonly<Record<StoreFault, CallError>> = {
  blocked: 'failed',
  newer: 'read-only',
  quota: 'quota',
  unreadable: 'failed',
};

/** One call, checked by the relay. Never rejects. */
export async function answerCall(
  start: () => Promise<RunningEngine>,
  call: CallName,
  body: unknown,
  report: (error: unknown, where: string) => void,
): Promise<Reply<unknown>> {
  try {
    if (!Object.hasOwn(work, call)) return { ok: false, error: 'refused', detail: call };
    // Own property: an engine call. The relay's table of schemas has checked that the body is In<call>.
    const handle = work[call as EngineCall] as (running: RunningEngine, body: unknown) => Promise<unknown>;
    return { ok: true, value: await handle(await start(), body) };
  } catch (error) {
    const known = storeError(error);
    if (known instanceof StoreError) return { ok: false, error: ERRORS[known.fault], detail: known.message };
    if (error instanceof LibraryFault) return { ok: false, error: TOLD[error.fault], detail: error.message };
    if (error instanceof JobFailure) return { ok: false, error: error.error, detail: error.message };
    report(error, call);
    return { ok: false, error: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
