import { hash53 } from '../../core/identity/hash53.ts';
import { withEquivalents } from '../../core/identity/order.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { titleAliases } from '../../storage/papers/aliases.ts';

interface Named {
  readonly ids: readonly PaperId[];
  readonly title: string;
}

/** Which saved papers have an id or a deciding title, by fingerprints: 53 bits, so that two of a million meet once in 18,000 libraries. */
export class AliasPrints {
  readonly #keys = new Map<number, string | readonly string[]>();

  add(key: string, paper: Named): void {
    for (const print of printsOf(paper)) {
      const old = this.#keys.get(print);
      if (old === undefined) this.#keys.set(print, key);
      else if (old !== key && !(Array.isArray(old) && old.includes(key))) this.#keys.set(print, [old, key].flat());
    }
  }

  remove(key: string, paper: Named): void {
    for (const print of printsOf(paper)) {
      const left = [this.#keys.get(print) ?? []].flat().filter((own) => own !== key);
      if (left.length === 0) this.#keys.delete(print);
      else this.#keys.set(print, left);
    }
  }

  /** Keys of the papers that share an id or a deciding title with this one. */
  keysOf(paper: Named): readonly string[] {
    return [...new Set(printsOf(paper).flatMap((print) => this.#keys.get(print) ?? []))];
  }
}

function printsOf({ ids, title }: Named): readonly number[] {
  const { key } = titleAliases(title);
  return [...withEquivalents(ids), ...(key === undefined ? [] : [key])].map((alias) => hash53(alias));
}
