import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { urlOf } from '../../core/identity/urls-of.ts';
import { tabs } from '../../platform/browser.ts';
import type { Target } from './bulk/use-acts.ts';
import type { Focus, Meaning } from './keys.ts';
import type { ListStore } from './list/list-store.ts';
import type { Cursor } from './list/use-cursor.ts';
import type { Selecting } from './list/use-selection.ts';
import { type Place, VIEWS } from './place.ts';
import type { ListHandle } from './rows/paper-table.tsx';
import { useLibraryKeys } from './use-library-keys.ts';
import type { PaperDeeds } from './use-paper-deeds.ts';

interface Means {
  readonly place: Place;
  readonly go: (change: Partial<Place>, quiet?: boolean) => void;
  readonly store: ListStore;
  readonly cursor: Cursor;
  readonly selecting: Selecting;
  readonly target: () => Target | undefined;
  readonly handle: RefObject<ListHandle | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly readOnly: boolean;
  readonly papers: PaperDeeds;
  readonly undo: () => void;
  readonly setHelp: (open: boolean) => void;
  readonly show: (key: string | undefined) => void;
}

/** What needs no rows. */
const ANYWHERE: ReadonlySet<Meaning['command']> = new Set(['search', 'view', 'help', 'undo', 'escape']);

/** Makes the keys of VISUAL.md 9 act on what is shown. */
export function useCommands(m: Means): void {
  const { at } = m.cursor;
  const isList = m.place.view !== 'look';

  const step = (meaning: Meaning): number | undefined => {
    const steps = m.handle.current?.steps() ?? { across: 0, down: 1, page: 10 };
    const from = at < 0 ? -1 : at;
    switch (meaning.command) {
      case 'next':
        return from + 1;
      case 'previous':
        return from - 1;
      case 'down':
        return from < 0 ? 0 : from + steps.down;
      case 'up':
        return from - steps.down;
      case 'forward':
        return steps.across === 0 ? undefined : from + 1;
      case 'back':
        return steps.across === 0 ? undefined : from - 1;
      case 'page-down':
        return from + steps.page;
      case 'page-up':
        return from - steps.page;
      case 'first':
        return 0;
      case 'last':
        return m.store.state.total - 1;
      default:
        return undefined;
    }
  };

  /** @returns false where nothing moves */
  const move = (meaning: Meaning, focus: Focus): boolean => {
    const to = isList ? step(meaning) : undefined;
    if (to === undefined) return false;
    const { total } = m.store.state;
    const index = Math.max(0, Math.min(to, total - 1));
    if (meaning.extend) {
      // A range begins where one stands.
      if (m.selecting.count === 0 && at >= 0) m.selecting.anchor(at);
      m.selecting.reach(index);
    }
    // What was typed is in the field before it is anywhere else.
    m.cursor.moveTo(index, focus === 'search' ? m.field.current?.value : undefined);
    return true;
  };

  /** The search was left for a list that is not there yet: nothing had been found. */
  const waits = useRef(false);
  useEffect(() => {
    if (m.place.query.text !== '') waits.current = false;
    if (!waits.current || !m.handle.current || document.activeElement !== m.field.current) return;
    waits.current = false;
    m.handle.current.focus();
  });
  /** All were chosen of a query whose rows are still on their way. */
  const allOf = useRef<string>(undefined);
  useEffect(() => {
    if (m.store.state.busy || allOf.current === undefined) return;
    if (allOf.current === m.place.query.text) m.selecting.all();
    allOf.current = undefined;
  });
  const leave = (focus: Focus): void => {
    if (focus === 'search' && m.place.query.text !== '') m.go({ query: { ...m.place.query, text: '' } });
    else if (m.selecting.count > 0) m.selecting.clear();
    else if (m.place.paper !== undefined) m.show(undefined);
    waits.current = m.handle.current === null;
    m.handle.current?.focus();
  };

  const deed = (what: 'status' | 'tag' | 'move' | 'rate' | 'delete'): boolean => {
    const target = m.target();
    if (!target || m.readOnly) return false;
    const bar = document.querySelector<HTMLElement>('.bulk');
    const row = at < 0 ? null : (m.handle.current?.element(at) ?? null);
    const anchor = m.selecting.count > 0 ? bar : (row?.querySelector<HTMLElement>('.t') ?? row);
    if (m.place.query.shelf === 'trash') {
      if (what === 'delete') m.papers.begin('purge', anchor, target);
      return what === 'delete';
    }
    m.papers.begin(what, anchor, target);
    return true;
  };

  const run = (meaning: Meaning, focus: Focus): boolean => {
    const { command } = meaning;
    // Rows of the other shelf are still there: what acts on rows waits for the right ones.
    if (m.store.state.query.shelf !== m.place.query.shelf && !ANYWHERE.has(command)) return true;
    switch (command) {
      case 'search':
        m.field.current?.focus();
        m.field.current?.select();
        return true;
      case 'select':
        if (at < 0 || !isList) return false;
        if (meaning.extend) m.selecting.reach(at);
        else m.selecting.toggle(at);
        return true;
      case 'all':
        if (!isList) return false;
        if (m.store.state.busy) allOf.current = m.place.query.text;
        else if (m.selecting.count === m.store.state.total) m.selecting.clear();
        else m.selecting.all();
        return true;
      case 'open': {
        const key = m.store.rowAt(at)?.row.key;
        if (key === undefined) return false;
        m.show(key);
        return true;
      }
      case 'page': {
        const id = m.store.rowAt(at)?.row.ids[0];
        if (id) void tabs.create({ url: urlOf(id) });
        return true;
      }
      case 'undo':
        m.undo();
        return true;
      case 'view':
        m.go({ view: VIEWS[(VIEWS.indexOf(m.place.view) + 1) % VIEWS.length] ?? 'table' });
        return true;
      case 'help':
        m.setHelp(true);
        return true;
      case 'escape':
        leave(focus);
        return true;
      case 'status':
      case 'tag':
      case 'move':
      case 'rate':
      case 'delete':
        return isList && deed(command);
      default:
        return move(meaning, focus);
    }
  };
  useLibraryKeys(run);
}
