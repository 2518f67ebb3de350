import { number, t, tn } from '../../../platform/i18n.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';

/** Long work on the library in words. */

export const isUnderWay = (job: LibraryJobRow): boolean => job.state === 'waiting' || job.state === 'running';

/** What goes on: "Changing 10,000 papers". */
export function jobTitle(job: LibraryJobRow): string {
  switch (job.kind) {
    case 'edit':
      return job.total === undefined ? t('libraryJobSome') : tn('libraryJobEdit', job.total);
    case 'undo':
      return t('libraryJobUndo');
    case 'retag':
      return t('libraryJobRetag');
    case 'rules':
      return t('libraryJobRules');
    case 'import':
      return t('libraryJobImport', job.name);
    case 'export':
      return t('libraryJobExport');
    case 'zotero':
      return t('libraryJobZotero');
  }
}

/** "4,000 of 10,000 done" */
export const jobDone = ({ done, total }: LibraryJobRow): string =>
  total === undefined ? t('libraryJobDone', number(done)) : t('libraryJobOf', number(done), number(total));

/** 0 to 1; undefined until its size is known. */
export const jobPart = ({ done, total }: LibraryJobRow): number | undefined =>
  total === undefined || total === 0 ? undefined : Math.min(1, done / total);

/** Papers that it changed. */
export const jobCount = ({ done, result = {} }: LibraryJobRow): number => result.changed ?? done;
