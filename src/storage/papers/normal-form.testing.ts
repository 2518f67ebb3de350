import type { PapersDb } from './database.ts';

/**
 * The store's whole content without local numbers and times, so that two stores can be compared that got to the same state on
 * different ways. Digests are named by their names.
 */
export async function normalForm(db: PapersDb): Promise<unknown> {
  const digests = await db.digests.toArray();
  const names = new Map(digests.map((d) => [d.id, d.name]));
  const nameOf = (id: number): string => names.get(id) ?? `lost ${id}`;
  const papers = await db.papers.toArray();
  const entries = await db.entries.toArray();
  const abstracts = new Map((await db.abstracts.toArray()).map((row) => [row.pid, row.text]));
  const keys = new Map<number, string>();
  for (const paper of papers) {
    const own = entries.filter((row) => row.pid === paper.pid);
    keys.set(
      paper.pid,
      own
        .map((row) => `${nameOf(row.digest)} ${JSON.stringify(row.entry)}`)
        .sort()
        .join('\n'),
    );
  }
  const keyOf = (pid: number): string => keys.get(pid) ?? `lost ${pid}`;
  const lines = new Map<number, string>();
  for (const { chunk, text } of await db.lines.toArray())
    for (const [i, line] of text.split('\n').entries()) if (line !== '') lines.set(chunk * 256 + i, line);
  const lost = [...lines.keys(), ...abstracts.keys()].filter((pid) => !keys.has(pid));
  const segments = (await db.prints.toArray()).sort((a, b) => a.segment - b.segment);
  const prints = new Set<number>();
  for (const { prints: added, gone } of segments) {
    for (const print of gone) prints.delete(print);
    for (const print of added) prints.add(print);
  }
  const sorted = <T>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    digests: sorted(digests.map(({ id: _, ...row }) => row)),
    papers: sorted(
      papers.map(({ pid, digests: told, told: counts, ...row }) => ({
        key: keyOf(pid),
        ...row,
        digests: told.map(nameOf).sort(),
        told: sorted(counts.map(({ digest, ...rest }) => ({ digest: nameOf(digest), ...rest }))),
        abstract: abstracts.get(pid),
        line: lines.get(pid),
      })),
    ),
    aliases: sorted(
      (await db.aliases.toArray()).map(({ alias, pid, others = [], sealed }) => ({
        alias,
        sealed,
        papers: [pid, ...others].map(keyOf).sort(),
      })),
    ),
    prints: [...prints].sort((a, b) => a - b),
    lost,
    orphans: entries.filter((row) => !names.has(row.digest) || !keys.has(row.pid)).length,
    count: (await db.meta.get('count'))?.value ?? 0,
  };
}
