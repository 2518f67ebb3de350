/** A set of small whole numbers that mostly follow one another, as text: `1-40,42`. */
export class Ranges {
  /** Sorted; no two touch. */
  #spans: (readonly [from: number, to: number])[] = [];

  /** @param text from outside: what is no span in it is left out */
  constructor(text: unknown = '') {
    if (typeof text !== 'string') return;
    for (const part of text.split(',')) {
      const found = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(part);
      if (found !== null) this.add(Number(found[1]), Number(found[2] ?? found[1]));
    }
  }

  has(n: number): boolean {
    return this.#spans.some(([from, to]) => from <= n && n <= to);
  }

  add(from: number, to = from): void {
    if (to < from) return;
    let [low, high] = [from, to];
    const apart: (readonly [number, number])[] = [];
    for (const [a, b] of this.#spans) {
      if (b + 1 < low || a - 1 > high) apart.push([a, b]);
      else [low, high] = [Math.min(low, a), Math.max(high, b)];
    }
    this.#spans = [...apart, [low, high] as const].sort(([a], [b]) => a - b);
  }

  /** Adds all that is in the other. */
  join(other: Ranges): void {
    for (const [from, to] of other.#spans) this.add(from, to);
  }

  remove(n: number): void {
    this.#spans = this.#spans.flatMap(([from, to]) => {
      if (n < from || n > to) return [[from, to] as const];
      return [[from, n - 1] as const, [n + 1, to] as const].filter(([a, b]) => a <= b);
    });
  }

  /** Numbers that are not among `others`, at most `limit`, greatest first. */
  lacking(others: ReadonlySet<number>, limit: number): readonly number[] {
    const found: number[] = [];
    for (const [from, to] of this.#spans.toReversed()) {
      for (let n = to; n >= from && found.length < limit; n--) if (!others.has(n)) found.push(n);
    }
    return found;
  }

  /** 0 where it is empty. */
  get max(): number {
    return this.#spans.at(-1)?.[1] ?? 0;
  }

  toString(): string {
    return this.#spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
  }
}
