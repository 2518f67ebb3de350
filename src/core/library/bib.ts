import { cleanField } from '../digest/clean-text.ts';
import { sortIds } from '../identity/order.ts';
import type { PaperId } from '../identity/paper-id.ts';
import type { Link } from '../links/link.ts';
import { canon } from './canon.ts';
import type { StampOf } from './draft.ts';
import { isReg } from './merge.ts';
import type { SaveInput } from './save-input.ts';
import type { Topic } from './saved-row.ts';
import { isDay, isLink, isLinks, isNumber, isShort, isText, isTexts, isTitle, isTopics, isWorkKind } from './shapes.ts';
import { type BibState, entryOf, newBibState, type Reg, withEntry } from './state.ts';
import { namesOn, reg } from './view.ts';

/** The record of a saved paper: what the page or a digest said when it was saved. Later saves fill gaps, never overwrite. */

const FIELDS = {
  title: isTitle,
  authors: isTexts,
  authorCount: isNumber,
  year: isNumber,
  date: isDay,
  venue: isText,
  categories: isTexts,
  abstract: isText,
  topics: isTopics,
  kind: isWorkKind,
  volume: isShort,
  issue: isShort,
  pages: isShort,
  publisher: isShort,
} as const;

/** FAULTS A07: what is shown in one line keeps no signs that are invisible or turn the direction of what follows. */
function shownText(name: keyof typeof FIELDS, value: unknown): unknown {
  if (name === 'authors' && isTexts(value)) return value.map(cleanField);
  return (name === 'title' || name === 'venue') && isText(value) ? cleanField(value) : value;
}

/**
 * Adds what `input` knows to a record: ids and links join those known, other fields are set where they are missing.
 * @param tag gives the topics of the record, where it has none or its abstract has just come, and `input` names none
 * @returns the same object where nothing is new
 */
export function addToRecord(
  state: BibState | undefined,
  input: SaveInput,
  stampOf: StampOf,
  tag?: (record: SaveInput) => readonly Topic[],
): BibState {
  let next = state ?? newBibState();
  const set = (name: string, value: unknown): void => {
    next = { ...next, f: withEntry<Reg<unknown>>(next.f, name, [value, stampOf(reg(next, name)?.[1])]) };
  };
  for (const name of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    // the keys of the literal above
    const value = shownText(name, input[name]);
    if (name === 'topics' || value === undefined || !FIELDS[name](value)) continue;
    if (!FIELDS[name](reg(next, name)?.[0])) set(name, value);
  }
  for (const id of input.ids) {
    const old = entryOf<unknown>(next.i, id);
    if (isReg(old) && old[0] === 1) continue;
    next = { ...next, i: withEntry<Reg<0 | 1>>(next.i, id, [1, stampOf(isReg(old) ? old[1] : undefined)]) };
  }
  const known = linksOf(next);
  const links = joinLinks(known, (input.links ?? []).filter(isLink));
  if (canon(links) !== canon(known)) set('links', links);
  const topics = reg(next, 'topics')?.[0];
  const newWords = reg(next, 'abstract') !== (state && reg(state, 'abstract'));
  if (!isTopics(topics) || newWords) {
    const given = isTopics(input.topics) ? input.topics : tag?.(recordOf(next));
    if (given !== undefined && canon(given) !== canon(topics ?? null)) set('topics', given);
  }
  return next;
}

/** Reads a record; malformed fields of foreign states are left out. */
export function recordOf(state: BibState | undefined): SaveInput {
  if (state === undefined) return { ids: [], title: '' };
  const fields = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((name) => {
    // as above
    const value = reg(state, name)?.[0];
    return name !== 'title' && FIELDS[name](value) ? [[name, value] as const] : [];
  });
  const title = reg(state, 'title')?.[0];
  const links = linksOf(state);
  return {
    // Only canonical ids are ever put in (SaveInput is checked where it enters).
    ids: sortIds(namesOn(state.i) as readonly PaperId[]),
    title: isTitle(title) ? title : '',
    // Every pair was checked by the guard of its own field.
    ...(Object.fromEntries(fields) as Omit<SaveInput, 'ids' | 'title'>),
    ...(links.length > 0 ? { links } : {}),
  };
}

function linksOf(state: BibState): readonly Link[] {
  const value = reg(state, 'links')?.[0];
  return isLinks(value) ? value : [];
}

/** Most links that a record keeps. */
const MAX_LINKS = 60;

/** Links of both, one for each address or repository; where both have one, the better status stays. */
function joinLinks(known: readonly Link[], more: readonly Link[]): readonly Link[] {
  const out = new Map(known.map((link) => [link.key ?? link.url, link]));
  for (const link of more) {
    const key = link.key ?? link.url;
    const old = out.get(key);
    if (old === undefined || (old.status === 'promised' && link.status !== 'promised')) out.set(key, link);
  }
  return [...out.values()].slice(0, MAX_LINKS);
}
