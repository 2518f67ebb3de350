/** How the last backup went that was made by itself, as the background keeps it in `storage.local` (background/library/backups.ts). */

export interface BackupNote {
  /** ms since the epoch; 0 where none has been made. */
  readonly at: number;
  /** Why the last try failed. */
  readonly failed?: string;
}

export const BACKUP_NOTE = 'backup';

/** What is stored, as far as it is such a note. */
export function readBackupNote(stored: unknown): BackupNote | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { at, failed } = stored as { readonly at?: unknown; readonly failed?: unknown }; // each is looked at
  if (typeof at !== 'number') return undefined;
  return { at, ...(typeof failed === 'string' ? { failed } : {}) };
}
