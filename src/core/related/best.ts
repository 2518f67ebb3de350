/** Keeps the best few of many, in a binary heap whose root is the worst kept. */

export interface Scored {
  readonly slot: number;
  readonly key: string;
  readonly score: number;
}

/** Higher scores first; equal scores by key, so that a result never depends on the order in which papers came. */
export const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

export class Best {
  private readonly heap: Scored[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Scores not above this cannot enter; equal ones can, by their key. */
  get threshold(): number {
    return this.heap.length < this.most ? Number.NEGATIVE_INFINITY : (this.heap[0]?.score ?? 0);
  }

  offer(item: Scored): void {
    const { heap } = this;
    if (heap.length < this.most) {
      heap.push(item);
      this.rise(heap.length - 1);
    } else if (heap[0] !== undefined && byScore(item, heap[0]) < 0) {
      heap[0] = item;
      this.sink();
    }
  }

  sorted(): Scored[] {
    return [...this.heap].sort(byScore);
  }

  /** Whether the item at `a` is worse than the one at `b`. */
  private isWorse(a: number, b: number): boolean {
    const left = this.heap[a];
    const right = this.heap[b];
    return left !== undefined && right !== undefined && byScore(left, right) > 0;
  }

  private swap(a: number, b: number): void {
    const left = this.heap[a];
    const right = this.heap[b];
    if (left === undefined || right === undefined) return;
    this.heap[a] = right;
    this.heap[b] = left;
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ; ) {
      let worst = at;
      if (this.isWorse(2 * at + 1, worst)) worst = 2 * at + 1;
      if (this.isWorse(2 * at + 2, worst)) worst = 2 * at + 2;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }
}
