import type { Entry } from '../../../core/entry.ts';
import type { Alias } from '../../../core/identity/paper-id.ts';
import { type EntryAliases, entryAliases, hasArxiv, printOf, sealPrintOf } from '../aliases.ts';
import { CROWD } from '../cluster.ts';
import type { AliasRow } from '../rows.ts';

/** Where every alias of some papers leads after a change. Pure. */

export interface AliasChange {
  readonly put: readonly AliasRow[];
  readonly remove: readonly string[];
  readonly printsAdded: readonly number[];
  readonly printsGone: readonly number[];
}

/** All aliases of an entry, those of cut titles included. */
export function allAliases(entry: Entry, seen: WeakMap<Entry, EntryAliases>): readonly Alias[] {
  const { ties, title } = entryAliases(entry, seen);
  return title.prefix === undefined ? ties : [...ties, title.prefix];
}

export interface AliasFacts {
  /** Aliases that led to the papers before. */
  readonly before: ReadonlySet<Alias>;
  /** The papers before: nothing leads to them now unless `after` says so. */
  readonly oldPids: ReadonlySet<number>;
  readonly after: ReadonlyMap<Alias, readonly number[]>;
  /** Of the papers after: does it have an arXiv id? */
  readonly arxiv: ReadonlyMap<number, boolean>;
  /** The rows as stored. */
  readonly rows: ReadonlyMap<string, AliasRow>;
}

/** Gathers `after` and `arxiv` for papers with their entries. */
export function aliasesAfter(
  papers: readonly { readonly pid: number; readonly items: readonly { readonly entry: Entry }[] }[],
  seen: WeakMap<Entry, EntryAliases>,
): Pick<AliasFacts, 'after' | 'arxiv'> {
  const after = new Map<Alias, number[]>();
  const arxiv = new Map<number, boolean>();
  for (const { pid, items } of papers) {
    for (const { entry } of items) {
      if (hasArxiv(entryAliases(entry, seen).ids)) arxiv.set(pid, true);
      for (const alias of allAliases(entry, seen)) {
        const pids = after.get(alias);
        if (pids === undefined) after.set(alias, [pid]);
        else if (!pids.includes(pid)) pids.push(pid);
      }
    }
    if (!arxiv.has(pid)) arxiv.set(pid, false);
  }
  return { after, arxiv };
}

export function settleAliases(facts: AliasFacts): AliasChange {
  const { before, oldPids, after, arxiv, rows } = facts;
  const change = {
    put: [] as AliasRow[],
    remove: [] as string[],
    printsAdded: [] as number[],
    printsGone: [] as number[],
  };
  for (const alias of new Set([...before, ...after.keys()])) {
    const row = rows.get(alias);
    const others = row === undefined ? [] : [row.pid, ...(row.others ?? [])].filter((pid) => !oldPids.has(pid));
    const pids = [...new Set([...others, ...(after.get(alias) ?? [])])].sort((a, b) => a - b).slice(0, CROWD);
    const [pid, ...rest] = pids;
    if (pid === undefined) {
      if (row === undefined) continue;
      change.remove.push(alias);
      change.printsGone.push(printOf(alias), ...(row.sealed ? [sealPrintOf(alias)] : []));
      continue;
    }
    const sealed = alias.startsWith('t:') && pids.every((p) => arxiv.get(p) ?? row?.sealed === true);
    const made: AliasRow = { alias, pid, ...(rest.length > 0 ? { others: rest } : {}), ...(sealed ? { sealed } : {}) };
    if (row === undefined || !sameRow(row, made)) change.put.push(made);
    if (row === undefined) change.printsAdded.push(printOf(alias));
    if (sealed && !row?.sealed) change.printsAdded.push(sealPrintOf(alias));
    if (!sealed && row?.sealed) change.printsGone.push(sealPrintOf(alias));
  }
  return change;
}

const sameRow = (a: AliasRow, b: AliasRow): boolean =>
  a.pid === b.pid && a.sealed === b.sealed && (a.others ?? []).join() === (b.others ?? []).join();
