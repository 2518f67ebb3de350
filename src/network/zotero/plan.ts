import { ZOTERO_FIELDS } from '../../core/citations/to-zotero.ts';
import type { Zotero } from './ask.ts';
import { fingerprint, itemKeyOf } from './item-key.ts';
import type { ItemResult, Sent, ToSend } from './records.ts';
import type { Stopped } from './stopped.ts';
import { isAsOurs, isSamePaper, itemsThere, type There, twinThere } from './there.ts';

/** What sending some papers would do, after a look at what the Zotero library has. Nothing is written. */

/** Objects of Zotero's JSON, of one paper: the item, and behind it its note. */
export type ZoteroObject = Readonly<Record<string, unknown>>;

export interface Write {
  readonly key: string;
  readonly outcome: 'created' | 'updated';
  readonly objects: readonly ZoteroObject[];
  /** The record to be, but for its versions. */
  readonly sent: Sent;
}

export interface Plan {
  readonly writes: readonly Write[];
  /** What needs no writing. */
  readonly settled: readonly ItemResult[];
}

export interface Planning {
  readonly zotero: Zotero;
  readonly serverId: string;
  /** Look for papers that came to Zotero by other ways: one request more for each paper without a record. */
  readonly twins: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Keys a paper may have had before: so often may it be deleted in Zotero and sent again. */
const TURNS = 20;

interface Keyed extends ToSend {
  readonly record: Sent | undefined;
  readonly itemKey: string;
  readonly noteKey: string;
  readonly turn: number;
}

/** At most 50 papers. */
export async function planBatch(planning: Planning, papers: readonly ToSend[]): Promise<Plan | { stopped: Stopped }> {
  const keyed = await Promise.all(papers.map((paper) => keysOf(planning.serverId, paper)));
  const keys = keyed.flatMap(({ itemKey, noteKey }) => [itemKey, noteKey]);
  const there = await itemsThere(planning.zotero, planning.serverId, keys, planning.signal);
  if ('stopped' in there) return there;
  const writes: Write[] = [];
  const settled: ItemResult[] = [];
  for (const paper of keyed) {
    const planned = await planOne(planning, paper, there.items);
    if ('stopped' in planned) return planned;
    if ('objects' in planned) writes.push(planned);
    else settled.push(planned);
  }
  return { writes, settled };
}

async function keysOf(serverId: string, paper: ToSend, from = 0): Promise<Keyed> {
  const record = paper.sent.find((sent) => sent.serverId === serverId);
  const turn = Math.max(from, record?.turn ?? 0);
  const fresh = await itemKeyOf(serverId, paper.key, 'item', turn);
  const itemKey = from === 0 ? (record?.itemKey ?? fresh) : fresh;
  return { ...paper, record, itemKey, turn, noteKey: await itemKeyOf(serverId, paper.key, 'note', turn) };
}

type Planned = Write | ItemResult | { readonly stopped: Stopped };

async function planOne(planning: Planning, paper: Keyed, there: ReadonlyMap<string, There>): Promise<Planned> {
  const { record, work, key } = paper;
  const item = there.get(paper.itemKey);
  const fieldHash = await fingerprint(work);
  const already = (sent: Sent): ItemResult => ({ key, outcome: 'already', sent });
  if (record === undefined && item === undefined) {
    const found = planning.twins ? await twinThere(planning.zotero, planning.serverId, work.item, planning.signal) : {};
    // more than can be read is no reason not to send: a twin is a courtesy
    if ('stopped' in found && found.stopped.why !== 'too-large') return found;
    const twin = 'twin' in found ? found.twin : undefined;
    return twin === undefined
      ? create(planning, paper, fieldHash)
      : already({ ...recordOf(planning, paper, twin.version, fieldHash), itemKey: twin.key, theirs: true });
  }
  // what is gone from the trash too was deleted by the person, who now asks for it again; that key stays dead
  if (item === undefined) return again(planning, paper);
  if (record === undefined && !isSamePaper(work.item, item.data) && !isAsOurs(work.item, item.data))
    return again(planning, paper);
  if (item.inTrash) return { key, outcome: 'failed', reason: 'in-trash' };
  const note = there.get(paper.noteKey);
  const found = {
    ...recordOf(planning, paper, item.version, fieldHash),
    ...(note === undefined ? {} : { noteVersion: note.version }),
  };
  const hasNote = work.note === undefined || note !== undefined;
  if (record === undefined) {
    // we wrote it, and the record was lost
    if (!isAsOurs(work.item, item.data)) return already({ ...found, theirs: true });
    return hasNote ? already(found) : update(paper, item, note, found);
  }
  if (record.theirs || record.fieldHash === fieldHash) return already(record);
  if (record.version === item.version) return update(paper, item, note, found, record.noteVersion);
  if (!isAsOurs(work.item, item.data)) return { key, outcome: 'failed', reason: 'changed-there' };
  return hasNote ? already(found) : update(paper, item, note, found);
}

const recordOf = ({ serverId }: Planning, { itemKey, turn }: Keyed, version: number, fieldHash: string): Sent => ({
  serverId,
  itemKey,
  version,
  fieldHash,
  ...(turn === 0 ? {} : { turn }),
});

/** With the next key of this paper that is free. */
async function again(planning: Planning, paper: Keyed): Promise<Planned> {
  for (let turn = paper.turn + 1; turn <= paper.turn + TURNS; turn++) {
    const next = await keysOf(planning.serverId, paper, turn);
    const keys = [next.itemKey, next.noteKey];
    const found = await itemsThere(planning.zotero, planning.serverId, keys, planning.signal);
    if ('stopped' in found) return found;
    const item = found.items.get(next.itemKey);
    if (item === undefined) return create(planning, next, await fingerprint(paper.work));
    if (isSamePaper(paper.work.item, item.data)) return planOne(planning, { ...next, record: undefined }, found.items);
  }
  return { key: paper.key, outcome: 'failed', reason: 'refused' };
}

/** Version 0 says: only if there is none. */
function create(planning: Planning, paper: Keyed, fieldHash: string): Write {
  const { work, itemKey, noteKey, key } = paper;
  const fresh = { version: 0, collections: [], relations: {} };
  const note = noteObject(work.note, { key: noteKey, ...fresh, tags: [], parentItem: itemKey });
  return {
    key,
    outcome: 'created',
    objects: [{ key: itemKey, ...fresh, ...work.item }, ...note],
    sent: recordOf(planning, paper, 0, fieldHash),
  };
}

/** Zotero merges what it gets. Collections and what the person added in other fields stay. */
function update(paper: Keyed, item: There, note: There | undefined, sent: Sent, noteVersion?: number): Write {
  const { work, itemKey, noteKey, key } = paper;
  // '' takes a value away
  const gone = ZOTERO_FIELDS.filter((field) => work.item[field] === undefined && (item.data[field] ?? '') !== '');
  const empty = Object.fromEntries(gone.map((field) => [field, '']));
  const fresh = { version: 0, tags: [], collections: [], relations: {}, parentItem: itemKey };
  // a note that was changed or thrown away there is the person's
  const keepsNote = note !== undefined && (note.inTrash || note.version !== (noteVersion ?? -1));
  const change = keepsNote
    ? []
    : noteObject(work.note, { key: noteKey, ...(note ? { version: note.version } : fresh) });
  return {
    key,
    outcome: 'updated',
    objects: [{ key: itemKey, version: item.version, ...work.item, ...empty }, ...change],
    sent,
  };
}

const noteObject = (note: string | undefined, rest: ZoteroObject): readonly ZoteroObject[] =>
  note === undefined ? [] : [{ itemType: 'note', note, ...rest }];
