import type { ZoteroWork } from '../../core/citations/to-zotero.ts';

/** What goes in and comes out when papers are sent. The caller keeps the records: here nothing is stored. */

/** That a paper is in a Zotero database. One paper has one record for each database. */
export interface Sent {
  /** `Zotero-Server-ID`; `connector` where an older Zotero told no name and no key. */
  readonly serverId: string;
  /** Empty with `connector`. */
  readonly itemKey: string;
  /** The item's when we last wrote it; another one now means that somebody changed it there. */
  readonly version: number;
  /** Of what was written; empty where something of it failed, so that it is tried again. */
  readonly fieldHash: string;
  /** The child note's version when we last wrote it. */
  readonly noteVersion?: number;
  /** How many of our items were deleted there before. */
  readonly turn?: number;
  /** It was there before we came, or was changed there: we never write to it. */
  readonly theirs?: true;
}

export const CONNECTOR = 'connector';

export interface ToSend {
  /** Of the saved paper: stable. */
  readonly key: string;
  readonly work: ZoteroWork;
  /** All records of this paper. */
  readonly sent: readonly Sent[];
}

/**
 * `changed-there`: changed in Zotero since, so it is left as it is; `in-trash`: in Zotero's trash, which is the person's word;
 * `refused`: Zotero would not take it, `detail` is what it said; `too-large`.
 */
export type FailReason = 'changed-there' | 'in-trash' | 'refused' | 'too-large';

export type ItemResult =
  | { readonly key: string; readonly outcome: 'created' | 'updated' | 'already'; readonly sent: Sent }
  | { readonly key: string; readonly outcome: 'failed'; readonly reason: FailReason; readonly detail?: string };
