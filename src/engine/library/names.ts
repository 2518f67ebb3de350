import { plainName } from '../../core/search/tokens.ts';

/** Numbers for names that many papers share (tags, venues, collections), so that a filter compares numbers. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #plain: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  /** The number of a name; names that differ in case alone have one. */
  numberOf(name: string): number {
    const folded = sameName(name);
    const known = this.#numbers.get(folded);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#plain.push(plainName(name));
    this.#numbers.set(folded, number);
    return number;
  }

  /** As it was first written. */
  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }

  /**
   * Which names a condition means, as a flag for each number. A whole name is the very name where there is one ("C++"), else one of the
   * same words; a beginning is that of its words.
   */
  matching({ name, words, whole }: { name: string; words: readonly string[]; whole: boolean }): Uint8Array {
    const found = new Uint8Array(this.size);
    const exact = whole ? this.#numbers.get(sameName(name)) : undefined;
    if (exact !== undefined) {
      found[exact] = 1;
      return found;
    }
    const wanted = words.join(' ');
    // "C#" is not there: then it is not "C++", which has the same words.
    if (wanted === '' || (whole && !PLAIN.test(name))) return found;
    for (const [number, plain] of this.#plain.entries()) {
      if (whole ? plain === wanted : plain.startsWith(wanted)) found[number] = 1;
    }
    return found;
  }

  /** Names of which every word wanted begins a word, or is one: "neurips" and "information processing" are both ways to say a venue. */
  having({ words, whole }: { words: readonly string[]; whole: boolean }): Uint8Array {
    const found = new Uint8Array(this.size);
    for (const [number, plain] of this.#plain.entries()) {
      const own = plain.split(' ');
      if (words.every((word) => own.some((one) => (whole ? one === word : one.startsWith(word))))) found[number] = 1;
    }
    return found;
  }
}

/** A name whose words say all of it. */
const PLAIN = /^[\p{L}\p{N}\p{M}\s\-\u2010\u2011_.,'’/()]*$/u;

/** How names are compared: case, spaces and double quotes, which a query cannot hold, do not count. */
export const sameName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/["\s]+/g, ' ')
    .trim()
    .toLowerCase();
