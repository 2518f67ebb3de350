import { yearOfArxiv } from '../core/identity/arxiv-id.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { ItemReader, Mention } from './mention.ts';

/** A mention whose text is read when first asked for, once. */
export class LazyMention implements Mention {
  readonly ids: readonly PaperId[];
  readonly item: Element;
  readonly #reader: ItemReader;
  readonly #known = new Map<string, unknown>();

  constructor(ids: readonly PaperId[], item: Element, reader: ItemReader) {
    this.ids = ids;
    this.item = item;
    this.#reader = reader;
  }

  get place(): Mention['place'] {
    return this.#reader.place;
  }
  get anchor(): Element {
    return this.#once('anchor', () => this.#reader.anchor(this.item));
  }
  get title(): string {
    return this.#once('title', () => this.#reader.title(this.item));
  }
  get authors(): readonly string[] | undefined {
    return this.#once('authors', () => this.#reader.authors?.(this.item)); // not every kind of page names authors
  }
  get authorCount(): number | undefined {
    return this.#once('authorCount', () => this.#reader.authorCount?.(this.item)); // few kinds of page count them
  }
  get year(): number | undefined {
    const [first] = this.ids;
    return first === undefined ? undefined : yearOfArxiv(first);
  }
  get abstract(): string | undefined {
    return this.#once('abstract', () => this.#reader.abstract?.(this.item)); // not every kind of page shows abstracts
  }
  get remark(): string | undefined {
    return this.#once('remark', () => this.#reader.remark?.(this.item)); // arXiv alone has comments
  }
  get categories(): readonly string[] | undefined {
    return this.#once('categories', () => this.#reader.categories?.(this.item)); // arXiv alone has categories
  }
  get hrefs(): readonly string[] | undefined {
    return this.#once('hrefs', () => this.#reader.hrefs?.(this.item)); // few kinds of page state links
  }

  #once<T>(name: string, read: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, read());
    return this.#known.get(name) as T; // set by this call or one with the same name and reader
  }
}
