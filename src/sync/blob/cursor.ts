import { isRecord } from '../../core/library/merge.ts';
import type { Cursor } from '../target.ts';
import { Ranges } from './ranges.ts';

/** Files whose tries are counted. */
const MOST_FAILED = 100;

/**
 * What was read of a place, as its cursor: of each stream the numbers that were read, mostly one span; and how often a file that could not
 * be read was tried. It is stored with the records in one transaction, so nothing is ever marked as read that was not merged.
 */
export class Seen {
  readonly #streams: Map<string, Ranges>;
  readonly #failed: Map<string, number>;

  constructor(cursor: Cursor | undefined) {
    const { s, bad } = parsed(cursor);
    this.#streams = new Map(Object.entries(s).map(([stream, text]) => [stream, new Ranges(text)]));
    this.#failed = new Map(
      Object.entries(bad).flatMap(([path, tries]) => (typeof tries === 'number' ? [[path, tries]] : [])),
    );
  }

  has(stream: string, seq: number): boolean {
    return this.#streams.get(stream)?.has(seq) === true;
  }

  /** @param covers of the segment's head */
  add(stream: string, seq: number, covers?: string): void {
    const ranges = this.#streams.get(stream) ?? new Ranges();
    this.#streams.set(stream, ranges);
    ranges.add(seq);
    ranges.join(new Ranges(covers));
  }

  /** The greatest number that was read of each stream. */
  newest(): readonly (readonly [stream: string, seq: number])[] {
    return [...this.#streams].map(([stream, ranges]) => [stream, ranges.max] as const);
  }

  tries(path: string): number {
    return this.#failed.get(path) ?? 0;
  }
  /** @returns is it noted? Of too many it is not */
  failed(path: string): boolean {
    const noted = this.#failed.has(path) || this.#failed.size < MOST_FAILED;
    if (noted) this.#failed.set(path, this.tries(path) + 1);
    return noted;
  }
  /** Forgets the tries of files that were read, or are there no more. @returns was there any? */
  forget(stays: (path: string) => boolean): boolean {
    const gone = [...this.#failed.keys()].filter((path) => !stays(path));
    for (const path of gone) this.#failed.delete(path);
    return gone.length > 0;
  }

  cursor(): Cursor {
    const s = Object.fromEntries([...this.#streams].map(([stream, ranges]) => [stream, ranges.toString()]));
    return JSON.stringify({ s, ...(this.#failed.size === 0 ? {} : { bad: Object.fromEntries(this.#failed) }) });
  }
}

/** Made by `cursor()`. */
function parsed(cursor: Cursor | undefined): Readonly<Record<'s' | 'bad', Readonly<Record<string, unknown>>>> {
  const value: unknown = cursor === undefined ? {} : JSON.parse(cursor);
  const part = (name: string) => {
    const found = isRecord(value) ? value[name] : undefined;
    return isRecord(found) ? found : {};
  };
  return { s: part('s'), bad: part('bad') };
}
