/**
 * The canary: figures of the library, kept outside its store. A damaged IndexedDB comes up empty or shortened without any error
 * (measured in Chromium 156), so only figures kept elsewhere can tell that something is missing.
 */

/** Kept in the extension's `storage.local`, which survived every damage that was tried. */
export interface Canary {
  /** The library's own id. */
  readonly library: string;
  /** Changes counted; a library with fewer has lost rows. */
  readonly seq: number;
  /** Saved papers. */
  readonly papers: number;
  /** The last snapshot: its day, and the count of writes then. */
  readonly snapshotDay?: string;
  readonly snapshotWrites?: number;
  /** When it was done and how long it took, in ms. */
  readonly snapshotAt?: number;
  readonly snapshotTook?: number;
  /** The same for what digests told us: the store's own count of changes, and papers in it. */
  readonly corpus?: Corpus & {
    /** A loss that was noticed, and the store's count then: the next digest added settles it. */
    readonly lostAt?: number;
  };
  /** A loss that nobody has settled yet: figures stay as they were before it, and nothing may be pushed to a target. */
  readonly lost?: { readonly state: Loss; readonly shown: boolean };
}

export interface Corpus {
  /** Counts changes of that store; never goes back. */
  readonly epoch: number;
  readonly papers: number;
  /** Papers that it counts and does not hold; absent where that was not looked at. */
  readonly missing?: number;
}

/** What a look into the library found. */
export interface Found {
  /** Undefined where nothing was ever written. */
  readonly library?: string;
  readonly seq: number;
  /** Saved papers and states that are there. */
  readonly papers: number;
  readonly states: number;
  /** How many the library itself says there must be. */
  readonly ownPapers: number;
  readonly ownStates: number;
}

export type Loss = 'empty-loss' | 'partial-loss' | 'unreadable';
export type Judgement = 'good' | 'empty-loss' | 'partial-loss' | 'rows-missing';

/**
 * Compares. `rows-missing`: all states are there, only the rows computed from them are not: they can be computed again.
 * A library without a canary is good: the canary is made anew.
 */
export function judge(canary: Canary | undefined, found: Found): Judgement {
  const short = found.states < found.ownStates;
  const replaced = canary !== undefined && canary.seq > 0 && found.library !== canary.library;
  const older = canary !== undefined && found.seq < canary.seq;
  if (replaced || older || short) {
    // Where nothing was in it, nothing was lost.
    const had = Math.max(canary?.papers ?? 0, found.ownPapers);
    if (had === 0) return 'good';
    return found.papers === 0 ? 'empty-loss' : 'partial-loss';
  }
  return found.papers === found.ownPapers ? 'good' : 'rows-missing';
}

/**
 * Did what digests told us get lost? Its count of changes never goes back by itself, and it holds what it counts. A loss that was
 * noticed is over once a digest was added or forgotten since.
 */
export function corpusLost(canary: Canary['corpus'], found: Corpus): boolean {
  if (canary?.lostAt !== undefined) return found.epoch <= canary.lostAt;
  const older = canary !== undefined && canary.papers > 0 && found.epoch < canary.epoch;
  return older || (found.missing ?? 0) > (canary?.missing ?? 0);
}

/** A snapshot is due after so many writes, or on another day with any. */
const WRITES = 20;

export function snapshotDue(canary: Canary | undefined, writes: number, day: string): boolean {
  const since = writes - (canary?.snapshotWrites ?? 0);
  return canary?.lost === undefined && (since >= WRITES || (since > 0 && canary?.snapshotDay !== day));
}

/** A snapshot that takes longer than this is not taken again at once. */
const QUICK = 250;
/** Of a large library: at most this share of the time goes into snapshots. */
const SHARE = 20;

/** How long a snapshot that is due must wait, in ms, so that a large library does not write itself to disk all the time. */
export function snapshotWait(canary: Canary | undefined, now: number): number {
  const { snapshotAt = 0, snapshotTook = 0 } = canary ?? {};
  if (snapshotTook <= QUICK || now < snapshotAt) return 0; // before the last one: the clock was put back
  return Math.max(0, snapshotAt + SHARE * snapshotTook - now);
}
