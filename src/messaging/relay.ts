import type { CallError, CallName, In, Out, Reply } from './calls.ts';

/** Calls passed on to a worker, which has no messages of the extension itself, and its answers back. */

/** From outside to the worker. */
export interface ToWorker {
  readonly n: number;
  readonly call: CallName;
  readonly body: unknown;
}

/** From the worker: an answer, a surprise to report, or whether jobs run. */
export type FromWorker =
  | { readonly n: number; readonly reply: Reply<unknown> }
  | { readonly surprise: string; readonly where: string }
  | { readonly busy: boolean };

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

/** A worker that failed to load or threw outside a call answers nothing more to what waits: everyone is told. */
export function relayTo(worker: WorkerPort, report: (error: unknown, where: string) => void): Relay {
  let n = 0;
  let working = false;
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  worker.addEventListener('message', ({ data }) => {
    if ('reply' in data) {
      waiting.get(data.n)?.(data.reply);
      waiting.delete(data.n);
    } else if ('busy' in data) working = data.busy;
    else report(new Error(data.surprise), `engine ${data.where}`);
  });
  worker.addEventListener('error', ({ message }) => {
    report(new Error(message ?? 'The worker failed.'), 'engine');
    const error: CallError = 'failed';
    for (const answer of waiting.values()) answer({ ok: false, error, detail: message ?? 'The worker failed.' });
    waiting.clear();
  });
  return {
    ask: <N extends CallName>(call: N, body: In<N>) =>
      new Promise<Reply<Out<N>>>((answer) => {
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
