import { isRecord, merge, sameState } from '../../core/library/merge.ts';
import type { PaperState } from '../../core/library/state.ts';
import { placeOf } from '../../core/library/view.ts';
import type { LibraryDb } from '../library/database.ts';
import { checkSnapshot, type Damage, type Line, linesOf, readableBody } from './format.ts';

/** What restoring a backup would do. */
export interface BackupPreview {
  /** Of the file; empty where its header cannot be read. */
  readonly day: string;
  /** Saved papers that the file says it holds. */
  readonly count: number;
  /** Papers that would come into the library, and papers there that would change. */
  readonly brings: number;
  readonly changes: number;
  /** Whole, and of a version that this code reads; else it is not restored. */
  readonly good: boolean;
  /** Saved papers that could be read in it: of a damaged file fewer than it held. */
  readonly readable: number;
  readonly damage?: Damage;
}

/**
 * Reads a backup and compares it with the library; changes nothing. A damaged file is read as far as it can be: what it holds is
 * shown, but never merged, for a changed byte may have changed a title or a tag.
 * @param db undefined where the library cannot be read: then everything is brought
 */
export async function previewBackup(file: Blob, db: LibraryDb | undefined): Promise<BackupPreview> {
  const checked = await checkSnapshot(file);
  if (!checked.ok && checked.error === 'newer') {
    return { day: '', count: 0, brings: 0, changes: 0, good: false, readable: 0, damage: 'newer' };
  }
  const { header, body } = checked.ok ? checked.value : await readableBody(file);
  const papers = new Set<string>();
  const brought = new Set<string>();
  const changed = new Set<string>();
  for (const lines of linesOf(body)) {
    for (const line of lines) if (isSaved(line)) papers.add(line.id);
    await compare(db, lines, brought, changed);
  }
  const shown = await shownOf(
    db,
    [...changed].filter((key) => !brought.has(key)),
  );
  return {
    day: header?.day ?? '',
    count: header?.count ?? papers.size,
    brings: brought.size,
    changes: shown,
    good: checked.ok,
    readable: papers.size,
    ...(checked.ok ? {} : { damage: checked.error }),
  };
}

const isSaved = ({ kind, state }: Line): boolean =>
  kind === 'paper' && isRecord(state) && placeOf(state as unknown as PaperState) === 'library'; // it reads defensively

const OF_PAPER: readonly string[] = ['paper', 'bib', 'note'];

/** Which papers would come, and which would be others than they are. */
async function compare(
  db: LibraryDb | undefined,
  lines: readonly Line[],
  brought: Set<string>,
  changed: Set<string>,
): Promise<void> {
  const good = lines.filter(({ kind, state }) => OF_PAPER.includes(kind) && isRecord(state));
  const rows = await db?.states.bulkGet(good.map(({ kind, id }): [string, string] => [kind, id]));
  for (const [i, line] of good.entries()) {
    const old = rows?.[i]?.state;
    const merged = old === undefined ? line.state : merge(line.kind, old, line.state);
    if (old !== undefined && sameState(old, merged)) continue;
    const [was, is] = [old, merged].map((state) => placeOf(state as PaperState | undefined)); // as above
    if (line.kind === 'paper' && was !== 'library' && is === 'library') brought.add(line.id);
    else changed.add(line.id);
  }
}

/** How many of these papers are in the library: what changes of others nobody sees. */
async function shownOf(db: LibraryDb | undefined, keys: readonly string[]): Promise<number> {
  const rows = keys.length === 0 ? undefined : await db?.papers.bulkGet([...keys]);
  return rows?.filter((row) => row !== undefined).length ?? 0;
}
