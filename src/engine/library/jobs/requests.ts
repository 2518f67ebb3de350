import { matchesRule } from '../../../core/library/rules.ts';
import type { In, Out } from '../../../messaging/calls.ts';
import type { Choice } from '../../../messaging/library-calls.ts';
import {
  cancelLibraryJob,
  dismissLibraryJob,
  type NewLibraryJob,
  startJob,
} from '../../../storage/library/commands/jobs/jobs.ts';
import { startUndoJob } from '../../../storage/library/commands/jobs/undo-job.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { RunningEngine } from '../../engine.ts';
import { Slices } from '../slices.ts';
import { removeFilesOf } from './job-files.ts';
import type { EditSpec, ExportSpec, ImportSpec, RetagSpec, RulesSpec } from './specs.ts';

/** What people ask for, as jobs in the library; the same request again is the same job. What a job is about is written down here. */

type Asked<N extends `engine.${string}` & keyof Calls> = (running: RunningEngine, body: In<N>) => Promise<Out<N>>;
type Calls = {
  readonly [N in
    | 'engine.bulk'
    | 'engine.retag'
    | 'engine.runRules'
    | 'engine.import'
    | 'engine.export'
    | 'engine.undoJob'
    | 'engine.cancelJob'
    | 'engine.dismissJob']: true;
};

/** @param keys asked for only where the job is new: a list may be long */
async function start(
  { engine, libraryJobs }: RunningEngine,
  job: Omit<NewLibraryJob, 'keys'>,
  keys?: () => Promise<readonly string[]>,
): Promise<{ job: number }> {
  const known = await engine.library((db) => db.requests.get(job.request));
  const about = known === undefined && keys !== undefined ? { keys: await keys() } : {};
  const { id } = await engine.library((db) => startJob(db, { ...job, ...about }, engine.now()));
  libraryJobs.wake();
  return { job: id };
}

async function chosen({ lists }: RunningEngine, choice: Choice): Promise<readonly string[]> {
  if ('keys' in choice) return [...new Set(choice.keys)];
  const except = new Set(choice.except);
  return (await lists.all(choice.query)).filter((key) => !except.has(key));
}

export const requestBulk: Asked<'engine.bulk'> = (running, { request, choice, edits }) => {
  const spec: EditSpec = { edits };
  return start(running, { request, kind: 'edit', name: '', spec, undoable: true }, () => chosen(running, choice));
};

/** Papers that have any of the tags as an own one. */
export const requestRetag: Asked<'engine.retag'> = (running, { request, from, to }) => {
  const spec: RetagSpec = { from, to };
  const name = to ?? from[0] ?? '';
  return start(running, { request, kind: 'retag', name, spec, undoable: true }, () =>
    running.engine.library(async (db) => [
      ...new Set(
        await db.papers
          .where('tags')
          .anyOf([...from])
          .primaryKeys(),
      ),
    ]),
  );
};

/** Papers that at least one of the rules matches as they are: what one rule adds can only make further rules match there. */
export const requestRules: Asked<'engine.runRules'> = (running, { request, rules }) => {
  const spec: RulesSpec = { rules };
  const name = rules === 'all' || rules.length !== 1 ? '' : (rules[0] ?? '');
  return start(running, { request, kind: 'rules', name, spec, undoable: true }, async () => {
    const { saved } = running.engine;
    await saved.freshen('rules');
    const wanted = saved.things.rules.filter((rule) => (rules === 'all' ? rule.on : rules.includes(rule.id)));
    const keys: string[] = [];
    const slices = new Slices();
    for (const [key, row] of saved.rows) {
      await slices.pause();
      if (wanted.some((rule) => matchesRule(rule, row))) keys.push(key);
    }
    return keys;
  });
};

/** The background has taken a snapshot before it asks. */
export const requestImport: Asked<'engine.import'> = (running, { request, staged, name, format, options }) => {
  const spec: ImportSpec = { staged, name, options, ...(format === undefined ? {} : { format }) };
  return start(running, { request, kind: 'import', name, spec, undoable: true });
};

export const requestExport: Asked<'engine.export'> = (running, { request, choice, options, words }) => {
  const spec: ExportSpec = { options, ...(words === undefined ? {} : { words }) };
  return start(running, { request, kind: 'export', name: options.format, spec, undoable: false }, () =>
    chosen(running, choice),
  );
};

/** The background may have started it already. Where there is nothing to take back the number is 0. */
export const requestUndo: Asked<'engine.undoJob'> = async ({ engine, libraryJobs }, body) => {
  const job = await engine.library((db) => startUndoJob(db, body, engine.now()));
  libraryJobs.wake();
  return { job: job ?? 0 };
};

/** The runner notices at its next chunk; what was done until then stays, and can be taken back. */
export const requestCancel: Asked<'engine.cancelJob'> = async ({ engine }, { job }) => {
  const was: LibraryJobRow | undefined = await engine.library((db) => cancelLibraryJob(db, job, engine.now()));
  // One at work removes its files itself, when it has stopped.
  if (was?.state === 'waiting') await removeFilesOf(engine, was);
  return {};
};

export const requestDismiss: Asked<'engine.dismissJob'> = async ({ engine }, { job }) => {
  const gone = await engine.library((db) => dismissLibraryJob(db, job));
  if (gone !== undefined) await removeFilesOf(engine, gone);
  return {};
};
