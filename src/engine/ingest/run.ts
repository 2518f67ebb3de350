import { localDay } from '../../core/calendar-day.ts';
import type { Entry } from '../../core/entry.ts';
import { ok, type Result } from '../../core/result.ts';
import { applyChange } from '../../storage/papers/commands/change.ts';
import { beginDigest, endDigest } from '../../storage/papers/commands/digests.ts';
import { isOpen, stepJob } from '../../storage/papers/commands/jobs.ts';
import type { DigestRow, JobRow } from '../../storage/papers/rows.ts';
import type { Engine } from '../context.ts';
import { type ReadDigest, type ReadFailure, readDigest, readText } from './read-digest.ts';
import { thinOut } from './thin-out.ts';

const WARNINGS = 200;

/**
 * Reads one digest into the store. Goes on where the job's cursor stands: parsing again gives the same entries, and those below the
 * cursor are skipped.
 * @returns a failure with a sentence for people; ok also where the job was cancelled meanwhile
 */
export async function ingest(engine: Engine, job: JobRow): Promise<Result<undefined, ReadFailure>> {
  const { db, now } = engine;
  const prepared = await prepare(engine, job);
  if (!prepared.ok) return prepared;
  if (prepared.value === 'unchanged') {
    await stepJob(db, job.id, { state: 'done', beat: now() });
    return ok(undefined);
  }
  const { entries, row } = prepared.value;
  const digest = await beginDigest(db, job.id, row, entries.length);
  if (digest === undefined) return ok(undefined);
  await writeAll(engine, job, digest, entries);
  await endDigest(db, job, digest, now());
  return ok(undefined);
}

interface Prepared {
  /** In their order; those written are taken away. */
  readonly entries: Entry[];
  readonly row: Omit<DigestRow, 'id'>;
}

/** Reads and parses; a step of its own, so that the text is let go before the writing begins. */
async function prepare(engine: Engine, job: JobRow): Promise<Result<Prepared | 'unchanged', ReadFailure>> {
  const text = await readText(engine.files, job);
  if (!text.ok) return text;
  if (await isUnchanged(engine, job, text.value.hash)) return ok('unchanged');
  const read = readDigest(text.value, job);
  if (!read.ok) return read;
  return ok({ entries: thinOut(read.value.parsed.entries), row: digestRow(engine, job, read.value) });
}

async function isUnchanged({ db }: Engine, job: JobRow, hash: number): Promise<boolean> {
  if (job.key === undefined || job.digest !== undefined) return false;
  const same = await db.digests.where('key').equals(job.key).toArray();
  return same.some((row) => row.hash === hash && row.state === 'ready');
}

function digestRow(engine: Engine, job: JobRow, { parsed, size, hash }: ReadDigest): Omit<DigestRow, 'id'> {
  const added = job.digestKind === 'listing' ? undefined : localDay(new Date(engine.now()));
  return {
    name: job.name,
    format: parsed.format,
    kind: job.digestKind ?? 'added',
    ...(job.key === undefined ? {} : { key: job.key }),
    ...(job.captured === undefined ? {} : { captured: job.captured }),
    ...(added === undefined ? {} : { added }),
    entries: 0,
    size,
    hash,
    warnings: parsed.warnings.slice(0, WARNINGS),
    warningCount: parsed.warnings.length,
    state: 'reading',
  };
}

/** Takes the entries from the list batch by batch, so that memory falls as the work goes on. */
async function writeAll(engine: Engine, job: JobRow, digest: number, entries: Entry[]): Promise<void> {
  const { db, writer, now, batch } = engine;
  let done = (await db.jobs.get(job.id))?.done ?? 0;
  entries.splice(0, done);
  while (entries.length > 0) {
    const from = done;
    const add = entries.splice(0, batch);
    const wrote = await applyChange(writer, {
      digest,
      add,
      remove: [],
      before: async () => {
        const stored = await db.jobs.get(job.id);
        return stored !== undefined && isOpen(stored) && stored.done === from;
      },
      after: () =>
        Promise.all([
          db.jobs.update(job.id, { done: from + add.length, tries: 0, beat: now() }),
          db.digests.update(digest, { entries: from + add.length }),
        ]),
      meanwhile: () => writer.prime(entries.slice(0, batch)),
    });
    if (!wrote) return;
    done += add.length;
  }
}
