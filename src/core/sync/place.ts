import type { SyncReport } from './report.ts';

/** A place that the library syncs with (DESIGN.md: target), as the person set it up. It holds no secret, and is itself never synced. */

export const PLACE_KINDS = ['couch', 'webdav', 'folder', 'bundle'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What of a collection a place gets: its papers with their records, or also what the person did with them. */
export type Share = 'papers' | 'everything';

export interface PlaceSettings {
  readonly kind: PlaceKind;
  /** For the person; made of the address where they gave none. */
  readonly name: string;
  /** Of CouchDB the server, of WebDAV the folder; without login. A folder on this computer has none: its handle is kept apart. */
  readonly address?: string;
  readonly database?: string;
  readonly login?: string;
  /** Everything is encrypted with a passphrase before it leaves. */
  readonly encrypted: boolean;
  /** Id of the one collection that the place holds; undefined: the whole library. */
  readonly collection?: string;
  readonly share?: Share;
  /** The person agreed to http at this address, which is on this machine or in a private network. */
  readonly plainHttp?: true;
}

/** What only the machine's own secret store keeps. */
export interface PlaceSecrets {
  readonly password?: string;
  readonly passphrase?: string;
}

/** `targets(id)` */
export interface Place extends PlaceSettings {
  /** Random. */
  readonly id: string;
  readonly paused: boolean;
  /** ms since 1970. */
  readonly addedAt: number;
}

export const SYNC_PHASES = ['opening', 'reading', 'sending'] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

/** `targetStates(id)`: how it goes. Written by what syncs. */
export interface PlaceState {
  readonly id: string;
  /** A sync that runs; one whose beat is older than two minutes was cut off. */
  readonly running?: {
    readonly since: number;
    readonly beat: number;
    readonly phase: SyncPhase;
    /** Records read and sent so far. */
    readonly pulled: number;
    readonly pushed: number;
  };
  /** The last one that ended. A sync of a bundle file: when it was last written or read. */
  readonly report?: SyncReport;
  readonly reportAt?: number;
  /** When "synced" could last be said. */
  readonly lastOk?: number;
  /** Failures on end. */
  readonly tries: number;
  /** When the next sync is due by itself, ms since 1970. */
  readonly nextAt?: number;
}

/** `syncLog(++id, target)`: one line for each sync that did or met something; the last 200 of a place are kept. */
export interface SyncLogLine {
  readonly id: number;
  readonly target: string;
  readonly at: number;
  readonly ms: number;
  readonly report: Pick<
    SyncReport,
    'state' | 'fault' | 'detail' | 'pulled' | 'changed' | 'pushed' | 'waitingCount' | 'joined'
  >;
}

/** How long a place is left alone when nothing happens, minutes. */
export const IDLE_MINUTES = 15;
