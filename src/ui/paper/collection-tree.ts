import type { Collection } from '../../core/library/things.ts';
import { locale } from '../../platform/i18n.ts';

/** A collection at its place. */
export interface Placed extends Collection {
  readonly depth: number;
  /** "Thesis / Chapter 3" */
  readonly path: string;
}

/** Collections as a tree is read from the top: by name, children under their parent. Parents are whole: chains end at the root. */
export function inTree(all: readonly Collection[]): readonly Placed[] {
  const order = new Intl.Collator(locale(), { numeric: true });
  const sorted = [...all].sort((a, b) => order.compare(a.name, b.name));
  const under = (parent: string | null, depth: number, path: string): readonly Placed[] =>
    sorted
      .filter((one) => one.parent === parent)
      .flatMap((one) => {
        const own = path === '' ? one.name : `${path} / ${one.name}`;
        return [{ ...one, depth, path: own }, ...under(one.id, depth + 1, own)];
      });
  return under(null, 0, '');
}
