/**
 * The engine: a dedicated worker, the only writer of `scholion-papers`. It has no messages of the extension itself: a relay (the
 * offscreen document, or Firefox's event page) has checked every call before it comes here.
 */
import { localDay } from '../core/calendar-day.ts';
import { tagsOf } from '../core/tags/tagger.ts';
import type { FromWorker, ToWorker } from '../messaging/relay.ts';
import { filesIn, stagedFiles } from '../platform/staged-files.ts';
import { withLibrary } from '../storage/library/database.ts';
import { makeWriter } from '../storage/papers/commands/writer.ts';
import { papersDb } from '../storage/papers/database.ts';
import { opfsFolder } from '../storage/snapshots/folder.ts';
import { takeSnapshot } from '../storage/snapshots/snapshots.ts';
import { answerCall } from './answer.ts';
import { makeEngine, type RunningEngine } from './engine.ts';
import { savedCopy } from './saved-copy.ts';
import { workerOutside } from './sync/outside.ts';

// This file is always a dedicated worker; the DOM library types `self` as a window.
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
};

const surprise = (error: unknown, where: string): void =>
  scope.postMessage({ surprise: error instanceof Error ? (error.stack ?? error.message) : String(error), where });

let running: Promise<RunningEngine> | undefined;

/** Opened by the first call; a store that could not be opened is tried again by the next. */
function engine(): Promise<RunningEngine> {
  running ??= start().catch((error: unknown) => {
    running = undefined;
    throw error;
  });
  return running;
}

/** A large library takes seconds. ms */
const SNAPSHOT_LIMIT = 5 * 60_000;

async function snapshot(): Promise<void> {
  const folder = await opfsFolder();
  await withLibrary((db) => takeSnapshot(folder, db, localDay(new Date())), SNAPSHOT_LIMIT);
}

async function start(): Promise<RunningEngine> {
  const db = await papersDb();
  return makeEngine(
    {
      db,
      writer: makeWriter(db, tagsOf),
      files: stagedFiles,
      indexFiles: filesIn('index'),
      library: withLibrary,
      saved: savedCopy(withLibrary),
      batch: 250,
      now: () => Date.now(),
      written: (keys) => scope.postMessage({ written: keys }),
      sync: workerOutside({
        ended: (ended) => scope.postMessage({ ended }),
        snapshot,
      }),
      report: surprise,
    },
    (busy) => scope.postMessage({ busy }),
  );
}

scope.onmessage = ({ data: { n, call, body } }) => {
  void answerCall(engine, call, body, surprise).then((reply) => scope.postMessage({ n, reply }));
};
