import { yearOfArxiv } from '../core/identity/arxiv-id.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { ItemReader, Mention } from './mention.ts';

/** A mention whose text is read when first asked for, once. */
export class LazyMention implements Mention {
  declare readonly anchor: Element;
  declare readonly title: string;
  declare readonly authors: readonly string[] | undefined;
  declare readonly authorCount: number | undefined;
  declare readonly abstract: string | undefined;
  declare readonly remark: string | undefined;
  declare readonly categories: readonly string[] | undefined;
  declare readonly hrefs: readonly string[] | undefined;
  readonly ids: readonly PaperId[];
  readonly item: Element;
  readonly place: Mention['place'];
  /** What was read so far. */
  known: Map<Lazy, unknown> | undefined;
  readonly reader: ItemReader;

  constructor(ids: readonly PaperId[], item: Element, reader: ItemReader) {
    this.ids = ids;
    this.item = item;
    this.place = reader.place;
    this.reader = reader;
  }

  get year(): number | undefined {
    const [first] = this.ids;
    return first === undefined ? undefined : yearOfArxiv(first);
  }
}

const LAZY = ['anchor', 'title', 'authors', 'authorCount', 'abstract', 'remark', 'categories', 'hrefs'] as const;
type Lazy = (typeof LAZY)[number];

// One getter for each declared field, on the prototype: making 2,000 mentions defines nothing anew
for (const name of LAZY)
  Object.defineProperty(LazyMention.prototype, name, {
    get(this: LazyMention) {
      this.known ??= new Map();
      if (!this.known.has(name)) this.known.set(name, this.reader[name]?.(this.item)); // not every kind of page shows every field
      return this.known.get(name);
    },
  });
