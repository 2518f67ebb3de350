import { yearOfArxiv } from '../core/identity/arxiv-id.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { ItemReader, Mention } from './mention.ts';

/** A mention whose text is read when first asked for, once. */
export class LazyMention implements Mention {
  declare readonly ids: readonly PaperId[];
  declare readonly item: Element;
  declare readonly anchor: Element;
  declare readonly title: string;
  declare readonly authors: readonly string[] | undefined;
  declare readonly authorCount: number | undefined;
  declare readonly abstract: string | undefined;
  declare readonly remark: string | undefined;
  declare readonly categories: readonly string[] | undefined;
  declare readonly hrefs: readonly string[] | undefined;
  readonly place: Mention['place'];
  /** What was read so far. */
  known: Map<Lazy, unknown> | undefined;
  readonly reader: ItemReader;

  /** The item, or the element that leads to it where the reader knows the way. */
  readonly found: Element;

  /** @param ids undefined: read late, by the reader, as is the item */
  constructor(ids: readonly PaperId[] | undefined, found: Element, reader: ItemReader) {
    this.found = found;
    this.place = reader.place;
    this.reader = reader;
    if (ids !== undefined) this.known = new Map<Lazy, unknown>([['ids', ids]]);
  }

  get year(): number | undefined {
    const [first] = this.ids;
    return first === undefined ? undefined : yearOfArxiv(first);
  }
}

const LAZY = [
  'ids',
  'item',
  'anchor',
  'title',
  'authors',
  'authorCount',
  'abstract',
  'remark',
  'categories',
  'hrefs',
] as const;
type Lazy = (typeof LAZY)[number];

/** Read from the element that the mention was found by; all else is read from the item. */
const EARLY: readonly Lazy[] = ['ids', 'item'];

// One getter for each declared field, on the prototype: making 2,000 mentions defines nothing anew
for (const name of LAZY)
  Object.defineProperty(LazyMention.prototype, name, {
    get(this: LazyMention) {
      this.known ??= new Map();
      if (!this.known.has(name)) {
        const read = this.reader[name]; // not every kind of page shows every field
        const from = EARLY.includes(name) ? this.found : this.item;
        this.known.set(name, read === undefined && name === 'item' ? from : read?.(from)); // the item itself was found
      }
      return this.known.get(name);
    },
  });
