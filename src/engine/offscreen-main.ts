/**
 * The offscreen document: checks calls (only it has the extension's messages) and passes them to the worker, which does the work.
 * Closes itself after ten idle minutes, or where the worker cannot be loaded; the background opens it again when there is something to do.
 */
import type { CallName, In } from '../messaging/calls.ts';
import { call } from '../messaging/client.ts';
import { serve } from '../messaging/listen.ts';
import { protocol } from '../messaging/protocol.ts';
import { relayTo } from '../messaging/relay.ts';
import { CallFailure, type Handlers } from '../messaging/server.ts';
import { ownWorker } from '../platform/own-worker.ts';
import { report } from '../platform/report.ts';
import workerFile from './worker.ts?worker&url';

/** Time for the answers to leave, in ms. */
const LAST_WORDS = 1_000;

// With a worker that could not be loaded this document is of no use: the next call opens another.
const relay = relayTo(
  ownWorker(workerFile),
  report,
  () => setTimeout(() => window.close(), LAST_WORDS),
  (keys) => void call('library.written', { keys }), // a background that cannot hear now looks for itself when it starts
  (ended) => void call('sync.ended', ended),
);
let lastAsked = Date.now();

/** Every call to the engine goes to the worker. */
const forward =
  (name: CallName) =>
  async (body: unknown): Promise<unknown> => {
    lastAsked = Date.now();
    const reply = await relay.ask(name, body as In<typeof name>); // the call's own rule has checked it
    if (!reply.ok) throw new CallFailure(reply.error, reply.detail ?? name);
    return reply.value;
  };

const names = Object.entries(protocol).flatMap(([name, rule]) => (rule.to === 'engine' ? [name as CallName] : [])); // keys of the table
// One function for each call of the table that is addressed to the engine.
const handlers = Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as Handlers<'engine'>;

serve('engine', handlers, (error, where) => report(error, `engine ${where}`));

const IDLE = 10 * 60_000;
setInterval(() => {
  if (!relay.busy && Date.now() - lastAsked > IDLE) window.close();
}, 60_000);
