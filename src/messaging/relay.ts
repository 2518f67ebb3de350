import type { CallError, CallName, In, Out, Reply } from './calls.ts';

/** Calls passed on to a worker, which has no messages of the extension itself, and its answers back. */

/** From outside to the worker. */
export interface ToWorker {
  readonly n: number;
  readonly call: CallName;
  readonly body: unknown;
}

/** From the worker: an answer, a surprise to report, whether jobs run, keys of saved papers that it wrote, or a sync that ended. */
export type FromWorker =
  | { readonly n: number; readonly reply: Reply<unknown> }
  | { readonly surprise: string; readonly where: string }
  | { readonly busy: boolean }
  | { readonly written: readonly string[] }
  | { readonly ended: In<'sync.ended'> };

/** What is needed of a Worker. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

export interface Relay {
  ask<N extends CallName>(name: N, body: In<N>): Promise<Reply<Out<N>>>;
  /** Calls under way, or jobs running. */
  readonly busy: boolean;
}

/**
 * A worker that failed to load or threw outside a call answers nothing more to what waits: everyone is told. One that failed before
 * it ever spoke never will: then every later call fails at once too.
 * @param onDead such a worker is of no more use: whoever made it must make another
 * @param onWritten told which saved papers the worker changed
 * @param onEnded told when a sync ended
 */
export function relayTo(
  worker: WorkerPort,
  report: (error: unknown, where: string) => void,
  onDead: () => void = () => undefined,
  onWritten: (keys: readonly string[]) => void = () => undefined,
  onEnded: (ended: In<'sync.ended'>) => void = () => undefined,
): Relay {
  let n = 0;
  let working = false;
  let spoke = false;
  /** Why the worker will never answer. */
  let dead: string | undefined;
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  worker.addEventListener('message', ({ data }) => {
    spoke = true;
    if ('reply' in data) {
      waiting.get(data.n)?.(data.reply);
      waiting.delete(data.n);
    } else if ('busy' in data) working = data.busy;
    else if ('written' in data) onWritten(data.written);
    else if ('ended' in data) onEnded(data.ended);
    else report(new Error(data.surprise), `engine ${data.where}`);
  });
  worker.addEventListener('error', ({ message }) => {
    const detail = message ?? 'The worker failed.';
    report(new Error(detail), 'engine');
    for (const answer of waiting.values()) answer(failed(detail));
    waiting.clear();
    if (spoke || dead !== undefined) return;
    dead = detail;
    onDead();
  });
  return {
    ask: <N extends CallName>(call: N, body: In<N>) =>
      new Promise<Reply<Out<N>>>((answer) => {
        if (dead !== undefined) return answer(failed(dead));
        n += 1;
        // The worker's handler for this call is typed Out<N>.
        waiting.set(n, answer as (reply: Reply<unknown>) => void);
        worker.postMessage({ n, call, body });
      }),
    get busy() {
      return working || waiting.size > 0;
    },
  };
}

const failed = (detail: string): { ok: false; error: CallError; detail: string } => ({
  ok: false,
  error: 'failed',
  detail,
});
