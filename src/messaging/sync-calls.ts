import type { SavedRow } from '../core/library/saved-row.ts';
import type { SyncFault } from '../core/sync/faults.ts';
import type { Place, PlaceSecrets, PlaceSettings } from '../core/sync/place.ts';
import type { Decision } from '../core/sync/report.ts';

/** The calls about sync. Pages alone may make them; how it goes they read from the library (storage/library/queries/places.ts). */

/** A place as it is being added or changed, with what is secret. `id` where it exists: then secrets that are not given are the stored ones. */
export interface PlaceDraft {
  readonly id?: string;
  readonly settings: PlaceSettings;
  readonly secrets: PlaceSecrets;
}

/** One thing that a test looked at. */
export interface TestStep {
  /** `answers` there is a server · `login` it lets us in · `library` it is one, or empty · `write` it takes and gives back a record. */
  readonly what: 'answers' | 'login' | 'library' | 'write';
  readonly ms: number;
  readonly fault?: SyncFault;
  readonly detail?: string;
}

export interface TestResult {
  /** In their order; the first with a fault is the last. */
  readonly steps: readonly TestStep[];
  /** What the server says it is: "CouchDB 3.5.0". */
  readonly server?: string;
  /** What is there: nothing yet, a library, an encrypted one. */
  readonly holds?: 'nothing' | 'library' | 'encrypted';
  readonly readOnly?: 'forbidden' | 'newer';
}

/** What a first sync would do: it only adds. Counts of papers that a person sees. */
export interface SyncPreview {
  readonly here: number;
  readonly there: number;
  readonly both: number;
  readonly after: number;
}

/** Changes that wait for the person's decision. */
export interface HeldChanges {
  readonly deleted: readonly SavedRow[];
  readonly deletedCount: number;
  /** `field` as in history: `paper f.status`. The first few papers of each. */
  readonly fields: readonly { readonly field: string; readonly count: number; readonly rows: readonly SavedRow[] }[];
  /** Names of the devices that made them, as far as they are told. */
  readonly from: readonly string[];
}

type OfPlace = { readonly id: string };

export interface SyncPageCalls {
  /** Asks the server, changes nothing in the library. Writes one record of its own and takes it away again. */
  'sync.test': { in: { draft: PlaceDraft }; out: TestResult };
  'sync.preview': { in: { draft: PlaceDraft }; out: SyncPreview };
  /** Keeps the place, wraps its secrets, and syncs for the first time. The caller makes the id. */
  'sync.add': { in: { place: Place; secrets: PlaceSecrets }; out: Record<string, never> };
  /** Name, login or pause; other changes are a new place. */
  'sync.change': {
    in: { id: string; name?: string; login?: string; paused?: boolean; secrets?: PlaceSecrets };
    out: Record<string, never>;
  };
  /** Forgets the place here, with its secrets. What is there stays there. */
  'sync.remove': { in: OfPlace; out: Record<string, never> };
  /** Now; of all that are not paused without an id. Resolves when they have begun. */
  'sync.run': { in: { id?: string; decision?: Decision }; out: Record<string, never> };
  'sync.stop': { in: OfPlace; out: Record<string, never> };
  'sync.held': { in: OfPlace; out: HeldChanges };
  /** Writes the bundle of a place as a staged file (folder `staged`), for the page to hand to the person. */
  'sync.writeBundle': { in: OfPlace; out: { staged: string; name: string; papers: number } };
  /** Reads a staged bundle file: a merge, as every sync. */
  'sync.readBundle': { in: { id: string; staged: string; decision?: Decision }; out: Record<string, never> };
}

/** What the engine is given for one sync. Secrets pass through memory only. */
export interface SyncOrder {
  readonly place: Place;
  readonly secrets: PlaceSecrets;
  readonly decision?: Decision;
  /** Reads alone: a bundle file (staged) to be merged in. */
  readonly staged?: string;
}

export interface SyncEngineCalls {
  /** Resolves when it has begun, or when one for this place runs already. */
  'engine.sync': { in: SyncOrder; out: Record<string, never> };
  'engine.syncStop': { in: OfPlace; out: Record<string, never> };
  'engine.syncTest': { in: { place: PlaceSettings; secrets: PlaceSecrets }; out: TestResult };
  'engine.syncPreview': { in: { place: PlaceSettings; secrets: PlaceSecrets }; out: SyncPreview };
  'engine.syncHeld': { in: OfPlace; out: HeldChanges };
  'engine.writeBundle': {
    in: { place: Place; secrets: PlaceSecrets };
    out: { staged: string; name: string; papers: number };
  };
  /**
   * A sync has ended, or without `id` a test or preview, with the last requests it made for the log: the background plans the next one.
   * Answered by the background.
   */
  'sync.ended': { in: { id?: string; requests: readonly LoggedRequest[] }; out: Record<string, never> };
}

/** As core/request-log.ts. */
export interface LoggedRequest {
  readonly at: number;
  readonly host: string;
  readonly purpose: string;
  readonly outcome: number | string;
  readonly bytes: number;
}
