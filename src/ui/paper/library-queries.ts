import { matchTitle } from '../../core/identity/match-title.ts';
import { aliasesOf } from '../../core/library/aliases.ts';
import { isStamp, stampMs } from '../../core/library/clock.ts';
import { isRecord, isReg } from '../../core/library/merge.ts';
import type { Collection, TagThing } from '../../core/library/things.ts';
import { COLOURS } from '../../core/library/things.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { savedRecords } from '../../storage/library/queries/papers.ts';
import type { NoteText, PaperFacts } from './facts.ts';
import type { Value } from './history-lines.ts';
import type { Twin } from './versions.tsx';

/** What the pane reads of the library, as live queries. */

export interface Details extends PaperFacts {
  /** History and what holds now. */
  readonly values: readonly Value[];
  readonly inTrash: boolean;
}

export async function paneDetails(db: LibraryDb, key: string): Promise<Details> {
  const [row, [record], history, states] = await Promise.all([
    db.papers.get(key),
    savedRecords(db, [key]),
    db.history
      .where('[kind+ref]')
      .anyOf([
        ['paper', key],
        ['note', key],
      ])
      .toArray(),
    db.states.bulkGet([
      ['paper', key],
      ['note', key],
    ] as never),
  ]);
  const paper = states[0]?.state;
  const note = states[1]?.state;
  const now: Value[] = [];
  if (isRecord(paper))
    for (const part of ['f', 't', 'a', 'c']) {
      const regs = paper[part];
      if (!isRecord(regs)) continue;
      for (const [name, reg] of Object.entries(regs))
        if (isReg(reg)) now.push({ kind: 'paper', field: `${part}.${name}`, value: reg[0], stamp: reg[1] });
    }
  const sib: readonly unknown[] = isRecord(note) && Array.isArray(note['sib']) ? note['sib'] : [];
  const texts: NoteText[] = [];
  for (const reg of sib)
    if (isReg(reg) && typeof reg[0] === 'string' && isStamp(reg[1])) {
      texts.push({ text: reg[0], at: stampMs(reg[1]), device: reg[1].slice(15) });
      now.push({ kind: 'note', field: 'text', value: reg[0], stamp: reg[1] });
    }
  const deleted = isRecord(paper) && isRecord(paper['f']) ? paper['f']['deleted'] : undefined;
  return {
    key,
    ...(row ? { row } : {}),
    record: record ?? { ids: [], title: '' },
    texts: texts.reverse(),
    history,
    mergedFrom: [],
    values: [...history, ...now],
    inTrash: row === undefined && isReg(deleted) && deleted[0] === 1,
  };
}

export async function twinsOf(db: LibraryDb, key: string): Promise<readonly Twin[]> {
  const row = await db.papers.get(key);
  if (!row) return [];
  const aliases = await db.aliases.bulkGet([...aliasesOf(row)]);
  const keys = [...new Set(aliases.flatMap((alias) => alias?.keys ?? []))].filter((other) => other !== key);
  const rows = await db.papers.bulkGet(keys);
  return rows.flatMap((other): Twin[] => {
    if (!other) return [];
    const shared = other.ids.some((id) => row.ids.includes(id));
    const match = shared ? 'title' : matchTitle(row, other);
    return match === 'none' ? [] : [{ row: other, match }];
  });
}

export async function allCollections(db: LibraryDb): Promise<readonly Collection[]> {
  const rows = await db.states.where('[kind+id]').between(['collection', ''], ['collection', '\uffff']).toArray();
  return rows.flatMap(({ id, state }): Collection[] => {
    const f = isRecord(state) && isRecord(state['f']) ? state['f'] : {};
    const value = (name: string): unknown => (isReg(f[name]) ? f[name][0] : undefined);
    if (value('deleted') === 1) return [];
    const name = value('name');
    const parent = value('parent');
    return [{ id, name: typeof name === 'string' ? name : id, parent: typeof parent === 'string' ? parent : null }];
  });
}

export async function ownTagNames(
  db: LibraryDb,
): Promise<readonly { readonly name: string; readonly colour?: TagThing['colour'] | undefined }[]> {
  const [names, rows] = await Promise.all([
    db.papers.orderBy('tags').uniqueKeys(),
    db.states.where('[kind+id]').between(['tag', ''], ['tag', '\uffff']).toArray(),
  ]);
  const colours = new Map(
    rows.map(({ id, state }) => {
      const f = isRecord(state) && isRecord(state['f']) ? state['f'] : {};
      return [id, COLOURS.find((known) => isReg(f['colour']) && f['colour'][0] === known)] as const;
    }),
  );
  return names.flatMap((name) => (typeof name === 'string' ? [{ name, colour: colours.get(name) }] : []));
}
