import { localDay } from '../../core/calendar-day.ts';
import { alarms, downloads, isFirefox, permissions, storage } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { LibraryFault } from '../../storage/library/fault.ts';
import { backupBlob } from '../../storage/snapshots/snapshots.ts';
import { askEngine } from '../engine.ts';
import { readSettings } from '../settings.ts';
import { readCanary } from './canary-store.ts';

/**
 * Backups that a person keeps elsewhere: one readable file with a checksum, the same as a snapshot. Made when asked, or by themselves
 * into the downloads folder, where the person switched that on and gave the permission.
 */
export interface Backup {
  readonly name: string;
  readonly count: number;
  /** Its file in the folder `staged`. */
  readonly staged: string;
}

const TYPE = 'application/jsonl';
const LIMIT = 5 * 60_000;

/** Writes all states as they are into a staged file. @throws LibraryFault `unreadable` while a loss is not settled */
export async function stageBackup(request: string): Promise<Backup> {
  if ((await readCanary())?.lost !== undefined) {
    throw new LibraryFault('unreadable', 'Something is missing from the library: restore it or accept it first.');
  }
  const day = localDay(new Date());
  const { file, count } = await withLibrary((db) => backupBlob(db, day), LIMIT);
  const staged = `backup-${request}`;
  await stagedFiles.write(staged, file);
  return { name: `scholion-${day}.jsonl`, count, staged };
}

/** Hands a staged backup to the browser's downloads. @throws LibraryFault `read-only` without the permission, or where it fails */
export async function downloadBackup({ staged, name }: Backup): Promise<void> {
  if (downloads === undefined || !(await permissions.contains({ permissions: ['downloads'] }))) {
    throw new LibraryFault('read-only', 'The downloads folder is not allowed.');
  }
  const url = await addressOf(staged);
  const id = await downloads.download({ url, filename: `Scholion/${name}`, conflictAction: 'uniquify', saveAs: false });
  await ended(id);
  if (isFirefox) URL.revokeObjectURL(url);
  await stagedFiles.remove(staged);
}

/** A service worker can make no address of a blob; the engine's worker can, and so can Firefox's event page. */
async function addressOf(staged: string): Promise<string> {
  if (!isFirefox) return (await askEngine('engine.fileUrl', { staged, type: TYPE })).url;
  const file = (await stagedFiles.open(staged)) ?? new Blob();
  return URL.createObjectURL(file.slice(0, file.size, TYPE));
}

/** Waits until the file is on the disk. */
async function ended(id: number): Promise<void> {
  for (;;) {
    const [item] = (await downloads?.search({ id })) ?? [];
    if (item?.state === 'complete') return;
    if (item === undefined || item.state === 'interrupted') {
      throw new LibraryFault('read-only', `The backup could not be written: ${item?.error ?? 'it was taken away'}`);
    }
    await new Promise((done) => setTimeout(done, 250));
  }
}

const ALARM = 'backup';
const KEY = 'backup';
const HOUR = 60 * 60_000;
const EVERY: Readonly<Record<'day' | 'week', number>> = { day: 24 * HOUR, week: 7 * 24 * HOUR };

/** When the last backup by itself was made, and of how many changes; or why it failed. In `storage.local`. */
export interface BackupNote {
  readonly at: number;
  readonly seq: number;
  readonly failed?: string;
}

/** Must be called in the first turn, so that the alarm which woke the worker is heard. */
export function onBackupAlarm(surprise: (error: unknown, where: string) => void): void {
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void backUpWhereDue().catch((error: unknown) => surprise(error, 'backup'));
  });
}

/** After a change of the settings, and at every start: the alarm is there exactly where backups are switched on. */
export async function scheduleBackups(): Promise<void> {
  const every = (await readSettings()).backup?.every ?? 'never';
  if (every === 'never') await alarms.clear(ALARM);
  else if ((await alarms.get(ALARM)) === undefined)
    await alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 60 });
}

let running: Promise<void> | undefined;

function backUpWhereDue(): Promise<void> {
  running ??= backUp().finally(() => {
    running = undefined;
  });
  return running;
}

async function backUp(now = Date.now()): Promise<void> {
  const every = (await readSettings()).backup?.every ?? 'never';
  const last = (await storage.local.get(KEY))[KEY] as BackupNote | undefined; // written below alone
  const seq = (await readCanary())?.seq ?? 0;
  if (every === 'never' || !backupDue(last, every, seq, now)) return;
  try {
    await downloadBackup(await stageBackup(`by-itself-${now}`));
    await storage.local.set({ [KEY]: { at: now, seq } satisfies BackupNote });
  } catch (error) {
    if (!(error instanceof LibraryFault)) report(error, 'backup');
    const failed = error instanceof Error ? error.message : String(error);
    await storage.local.set({ [KEY]: { at: last?.at ?? 0, seq: last?.seq ?? -1, failed } satisfies BackupNote });
  }
}

/** A day or week has gone by since the last one, or the clock was put back, and something has changed since. */
export function backupDue(last: BackupNote | undefined, every: 'day' | 'week', seq: number, now: number): boolean {
  if (last === undefined) return seq > 0;
  return seq !== last.seq && (now - last.at >= EVERY[every] || now < last.at);
}
