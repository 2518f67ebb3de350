/**
 * Rows by key, each kept as its JSON: a fourth of the room that the objects take, and 50,000 of them must fit beside the indexes. A row
 * is read anew each time it is asked for (some 3 µs), so ask once and keep it. Iterates in the order in which keys came.
 */
export class RowTexts<T extends { readonly key: string }> implements ReadonlyMap<string, T> {
  readonly #texts = new Map<string, string>();

  get size(): number {
    return this.#texts.size;
  }

  has(key: string): boolean {
    return this.#texts.has(key);
  }

  get(key: string): T | undefined {
    const text = this.#texts.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T); // written by `put` alone
  }

  /** @returns whether the row differs from the one that was there */
  put(row: T): boolean {
    const text = JSON.stringify(row);
    if (this.#texts.get(row.key) === text) return false;
    this.#texts.set(row.key, text);
    return true;
  }

  /** @returns whether it was there */
  remove(key: string): boolean {
    return this.#texts.delete(key);
  }

  keys(): MapIterator<string> {
    return this.#texts.keys();
  }

  *values(): MapIterator<T> {
    for (const text of this.#texts.values()) yield JSON.parse(text) as T; // as in get
  }

  *entries(): MapIterator<[string, T]> {
    for (const [key, text] of this.#texts) yield [key, JSON.parse(text) as T]; // as in get
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(each: (row: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, row] of this) each(row, key, this);
  }
}
