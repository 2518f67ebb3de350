import { fault, type Outcome } from './outcome.ts';
import type { Opened, Pulled, RemoteRecord, SyncTarget, Visit } from './target.ts';

/**
 * A target that keeps everything it was ever given, as a folder of segments does, and delivers as badly as it may: late, twice, in any
 * order, a batch broken off in its middle.
 */
export class MemoryPlace {
  readonly segments: { readonly device: string; readonly records: readonly RemoteRecord[] }[] = [];
  readonly #marks = new Map<string, string>();
  epoch: string | undefined;
  /** From now on everything is delivered whole, and taken. */
  honest = false;

  wipe(): void {
    this.segments.length = 0;
    this.#marks.clear();
    this.epoch = undefined;
  }

  /**
   * @param fails called before and after each exchange: throws, or says whether it fails
   * @param chance 0 to 1
   */
  target(id: string, fails: () => Promise<boolean>, chance: () => number): SyncTarget {
    const place = this;
    let device = '';
    const exchange = async <T>(work: () => T): Promise<Outcome<T>> => {
      if (await fails()) return fault('offline');
      const value = work();
      return (await fails()) ? fault('timeout') : { ok: true, value }; // it arrived; the answer did not
    };
    const standing = (visit: Visit): Opened['standing'] => {
      const mark = place.#marks.get(visit.device);
      if (visit.last === undefined || mark === visit.last.mark || mark === visit.last.next) return 'kept';
      return 'lost';
    };
    return {
      id,
      open: (visit) =>
        exchange(() => {
          device = visit.device;
          place.epoch ??= visit.fresh;
          return { epoch: place.epoch, standing: standing(visit) };
        }),
      async *pull(cursor): AsyncGenerator<Outcome<Pulled>> {
        // The cursor names the segments that were read, as one that comes late is not before the others.
        const seen = new Set<number>(cursor === undefined ? [] : JSON.parse(cursor));
        const order = place.segments.map((_, i) => i).sort(() => chance() - 0.5);
        for (const i of order.filter((one) => !seen.has(one) || chance() < 0.05)) {
          const segment = place.segments[i];
          if (segment === undefined) continue;
          const cut =
            !place.honest && chance() < 0.1 ? Math.floor(segment.records.length * chance()) : segment.records.length;
          const got = await exchange(() => segment.records.slice(0, cut));
          if (!got.ok) return yield got;
          if (cut === segment.records.length) seen.add(i);
          const records = chance() < 0.1 ? [...got.value, ...got.value] : got.value;
          yield { ok: true, value: { records: [...records].reverse(), cursor: JSON.stringify([...seen]) } };
        }
        if (order.some((i) => !seen.has(i))) yield fault('damaged');
      },
      push: (batch) =>
        exchange(() => {
          const taken = batch.filter(() => place.honest || chance() > 0.05);
          const records = taken.map(({ kind, id: name, state }) => ({ kind, id: name, state }));
          if (records.length > 0) place.segments.push({ device, records });
          const left = batch.filter((record) => !taken.includes(record));
          return {
            acked: records,
            retry: [],
            rejected: left.map(({ kind, id: name }) => ({ kind, id: name, why: 'server-error' })),
          };
        }),
      finish: (next) =>
        exchange(() => {
          place.#marks.set(device, next);
          return next;
        }),
    };
  }
}
