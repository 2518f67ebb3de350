import { createHash } from 'node:crypto';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { BlobEntry, BlobTarget } from '../target.ts';
import { plainSealing, type Sealing } from './codec.ts';
import type { SegmentPlace } from './segment-target.ts';

/** A place for files in memory, with what real ones do wrong. */

export interface Manners {
  /** Creates over what is there, whatever was asked (SYNC.md 4.2: three of five servers). */
  readonly overwrites?: boolean;
  /** Chance that half of a file is left and seen where an upload breaks off. */
  readonly truncates?: number;
  /** Chance that a listing lacks a file that is there, and that a file that is listed is not found. */
  readonly lags?: number;
  /** Chance that something was done, and the answer is lost. */
  readonly silent?: number;
  /** Names differ by more than their case; listed in capitals. */
  readonly caseless?: boolean;
  /** Listings do not tell sizes. */
  readonly sizeless?: boolean;
}

export const sha256 = async (bytes: Uint8Array): Promise<string> => createHash('sha256').update(bytes).digest('hex');

export const plainPlace = (most?: number, sealing: Sealing = plainSealing): SegmentPlace => ({
  sealing,
  sha256,
  ...(most === undefined ? {} : { most }),
});

export class MemoryBlobs {
  files = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  #folders = new Set<string>();
  manners: Manners = {};
  /** Of all who come here, as `get lib/format.json`. */
  requests: string[] = [];
  /** Bytes that came and went. */
  traffic = { up: 0, down: 0 };

  wipe(): void {
    this.files = new Map();
    this.#folders = new Set();
  }
  backup(): () => void {
    const [files, folders] = [new Map(this.files), new Set(this.#folders)];
    return () => {
      this.files = new Map(files);
      this.#folders = new Set(folders);
    };
  }
  key(path: string): string {
    return this.manners.caseless === true ? path.toLowerCase() : path;
  }
  /** Paths that are there. */
  get paths(): readonly string[] {
    return [...this.files.values()].map(({ path }) => path).sort();
  }
  put(path: string, bytes: Uint8Array | string): void {
    this.files.set(this.key(path), {
      path,
      bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    });
  }

  /**
   * @param fails called before and after each request: throws, or says whether it fails
   * @param chance 0 to 1
   */
  target(fails: () => Promise<boolean>, chance: () => number): BlobTarget {
    const happens = (often: number | undefined): boolean => often !== undefined && chance() < often;
    const request = async <T>(what: string, work: () => Outcome<T>): Promise<Outcome<T>> => {
      this.requests.push(what);
      if (await fails()) return fault('offline');
      const done = work();
      if (happens(this.manners.silent) || (await fails())) return fault('timeout');
      return done;
    };
    const value = <T>(it: T): Outcome<T> => ({ ok: true, value: it });
    return {
      list: (dir) =>
        request(`list ${dir}`, () => {
          if (!this.#folders.has(this.key(dir))) return value(null);
          const found = [...this.files.values()].filter(({ path }) => this.key(path).startsWith(`${this.key(dir)}/`));
          const listed = found.filter(() => !happens(this.manners.lags));
          return value(listed.map(({ path, bytes }): BlobEntry => this.#entry(path.slice(dir.length + 1), bytes)));
        }),
      get: (path) =>
        request(`get ${path}`, () => {
          const found = happens(this.manners.lags) ? undefined : this.files.get(this.key(path));
          this.traffic.down += found?.bytes.length ?? 0;
          return value(found === undefined ? null : found.bytes.slice());
        }),
      createExclusive: (path, bytes) =>
        request(`create ${path}`, () => {
          this.traffic.up += bytes.length;
          if (!this.#folders.has(this.key(path.slice(0, path.lastIndexOf('/'))))) return fault('not-found');
          const old = this.files.get(this.key(path));
          if (old !== undefined && this.manners.overwrites !== true)
            return value(Buffer.compare(old.bytes, bytes) === 0 ? 'created' : 'exists');
          if (happens(this.manners.truncates)) {
            this.put(path, bytes.slice(0, Math.floor(bytes.length * chance())));
            return fault('timeout');
          }
          this.put(path, bytes.slice());
          return value('created');
        }),
      remove: (path) =>
        request(`remove ${path}`, () => {
          this.files.delete(this.key(path));
          return value(undefined);
        }),
      mkdir: (dir) =>
        request(`mkdir ${dir}`, () => {
          this.#folders.add(this.key(dir));
          return value(undefined);
        }),
    };
  }

  #entry(name: string, bytes: Uint8Array): BlobEntry {
    const shown = this.manners.caseless === true ? name.toUpperCase() : name;
    return { name: shown, folder: false, ...(this.manners.sizeless === true ? {} : { size: bytes.length }) };
  }
}

export const never: Signal = new AbortController().signal;
