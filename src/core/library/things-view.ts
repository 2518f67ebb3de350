import { LONGEST_TAG } from './edits.ts';
import { isRecord, isReg } from './merge.ts';
import {
  COLOURS,
  type Collection,
  type Rule,
  type RuleCondition,
  type SavedSearch,
  type TagThing,
  type ThingState,
} from './things.ts';
import { reg } from './view.ts';

/** Collections, tags, rules and saved searches as a person sees them. Reads defensively: states may come from a file or a newer version. */

export interface ThingEntry {
  readonly id: string;
  readonly state: ThingState;
}

/** A thing of which nothing but its removal is known is none; one that was taken away is not there. */
export function isThere(state: ThingState): boolean {
  if (reg(state, 'deleted')?.[0] === 1 || !isRecord(state.f)) return false;
  return Object.entries(state.f).some(([name, value]) => name !== 'deleted' && isReg(value) && value[0] !== null);
}

/** Tags that have a colour, by name. */
export const tagsIn = (entries: readonly ThingEntry[]): readonly TagThing[] =>
  there(entries).flatMap(({ id, state }) => {
    const colour = COLOURS.find((known) => known === reg(state, 'colour')?.[0]);
    return colour === undefined ? [] : [{ name: id, colour }];
  });

/** Rules, by name. */
export const rulesIn = (entries: readonly ThingEntry[]): readonly Rule[] =>
  byName(
    there(entries).map(
      ({ id, state }): Rule => ({
        id,
        name: textOf(state, 'name') ?? id,
        on: reg(state, 'on')?.[0] !== 0,
        when: conditionOf(reg(state, 'when')?.[0]),
        adds: addsOf(reg(state, 'adds')?.[0]),
      }),
    ),
  );

/** Saved searches in their own order, else by name. */
export const searchesIn = (entries: readonly ThingEntry[]): readonly SavedSearch[] => {
  const order = (state: ThingState): number => {
    const value = reg(state, 'order')?.[0];
    return typeof value === 'number' ? value : Number.MAX_SAFE_INTEGER;
  };
  const sorted = [...there(entries)].sort((a, b) => order(a.state) - order(b.state));
  return sorted.map(({ id, state }) => {
    const own = order(state);
    return {
      id,
      name: textOf(state, 'name') ?? id,
      text: textOf(state, 'text') ?? '',
      ...(own === Number.MAX_SAFE_INTEGER ? {} : { order: own }),
    };
  });
};

/**
 * Collections, by name. A collection whose parent was taken away moves up to the nearest that is there; one whose parent is unknown,
 * or whose chain runs in a circle, stands at the root.
 */
export function collectionsIn(entries: readonly ThingEntry[]): readonly Collection[] {
  const states = new Map(entries.map(({ id, state }) => [id, state]));
  const parents = new Map<string, string | null>();
  const live = there(entries);
  for (const { id } of live) parents.set(id, parentOf(id, states));
  return byName(
    live.map(
      ({ id, state }): Collection => ({
        id,
        name: textOf(state, 'name') ?? id,
        parent: inCircle(id, parents) ? null : (parents.get(id) ?? null),
      }),
    ),
  );
}

/** A collection and all below it. */
export function withBelow(collections: readonly Collection[], id: string): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { id: child, parent } of collections) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found = new Set([id]);
  // A set is walked in the order in which it grows.
  for (const next of found) for (const child of children.get(next) ?? []) found.add(child);
  return found;
}

/** The names from the outermost collection in; empty for one that is not there. */
export function pathOf(collections: readonly Collection[], id: string): readonly string[] {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const names: string[] = [];
  for (let at = byId.get(id); at !== undefined && names.length <= byId.size; at = byId.get(at.parent ?? '')) {
    names.unshift(at.name);
    if (at.parent === null) break;
  }
  return names;
}

const there = (entries: readonly ThingEntry[]): readonly ThingEntry[] => entries.filter(({ state }) => isThere(state));

function parentOf(id: string, states: ReadonlyMap<string, ThingState>): string | null {
  const passed = new Set([id]);
  for (let at = states.get(id); at !== undefined; ) {
    const parent = reg(at, 'parent')?.[0];
    const state = typeof parent === 'string' ? states.get(parent) : undefined;
    if (typeof parent !== 'string' || state === undefined) return null;
    if (isThere(state)) return parent;
    if (passed.has(parent)) return null;
    passed.add(parent);
    at = state;
  }
  return null;
}

function inCircle(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(id); at !== undefined && at !== null; at = parents.get(at)) {
    if (at === id) return true;
    if (passed.has(at)) return false; // it leads into a circle of others
    passed.add(at);
  }
  return false;
}

const byName = <T extends { readonly id: string; readonly name: string }>(things: readonly T[]): readonly T[] =>
  [...things].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));

function textOf(state: ThingState, field: string): string | undefined {
  const value = reg(state, field)?.[0];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

const CONDITIONS = ['author', 'title', 'tag', 'category'] as const;

function conditionOf(value: unknown): RuleCondition {
  if (!isRecord(value)) return {};
  const given = CONDITIONS.flatMap((name) => {
    const text = value[name];
    return typeof text === 'string' && text.trim() !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(given);
}

function addsOf(value: unknown): Rule['adds'] {
  if (!isRecord(value)) return { tags: [] };
  const { tags, collection } = value;
  const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string' && tag !== '') : [];
  return {
    tags: names.filter((name) => name.length <= LONGEST_TAG),
    ...(typeof collection === 'string' && collection !== '' ? { collection } : {}),
  };
}
