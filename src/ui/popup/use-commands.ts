import type { RefObject } from 'preact';
import { STATUSES, type Status } from '../../core/library/status.ts';
import { callTab } from '../../messaging/client.ts';
import { tabs } from '../../platform/browser.ts';
import type { RowModel } from '../parts/row-model.ts';
import type { Command, Place } from './keys.ts';
import type { Inside } from './popup-view.tsx';
import { countsOf } from './tab-state.ts';
import { focusRow, usePopupKeys } from './use-popup-keys.ts';
import type { TabInfo } from './use-tab.ts';

interface Means {
  /** Rows of the list shown. */
  readonly rows: readonly RowModel[];
  readonly current: number;
  readonly inside: Inside;
  readonly searching: boolean;
  readonly tab: TabInfo | null | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly setCurrent: (index: number) => void;
  readonly setText: (text: string) => void;
  readonly go: (inside: Inside) => void;
  readonly save: (rows: readonly RowModel[]) => void;
  readonly setStatus: (row: RowModel, status: Status) => void;
  readonly undo: () => void;
}

/** Makes the keys of VISUAL.md 9 act on what is shown. */
export function useCommands(m: Means): void {
  const row = m.inside === 'add' ? undefined : m.rows[m.current];

  const moveTo = (index: number): boolean => {
    if (index < 0) m.field.current?.focus();
    else if (m.rows.length === 0 || m.inside === 'add') return false;
    else {
      const next = Math.min(index, m.rows.length - 1);
      m.setCurrent(next);
      focusRow(next);
    }
    return true;
  };

  const run = (command: Command, place: Place): boolean => {
    switch (command) {
      case 'down':
        return moveTo(place === 'search' ? 0 : m.current + 1);
      case 'up':
        return moveTo(m.current - 1);
      case 'first':
        return moveTo(0);
      case 'last':
        return moveTo(m.rows.length - 1);
      case 'save':
        if (row) m.save([row]);
        return true; // also without a row: the browser's own "save page" is never meant here
      case 'status-1':
      case 'status-2':
      case 'status-3':
      case 'status-4': {
        const status = STATUSES[Number(command.at(-1)) - 1];
        if (row && status) m.setStatus(row, status);
        return true;
      }
      case 'save-all':
        if (m.inside === 'list' && !m.searching) m.save(countsOf(m.rows).unsaved);
        return true;
      case 'undo':
        m.undo();
        return true;
      case 'open':
        if (row?.href) void tabs.create({ url: row.href });
        return true;
      case 'locate':
        if (row?.id && m.tab) void callTab(m.tab.id, 'page.show', { id: row.id });
        return true;
      case 'search':
        m.field.current?.focus();
        return true;
      case 'clear':
        m.setText('');
        m.field.current?.focus();
        return true;
      case 'back':
        m.go('list');
        return true;
      case 'close':
        window.close();
        return true;
    }
  };
  usePopupKeys(m.searching, m.inside !== 'list', run);
}
