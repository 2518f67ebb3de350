import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { number, t, tn } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import type { Box } from '../../parts/beside.ts';
import { Icon } from '../../parts/icon.tsx';

interface Props {
  readonly row: Placed;
  /** Among its siblings, from 1. */
  readonly place: number;
  readonly of: number;
  /** Are its children shown? Undefined where it has none. */
  readonly open: boolean | undefined;
  readonly count: number;
  readonly current: boolean;
  /** The one row that Tab reaches. */
  readonly stop: boolean;
  /** `own`: the dragged one or inside it; `target`: the dragged one may be dropped here. */
  readonly drag: 'none' | 'can' | 'own' | 'target';
  /** In place of the name, while it is written. */
  readonly field: ComponentChildren;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
  readonly onFold: (closed: boolean) => void;
  readonly onMenu: (at: HTMLElement | Box) => void;
  readonly onDrag: (on: boolean) => void;
  readonly onDrop: () => void;
}

const DRAG_TYPE = 'application/x-scholion-collection';

/** One collection of the tree. */
export const CollectionRow = (p: Props) => {
  const [over, setOver] = useState(false);
  const { row, open } = p;
  const looks = [
    'crow',
    p.current ? 'on' : '',
    over && p.drag === 'target' ? 'over' : '',
    p.drag === 'own' ? 'own' : '',
  ];
  return (
    // Its keys are heard by the tree.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as said above
    <div
      role="treeitem"
      class={looks.filter(Boolean).join(' ')}
      tabIndex={p.stop ? 0 : -1}
      data-id={row.id}
      aria-label={`${row.name}, ${tn('popupPapers', p.count)}`}
      aria-level={row.depth + 1}
      aria-posinset={p.place}
      aria-setsize={p.of}
      aria-expanded={open}
      aria-selected={p.current}
      style={{ paddingInlineStart: `${8 + 18 * row.depth}px` }}
      draggable={p.drag !== 'none'}
      onClick={p.onChoose}
      onFocus={p.onFocus}
      onContextMenu={(event) => {
        event.preventDefault();
        p.onMenu({ left: event.clientX, top: event.clientY, width: 0, height: 0 });
      }}
      onDragStart={(event) => {
        event.dataTransfer?.setData(DRAG_TYPE, row.id);
        p.onDrag(true);
      }}
      onDragEnd={() => p.onDrag(false)}
      onDragOver={(event) => {
        if (p.drag !== 'target') return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (p.drag !== 'target') return;
        event.preventDefault();
        p.onDrop();
      }}
    >
      {open === undefined ? (
        <Icon name="folder" size={15} />
      ) : (
        // The arrow keys do the same.
        // biome-ignore lint/a11y/noStaticElementInteractions: as said above
        // biome-ignore lint/a11y/useKeyWithClickEvents: as said above
        <span
          class={open ? 'twist open' : 'twist'}
          onClick={(event) => {
            event.stopPropagation();
            p.onFold(open);
          }}
        >
          <Icon name="folder" size={15} />
          <Icon name="down" size={9} />
        </span>
      )}
      {p.field ?? (
        <>
          <bdi class="l">{row.name}</bdi>
          <span class="n num">{number(p.count)}</span>
          <button
            type="button"
            class="dots"
            tabIndex={-1}
            aria-label={t('manageActionsOf', row.name)}
            onClick={(event) => {
              event.stopPropagation();
              p.onMenu(event.currentTarget);
            }}
          >
            <Icon name="more" size={14} />
          </button>
        </>
      )}
    </div>
  );
};
