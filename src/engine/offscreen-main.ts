/**
 * The offscreen document: checks calls (only it has the extension's messages) and passes them to the worker, which does the work.
 * Closes itself after ten idle minutes, or where the worker cannot be loaded; the background opens it again when there is something to do.
 */
import type { CallName, In, Out } from '../messaging/calls.ts';
import { serve } from '../messaging/listen.ts';
import { relayTo } from '../messaging/relay.ts';
import { CallFailure, type Handlers } from '../messaging/server.ts';
import { ownWorker } from '../platform/own-worker.ts';
import { report } from '../platform/report.ts';
import workerFile from './worker.ts?worker&url';

/** Time for the answers to leave, in ms. */
const LAST_WORDS = 1_000;

// With a worker that could not be loaded this document is of no use: the next call opens another.
const relay = relayTo(ownWorker(workerFile), report, () => setTimeout(() => window.close(), LAST_WORDS));
let lastAsked = Date.now();

const forward =
  <N extends CallName>(name: N) =>
  async (body: In<N>): Promise<Out<N>> => {
    lastAsked = Date.now();
    const reply = await relay.ask(name, body);
    if (!reply.ok) throw new CallFailure(reply.error, reply.detail ?? name);
    return reply.value;
  };

const handlers = {
  'engine.ingest': forward('engine.ingest'),
  'engine.forget': forward('engine.forget'),
  'engine.cancel': forward('engine.cancel'),
  'engine.resume': forward('engine.resume'),
  'engine.hints': forward('engine.hints'),
  'engine.find': forward('engine.find'),
  'engine.libraryChanged': forward('engine.libraryChanged'),
} satisfies Handlers<'engine'>;

serve('engine', handlers, (error, where) => report(error, `engine ${where}`));

const IDLE = 10 * 60_000;
setInterval(() => {
  if (!relay.busy && Date.now() - lastAsked > IDLE) window.close();
}, 60_000);
