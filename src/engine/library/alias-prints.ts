import { hash53 } from '../../core/identity/hash53.ts';

/**
 * Which papers have an alias (an id, a title key), by fingerprints of 53 bits: among the aliases of a million papers two meet once in some
 * two thousand libraries.
 */
export class AliasPrints {
  readonly #keys = new Map<number, string | readonly string[]>();

  add(key: string, aliases: readonly string[]): void {
    for (const alias of aliases) {
      const print = hash53(alias);
      const old = this.#keys.get(print);
      if (old === undefined) this.#keys.set(print, key);
      else if (typeof old === 'string' ? old !== key : !old.includes(key)) this.#keys.set(print, [old, key].flat());
    }
  }

  remove(key: string, aliases: readonly string[]): void {
    for (const alias of aliases) {
      const print = hash53(alias);
      const left = this.at(alias).filter((own) => own !== key);
      if (left.length === 0) this.#keys.delete(print);
      else this.#keys.set(print, left);
    }
  }

  /** Keys of the papers that have an alias. */
  at(alias: string): readonly string[] {
    const found = this.#keys.get(hash53(alias));
    return found === undefined ? NONE : typeof found === 'string' ? [found] : found;
  }
}

const NONE: readonly string[] = [];
