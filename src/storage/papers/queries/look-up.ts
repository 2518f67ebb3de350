import type { Query } from '../../../core/note-data.ts';
import type { PapersDb } from '../database.ts';
import type { AliasRow, DigestRow, PaperRow } from '../rows.ts';
import { type Ask, askOf } from './ask.ts';
import { currentPrints } from './current-prints.ts';
import { type Decided, decide, rivals } from './decide.ts';

/** A stored paper that a query means, how sure that is, and the digests that told of it. */
export interface PaperFound {
  readonly row: PaperRow;
  readonly match: 'id' | 'title' | 'probably';
  /** In the order of `row.told`, at most 5. */
  readonly digests: readonly DigestRow[];
}

/** Queries beyond the complete ones whose titles only rows can decide; more of them count as unknown until asked for. */
const MOST_ASKED = 100;

/**
 * The staged look-up (DESIGN.md 4): known or not for every query, from fingerprints in memory; complete rows for the first `full`,
 * in three batched reads (aliases, papers, digests). Ids decide before titles.
 * @returns `rows` for the first `full` queries, `known` for all
 */
export async function lookUp(
  db: PapersDb,
  queries: readonly Query[],
  full: number,
): Promise<{ rows: (PaperFound | undefined)[]; known: boolean[] }> {
  const segments = await currentPrints(db);
  const asks = queries.map((query) => askOf(query, segments));
  const read = new Set(asks.slice(0, full));
  for (const ask of asks) if (ask.verdict === 'ask' && read.size < full + MOST_ASKED) read.add(ask);
  const decided = await decideAll(
    db,
    [...read].filter((ask) => ask.verdict !== 'unknown'),
  );
  const digests = await digestsOf(db, [...decided.values()]);
  const rows = asks.slice(0, full).map((ask) => {
    const found = decided.get(ask);
    return found && { ...found, digests: found.row.told.flatMap(({ digest }) => digests.get(digest) ?? []) };
  });
  return { rows, known: asks.map((ask) => (read.has(ask) ? decided.has(ask) : ask.verdict === 'known')) };
}

async function decideAll(db: PapersDb, asks: readonly Ask[]): Promise<ReadonlyMap<Ask, Decided>> {
  if (asks.length === 0) return new Map();
  const aliases = await readAliases(db, asks);
  const pids = new Set<number>();
  for (const ask of asks) {
    const alias = ask.idHits.map((id) => aliases.get(id)).find((row) => row !== undefined);
    if (alias) pids.add(alias.pid);
    for (const pid of [...rivals(ask.titleHit, aliases), ...rivals(ask.prefixHit, aliases)]) pids.add(pid);
  }
  const papers = await readPapers(db, pids);
  const decided = new Map<Ask, Decided>();
  for (const ask of asks) {
    const found = decide(ask, aliases, (pid) => papers.get(pid));
    if (found) decided.set(ask, found);
  }
  return decided;
}

async function readAliases(db: PapersDb, asks: readonly Ask[]): Promise<ReadonlyMap<string, AliasRow>> {
  const wanted = new Set<string>();
  for (const { idHits, titleHit, prefixHit } of asks)
    for (const alias of [...idHits, titleHit, prefixHit]) if (alias !== undefined) wanted.add(alias);
  const rows = await db.aliases.bulkGet([...wanted]);
  return new Map(rows.flatMap((row): [string, AliasRow][] => (row === undefined ? [] : [[row.alias, row]])));
}

/** Rows by number; a number that was merged into another paper gives that paper. */
async function readPapers(db: PapersDb, pids: ReadonlySet<number>): Promise<ReadonlyMap<number, PaperRow>> {
  const asked = [...pids];
  const rows = await db.papers.bulkGet(asked);
  const found = new Map<number, PaperRow>();
  const missing: number[] = [];
  for (const [i, pid] of asked.entries()) {
    const row = rows[i];
    if (row === undefined) missing.push(pid);
    else found.set(pid, row);
  }
  if (missing.length === 0) return found;
  const merged = (await db.merged.bulkGet(missing)).filter((row) => row !== undefined);
  const targets = await db.papers.bulkGet(merged.map(({ into }) => into));
  for (const [i, { pid }] of merged.entries()) {
    const row = targets[i];
    if (row !== undefined) found.set(pid, row);
  }
  return found;
}

async function digestsOf(db: PapersDb, decided: readonly Decided[]): Promise<ReadonlyMap<number, DigestRow>> {
  const ids = new Set(decided.flatMap(({ row }) => row.told.map(({ digest }) => digest)));
  if (ids.size === 0) return new Map();
  const rows = await db.digests.bulkGet([...ids]);
  return new Map(rows.flatMap((row): [number, DigestRow][] => (row === undefined ? [] : [[row.id, row]])));
}

/** Abstracts of stored papers, for queries that do not carry one. One entry a query; undefined where there is none. */
export async function abstractsFor(db: PapersDb, queries: readonly Query[]): Promise<readonly (string | undefined)[]> {
  const { rows } = await lookUp(db, queries, queries.length);
  const pids = rows.map((found) => (found && found.match !== 'probably' ? found.row.pid : undefined));
  const wanted = pids.filter((pid) => pid !== undefined);
  const texts = new Map((await db.abstracts.bulkGet(wanted)).map((row) => [row?.pid, row?.text]));
  return pids.map((pid) => texts.get(pid));
}
