/** Calls that pass through to a worker. */
import { expect, test } from 'vitest';
import { type FromWorker, relayTo, type ToWorker, type WorkerPort } from './relay.ts';

/** The two ends of a worker. */
function port() {
  const asked: ToWorker[] = [];
  const hear = { message: [] as ((event: { data: FromWorker }) => void)[], error: [] as ((event: object) => void)[] };
  const worker: WorkerPort = {
    postMessage: (message) => void asked.push(message),
    addEventListener: (type: 'message' | 'error', listener: never) => void hear[type].push(listener),
  };
  return {
    worker,
    asked,
    say(data: FromWorker): void {
      for (const listener of hear.message) listener({ data });
    },
    fail(message: string): void {
      for (const listener of hear.error) listener({ message });
    },
  };
}

test('answers reach who asked, in whatever order they come', async () => {
  const { worker, asked, say } = port();
  const relay = relayTo(worker, () => undefined);
  const first = relay.ask('engine.cancel', { job: 1 });
  const second = relay.ask('engine.resume', {});
  expect(relay.busy).toBe(true);
  say({ n: asked[1]?.n ?? -1, reply: { ok: true, value: { jobs: 2 } } });
  say({ n: asked[0]?.n ?? -1, reply: { ok: false, error: 'not-found' } });
  expect(await second).toEqual({ ok: true, value: { jobs: 2 } });
  expect(await first).toEqual({ ok: false, error: 'not-found' });
  expect(relay.busy).toBe(false);
});

test('a worker that runs jobs counts as busy until it says otherwise', () => {
  const { worker, say } = port();
  const relay = relayTo(worker, () => undefined);
  say({ busy: true });
  expect(relay.busy).toBe(true);
  say({ busy: false });
  expect(relay.busy).toBe(false);
});

test('a worker that fails answers everyone who waits, and the surprise is reported', async () => {
  const { worker, fail, say } = port();
  const reported: string[] = [];
  const relay = relayTo(worker, (error, where) => reported.push(`${where}: ${String(error)}`));
  const waiting = relay.ask('engine.resume', {});
  fail('out of memory');
  expect(await waiting).toEqual({ ok: false, error: 'failed', detail: 'out of memory' });
  say({ surprise: 'a bug', where: 'jobs' });
  expect(reported).toEqual(['engine: Error: out of memory', 'engine jobs: Error: a bug']);
});

test('a worker that failed before it ever spoke fails every later call at once, and its maker is told once', async () => {
  const { worker, asked, fail } = port();
  let dead = 0;
  const relay = relayTo(
    worker,
    () => undefined,
    () => {
      dead += 1;
    },
  );
  const waiting = relay.ask('engine.resume', {});
  fail('could not be loaded');
  fail('could not be loaded');
  const failure = { ok: false, error: 'failed', detail: 'could not be loaded' };
  expect(await waiting).toEqual(failure);
  expect(await relay.ask('engine.resume', {})).toEqual(failure);
  expect([relay.busy, dead, asked.length]).toEqual([false, 1, 1]);
});

test('a worker that threw after it had spoken goes on answering', async () => {
  const { worker, asked, say, fail } = port();
  let dead = 0;
  const relay = relayTo(
    worker,
    () => undefined,
    () => {
      dead += 1;
    },
  );
  say({ busy: false });
  fail('a bug');
  const next = relay.ask('engine.resume', {});
  say({ n: asked[0]?.n ?? -1, reply: { ok: true, value: { jobs: 0 } } });
  expect(await next).toEqual({ ok: true, value: { jobs: 0 } });
  expect(dead).toBe(0);
});
