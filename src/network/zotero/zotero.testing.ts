import { toZotero } from '../../core/citations/to-zotero.ts';
import { id, work } from '../../core/citations/works.testing.ts';
import type { NetworkDeps } from '../guarded-fetch.ts';
import { type LogEntry, requestLog } from '../log.ts';
import type { Zotero } from './ask.ts';
import type { KeyRing } from './authorize.ts';
import { probeZotero, type ZoteroFound } from './probe.ts';
import type { ItemResult, Sent, ToSend } from './records.ts';
import { type SendEnd, type SendRun, sendToZotero } from './send.ts';

/** The real client over real HTTP, with its records kept in memory as the extension keeps them. */

export interface Desk {
  readonly zotero: Zotero;
  readonly entries: LogEntry[];
  readonly keys: KeyRing & { readonly kept: Map<string, string> };
  readonly records: Map<string, Sent[]>;
  /** Pauses that were asked for; none is waited for. */
  readonly waits: number[];
  /** Probes, sends with the records there are, and keeps those that come back. */
  send(papers: readonly Paper[], options?: Partial<SendRun>): Promise<SendEnd & { readonly results: ItemResult[] }>;
}

export interface Paper {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly abstract?: string;
}

export function deskAt(base: string, options: { readonly allowed?: boolean; readonly timeout?: number } = {}): Desk {
  const entries: LogEntry[] = [];
  const store = {
    read: async () => entries,
    write: async (rows: readonly LogEntry[]) => void entries.splice(0, entries.length, ...rows),
  };
  const { timeout } = options;
  const deps: NetworkDeps = {
    // what a browser adds; and a shorter patience than people have
    fetch: (url, init) =>
      fetch(url, {
        ...init,
        headers: { ...init?.headers, 'User-Agent': 'Mozilla/5.0', Origin: 'chrome-extension://abc' },
      }),
    isAllowed: async () => options.allowed ?? true,
    log: requestLog(store, (error) => {
      throw error;
    }),
    now: Date.now,
    ...(timeout === undefined ? {} : { timeout }),
  };
  const kept = new Map<string, string>();
  const desk: Desk = {
    zotero: { deps, base },
    entries,
    keys: {
      kept,
      get: async (serverId) => kept.get(serverId),
      keep: async (serverId, key) => void kept.set(serverId, key),
      forget: async (serverId) => void kept.delete(serverId),
    },
    records: new Map(),
    waits: [],
    async send(papers, more = {}) {
      const found: ZoteroFound = more.found ?? (await probeZotero(desk.zotero));
      const results: ItemResult[] = [];
      const end = await sendToZotero({
        zotero: desk.zotero,
        found,
        keys: desk.keys,
        items: papers.map((paper) => toSend(paper, desk.records.get(paper.key) ?? [])),
        wait: async (ms) => void desk.waits.push(ms),
        ...more,
        onBatch: async (batch, cursor) => {
          results.push(...batch);
          for (const result of batch) if (result.outcome !== 'failed') keep(desk.records, result.key, result.sent);
          await more.onBatch?.(batch, cursor);
        },
      });
      return { ...end, results };
    },
  };
  return desk;
}

function keep(records: Map<string, Sent[]>, key: string, sent: Sent): void {
  const others = (records.get(key) ?? []).filter(({ serverId }) => serverId !== sent.serverId);
  records.set(key, [...others, sent]);
}

export function toSend(paper: Paper, sent: readonly Sent[] = []): ToSend {
  const { key, ...draft } = paper;
  const number = /\d+/.exec(key)?.[0] ?? '0';
  const made = work({
    ids: [id(`arXiv:2511.${number.padStart(5, '0')}`)],
    authors: ['Ada Lovelace', 'Grace Hopper'],
    year: 2025,
    ...draft,
  });
  return { key, work: toZotero(made), sent };
}

export const papers = (count: number, more: Partial<Paper> = {}): readonly Paper[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `p${i + 1}`,
    title: `A quite telling title about networks, number ${i + 1}`,
    ...more,
  }));

/** How many results there are of each sort. */
export function tally(results: readonly ItemResult[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const sort = result.outcome === 'failed' ? result.reason : result.outcome;
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return counts;
}
