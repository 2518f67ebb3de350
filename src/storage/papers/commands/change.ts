import type { Entry } from '../../../core/entry.ts';
import { cluster } from '../cluster.ts';
import { chunkOf, lineOf, setLines } from '../line.ts';
import { paperRow } from '../paper-row.ts';
import { planSegments, sortedPrints } from '../prints.ts';
import type { AbstractRow, EntryRow, LinesRow, MergedRow, PaperRow } from '../rows.ts';
import { type Assigned, assignPids } from './assign.ts';
import { readAliases, readBlock } from './block.ts';
import { aliasesAfter, allAliases, settleAliases } from './settle-aliases.ts';
import { type Counters, counterRows, readCounters, readDigests, refresh, soil, type Writer } from './writer.ts';

/** A change of what digests told us. */
export interface Change {
  readonly digest: number;
  readonly add: readonly Entry[];
  readonly remove: readonly EntryRow[];
  /** Runs first, inside the transaction; false: nothing is written (the job was cancelled, or another worker was here). */
  readonly before: () => Promise<boolean>;
  /** Runs last, inside the transaction: the job's cursor. */
  readonly after: () => Promise<unknown>;
  /** Work of this thread alone, done while the browser writes. */
  readonly meanwhile?: () => void;
}

type Item = Omit<EntryRow, 'pid'> & { readonly pid?: number };

/**
 * Writes a change and everything that follows from it (papers, aliases, abstracts, search lines, fingerprints, the job's cursor) in
 * one transaction: all of it or nothing. Papers are computed anew from all their entries.
 * @returns false where `before` said no
 */
export async function applyChange(writer: Writer, change: Change): Promise<boolean> {
  const { db } = writer;
  let then: (() => void) | undefined;
  const tables = [
    db.digests,
    db.entries,
    db.papers,
    db.aliases,
    db.merged,
    db.abstracts,
    db.lines,
    db.prints,
    db.jobs,
    db.meta,
  ];
  await db.transaction('rw', tables, async () => {
    if (!(await change.before())) return;
    const counters = await readCounters(db);
    await refresh(writer, counters.epoch);
    then = await write(writer, change, counters);
    await change.after();
  });
  then?.(); // only now is it true
  return then !== undefined;
}

async function write(writer: Writer, change: Change, counters: Counters): Promise<() => void> {
  const { db, seen, segments } = writer;
  const removed = new Set(change.remove.map((row) => row.id));
  const pidsOfRemoved = change.remove.map((row) => row.pid);
  const block = await readBlock(db, segments, seen, { entries: change.add, pids: pidsOfRemoved });
  const added = change.add.map((entry, i): Item => ({ id: counters.entry + i, digest: change.digest, entry }));
  const items: readonly Item[] = [...block.entries.filter((row) => !removed.has(row.id)), ...added];

  let nextPid = counters.paper;
  const papers = assignPids(cluster(items, seen, block.crowded), () => nextPid++);
  const had = new Map<number, number>();
  for (const { pid } of block.entries) had.set(pid, (had.get(pid) ?? 0) + 1);
  const touched = papers.filter((paper) => paper.items.length !== had.get(paper.pid) || !isWhole(paper));
  const digests = await readDigests(
    db,
    touched.flatMap(({ items: own }) => own.map((item) => item.digest)),
  );

  const before = new Set(block.entries.flatMap((row) => allAliases(row.entry, seen)));
  const { after, arxiv } = aliasesAfter(papers, seen);
  const rows = new Map(block.rows);
  const rest = [...before, ...after.keys()].filter((alias) => !rows.has(alias));
  for (const row of await readAliases(db, segments, rest, new Set())) rows.set(row.alias, row);
  const aliases = settleAliases({ before, oldPids: block.pids, after, arxiv, rows });

  const written: PaperRow[] = [];
  const abstracts: AbstractRow[] = [];
  const noAbstract: number[] = [];
  const lines = new Map<number, string>();
  for (const { pid, items: own } of touched) {
    const sources = own.flatMap(({ entry, digest }) => {
      const row = digests.get(digest);
      return row === undefined ? [] : [{ entry, digest: row }];
    });
    const { row, abstract } = paperRow(pid, sources, writer.tag);
    written.push(row);
    lines.set(pid, lineOf(row));
    if (abstract !== undefined) abstracts.push({ pid, text: abstract });
    else if (block.pids.has(pid)) noAbstract.push(pid);
  }
  const kept = new Set(papers.map((paper) => paper.pid));
  const vanished = [...block.pids].filter((pid) => !kept.has(pid));
  for (const pid of vanished) lines.set(pid, '');
  const movedItems = papers.flatMap(({ pid, items: own }) =>
    own.filter((item) => item.pid !== pid).map((i) => ({ ...i, pid })),
  );

  const plan = planSegments(
    segments,
    sortedPrints(aliases.printsAdded),
    sortedPrints(aliases.printsGone),
    counters.segment,
  );
  const next: Counters = {
    epoch: counters.epoch + 1,
    paper: nextPid,
    entry: counters.entry + added.length,
    segment: counters.segment + plan.put.length,
    count: counters.count - block.pids.size + papers.length,
  };
  if (change.meanwhile) setTimeout(change.meanwhile); // after all writes below are on their way
  await Promise.all([
    db.entries.bulkPut(movedItems),
    db.entries.bulkDelete([...removed]),
    db.papers.bulkPut(written),
    db.papers.bulkDelete(vanished),
    db.abstracts.bulkPut(abstracts),
    db.abstracts.bulkDelete([...vanished, ...noAbstract]),
    db.aliases.bulkPut([...aliases.put]),
    db.aliases.bulkDelete([...aliases.remove]),
    db.prints.bulkPut([...plan.put]),
    db.prints.bulkDelete([...plan.remove]),
    db.meta.bulkPut([...counterRows(next)]),
    writeLines(writer, lines),
    forward(writer, papers, vanished),
  ]);
  return () => {
    writer.segments = [...plan.put, ...segments.filter((row) => !plan.remove.includes(row.segment))];
    writer.epoch = next.epoch;
    for (const pid of lines.keys()) soil(writer, chunkOf(pid));
  };
}

/** Together with an equal count: the paper's entries are exactly those it had, so it needs no new row. */
const isWhole = ({ pid, items }: Assigned<Item>): boolean => items.every((item) => item.pid === pid);

async function writeLines({ db }: Writer, lines: ReadonlyMap<number, string>): Promise<void> {
  const byChunk = new Map<number, Map<number, string>>();
  for (const [pid, line] of lines) {
    const chunk = byChunk.get(chunkOf(pid)) ?? new Map<number, string>();
    byChunk.set(chunkOf(pid), chunk.set(pid, line));
  }
  const chunks = [...byChunk];
  const old = await db.lines.bulkGet(chunks.map(([chunk]) => chunk));
  const rows = chunks.flatMap(([chunk, set], i): LinesRow[] => {
    const text = setLines(old[i]?.text, chunk, set);
    return text === undefined ? [] : [{ chunk, text }];
  });
  await db.lines.bulkPut(rows);
}

/** Numbers that no longer are a paper lead to the paper that took their entries; those that led to them follow. */
async function forward({ db }: Writer, papers: readonly Assigned<Item>[], vanished: readonly number[]): Promise<void> {
  if (vanished.length === 0) return;
  const into = new Map<number, number>();
  for (const { pid, from } of papers) for (const old of from) if (vanished.includes(old)) into.set(old, pid);
  const behind = await db.merged
    .where('into')
    .anyOf([...vanished])
    .toArray();
  const follow = (pid: number): MergedRow[] => {
    const target = into.get(pid);
    return target === undefined ? [] : [{ pid, into: target }];
  };
  const rows = [
    ...vanished.flatMap(follow),
    ...behind.flatMap((row) => follow(row.into).map((led) => ({ pid: row.pid, into: led.into }))),
  ];
  const dead = behind.filter((row) => !into.has(row.into)).map((row) => row.pid);
  await Promise.all([db.merged.bulkPut(rows), db.merged.bulkDelete(dead)]);
}
