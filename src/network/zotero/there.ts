import type { ZoteroItem } from '../../core/citations/to-zotero.ts';
import { ZOTERO_FIELDS } from '../../core/citations/to-zotero.ts';
import { parseId } from '../../core/identity/ids.ts';
import { matchTitle, type TitleFacts } from '../../core/identity/match-title.ts';
import { titleChars } from '../../core/identity/title-key.ts';
import { isRecord } from '../../core/library/merge.ts';
import { boundedJson } from '../json.ts';
import { askZotero, type Zotero } from './ask.ts';
import { refusalOf, type Stopped, stopOf } from './stopped.ts';

/** What a Zotero library already has. */

export interface There {
  readonly key: string;
  readonly version: number;
  readonly inTrash: boolean;
  /** Zotero's editable JSON. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type Found = { readonly items: ReadonlyMap<string, There> } | { readonly stopped: Stopped };

/** The items with these keys, in the trash or not; those that are not there are absent. At most 100 keys. */
export async function itemsThere(
  zotero: Zotero,
  serverId: string,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<Found> {
  const query = new URLSearchParams({ itemKey: keys.join(','), includeTrashed: '1' });
  const found = await read(zotero, serverId, `/api/users/0/items?${query}`, 'zotero-look', signal);
  if ('stopped' in found) return found;
  const asked = new Set(keys); // attachments of the items come along
  return { items: new Map(found.rows.filter((row) => asked.has(row.key)).map((row) => [row.key, row])) };
}

/** Key characters that a title needs to say which paper it is (core/identity/match-title.ts). */
const TELLING = 12;
const WORDS = 10;
/** An answer of this many characters may break the bounds of honest JSON by one long text. */
const LONG = 1024 * 1024;

/** An item that is this paper but is not ours; by the rules that decide on titles everywhere in Scholion. */
export async function twinThere(
  zotero: Zotero,
  serverId: string,
  item: ZoteroItem,
  signal?: AbortSignal,
): Promise<{ readonly twin?: There } | { readonly stopped: Stopped }> {
  if (titleChars(item.title).length < TELLING) return {};
  // Zotero looks for each word by itself; punctuation and formulas are written in many ways
  const words = item.title.match(/[\p{L}\p{N}]{3,}/gu)?.slice(0, WORDS) ?? [];
  if (words.length === 0) return {};
  const query = new URLSearchParams({ q: words.join(' '), qmode: 'titleCreatorYear', limit: '25' });
  const found = await read(zotero, serverId, `/api/users/0/items/top?${query}`, 'zotero-twin', signal);
  if ('stopped' in found) return found;
  const twin = found.rows.find((row) => isSamePaper(item, row.data));
  return twin === undefined ? {} : { twin };
}

async function read(
  zotero: Zotero,
  serverId: string,
  path: string,
  purpose: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly rows: readonly There[] } | { readonly stopped: Stopped }> {
  const answer = await askZotero(zotero, { path, purpose, headers: { 'Zotero-Server-ID': serverId }, signal });
  if (!answer.ok) return { stopped: answer.error === 'too-large' ? { why: 'too-large' } : stopOf(answer.error) };
  const { status, headers, text } = answer.value;
  const refused = refusalOf(status, headers);
  if (refused !== undefined) return { stopped: refused };
  const value = boundedJson(text);
  if (Array.isArray(value)) return { rows: value.flatMap(rowOf) };
  // somebody's item may hold a text beyond all bounds: with fewer items asked for, the others can be dealt with
  return { stopped: { why: text.length > LONG ? 'too-large' : 'unexpected' } };
}

function rowOf(row: unknown): readonly There[] {
  if (!isRecord(row)) return [];
  const { key, version, data } = row;
  if (typeof key !== 'string' || typeof version !== 'number' || !isRecord(data)) return [];
  return [{ key, version, inTrash: data['deleted'] === true || data['deleted'] === 1, data }];
}

/** Does the item have just what we would write? Fields beside ours, collections and relations are the person's. */
export function isAsOurs(item: ZoteroItem, data: There['data']): boolean {
  const same = (name: keyof ZoteroItem): boolean => (data[name] ?? '') === (item[name] ?? '');
  return (
    same('itemType') &&
    ZOTERO_FIELDS.every(same) &&
    JSON.stringify(creatorsIn(data)) === JSON.stringify(creatorsIn(item)) &&
    JSON.stringify(tagsIn(data)) === JSON.stringify(tagsIn(item))
  );
}

export const isSamePaper = (item: ZoteroItem, data: There['data']): boolean =>
  matchTitle(factsOf(item), factsOf(data)) === 'title';

function factsOf(data: Readonly<Record<string, unknown>>): TitleFacts {
  const authors = creatorsIn(data).map(([, last, name]) => last || name);
  const year = /\b(?:1[5-9]|20)\d\d\b/.exec(textIn(data, 'date'))?.[0];
  // one published version and its preprint have two DOIs, but arXiv's are read as arXiv ids, which contradict no DOI
  const id = parseId(textIn(data, 'DOI'));
  return {
    title: textIn(data, 'title'),
    ...(authors.length === 0 ? {} : { authors }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(id === undefined ? {} : { ids: [id] }),
  };
}

const textIn = (data: Readonly<Record<string, unknown>>, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

const creatorsIn = ({ creators }: Readonly<Record<string, unknown>>): readonly (readonly [string, string, string])[] =>
  (Array.isArray(creators) ? creators : []).map((row: unknown) => {
    const creator = isRecord(row) ? row : {};
    return [textIn(creator, 'firstName'), textIn(creator, 'lastName'), textIn(creator, 'name')] as const;
  });

const tagsIn = ({ tags }: Readonly<Record<string, unknown>>): readonly string[] =>
  (Array.isArray(tags) ? tags : []).map((row: unknown) => (isRecord(row) ? textIn(row, 'tag') : '')).sort();
