import type { PaperEdit } from '../../../core/library/edits.ts';
import type { ExportOptions, ExportWords, ImportOptions, ReferenceFormat } from '../../../messaging/library-calls.ts';

/** What jobs are asked to do, as their rows keep it (`spec`): written by requests.ts, read by the runner of the kind. */

export interface EditSpec {
  readonly edits: readonly PaperEdit[];
}

export interface RetagSpec {
  readonly from: readonly string[];
  /** Null takes the tags away. */
  readonly to: string | null;
}

export interface RulesSpec {
  readonly rules: readonly string[] | 'all';
}

export interface ImportSpec {
  /** The file, in the folder `staged`. */
  readonly staged: string;
  readonly name: string;
  readonly format?: ReferenceFormat;
  readonly options: ImportOptions;
  /** Set once the file is read: its works stand in files of their own, so that a resume need not read it again. */
  readonly works?: number;
}

export interface ExportSpec {
  readonly words?: ExportWords;
  readonly options: ExportOptions;
}
