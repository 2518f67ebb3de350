import { type ComponentChildren, Fragment, type TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { withBelow } from '../../../core/library/things-view.ts';
import { t } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import type { Box } from '../../parts/beside.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Menu, type MenuEntry } from '../../parts/menu.tsx';
import { CollectionRow } from './collection-row.tsx';
import { NameField } from './name-field.tsx';
import { shownRows, treeStep } from './tree-keys.ts';

/** Characters of a name. */
const LONGEST = 200;

export interface CollectionRowsProps {
  readonly rows: readonly Placed[];
  readonly counts: Readonly<Record<string, number>>;
  readonly current: string | undefined;
  readonly closed: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onClosed: (ids: readonly string[], closed: boolean) => void;
  readonly onChoose: (id: string) => void;
  readonly onMake: (name: string, parent: string | null) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onMove: (id: string, parent: string | null) => void;
  readonly onAskMove: (id: string, row: HTMLElement | null) => void;
  readonly onDelete: (id: string) => void;
}

/** What is being written: the name of a collection, or of a new one under another. */
type Writing = { readonly rename: string } | { readonly under: string | null };

/** The tree itself: one tab stop; arrows move, Enter chooses, F2 renames, Delete takes away, the menu key shows what else. */
export const CollectionRows = (p: CollectionRowsProps) => {
  const tree = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string>();
  const [writing, setWriting] = useState<Writing>();
  const [menu, setMenu] = useState<{ readonly id: string; readonly at: HTMLElement | Box }>();
  const [dragged, setDragged] = useState<string>();
  const shown = shownRows(p.rows, p.closed);
  const at = shown.find(({ id }) => id === (stop ?? p.current))?.id ?? shown[0]?.id;
  const inside = dragged === undefined ? undefined : withBelow(p.rows, dragged);
  const rowOf = (id: string): HTMLElement | null =>
    tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
  const focus = (id: string): void => {
    setStop(id);
    rowOf(id)?.focus();
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    // Where the focus is now: a key may come before the row before it is drawn anew.
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const here = focused?.dataset['id'] ?? at;
    if (here === undefined || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const { key } = event;
    if (key === 'Enter' || key === ' ') p.onChoose(here);
    else if (key === 'F2' && !p.readOnly) setWriting({ rename: here });
    else if (key === 'Delete' && !p.readOnly) remove(here);
    else if (key === 'Insert' && !p.readOnly) write(here);
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) openMenu(here);
    else {
      const step = treeStep(p.rows, p.closed, here, key, forward);
      if (!step) return;
      if (step.do === 'go') focus(step.id);
      else p.onClosed(step.ids, step.do === 'close');
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const openMenu = (id: string): void => {
    const row = rowOf(id);
    setStop(id);
    if (row) setMenu({ id, at: row });
  };
  const write = (under: string | null): void => {
    if (under !== null) p.onClosed([under], false);
    setWriting({ under });
  };
  const remove = (id: string): void => {
    const next = treeStep(p.rows, p.closed, id, 'ArrowDown') ?? treeStep(p.rows, p.closed, id, 'ArrowUp');
    if (next?.do === 'go') focus(next.id);
    p.onDelete(id);
  };
  const entries = (id: string): MenuEntry[] => [
    {
      id: 'in',
      label: t('manageNewInside'),
      icon: 'plus',
      keys: 'Insert',
      disabled: p.readOnly,
      onPress: () => write(id),
    },
    {
      id: 'rename',
      label: t('manageRename'),
      icon: 'pencil',
      keys: 'F2',
      disabled: p.readOnly,
      onPress: () => setWriting({ rename: id }),
    },
    {
      id: 'move',
      label: t('manageMoveUnder'),
      icon: 'folder',
      disabled: p.readOnly,
      onPress: () => p.onAskMove(id, rowOf(id)),
    },
    'line',
    {
      id: 'gone',
      label: t('manageDelete'),
      icon: 'trash',
      keys: 'Delete',
      bad: true,
      disabled: p.readOnly,
      onPress: () => remove(id),
    },
  ];
  const field = (name: string, label: string, onName: (name: string) => void) => (
    <NameField
      label={label}
      name={name}
      longest={LONGEST}
      onName={onName}
      onEnd={(byKey) => {
        setWriting(undefined);
        if (byKey && at !== undefined) requestAnimationFrame(() => focus(at));
      }}
    />
  );
  const fresh = (under: string | null) =>
    writing && 'under' in writing && writing.under === under ? (
      <FreshRow inTree={under !== null} indent={indent(p.rows.find(({ id }) => id === under))}>
        {field('', t('manageNewName'), (name) => p.onMake(name, under))}
      </FreshRow>
    ) : null;
  return (
    <section class="ctree" aria-label={t('manageCollections')}>
      <h3
        class={dragged === undefined ? '' : 'top'}
        onDragOver={(event) => dragged !== undefined && event.preventDefault()}
        onDrop={() => {
          if (dragged !== undefined) p.onMove(dragged, null);
          setDragged(undefined);
        }}
      >
        {dragged === undefined ? t('manageCollections') : t('manageDropTop')}
        <Button
          kind="quiet"
          small
          icon="plus"
          label={t('manageNewCollection')}
          disabled={p.readOnly}
          onPress={() => write(null)}
        />
      </h3>
      {fresh(null)}
      {p.rows.length === 0 && !writing && <p class="none">{t('manageNoCollections')}</p>}
      {shown.length > 0 && (
        <div ref={tree} role="tree" aria-label={t('manageCollections')} onKeyDown={onKeyDown}>
          {shown.map((row) => {
            const siblings = p.rows.filter(({ parent }) => parent === row.parent);
            return (
              <Fragment key={row.id}>
                <CollectionRow
                  row={row}
                  place={siblings.findIndex(({ id }) => id === row.id) + 1}
                  of={siblings.length}
                  open={p.rows.some(({ parent }) => parent === row.id) ? !p.closed.has(row.id) : undefined}
                  count={p.counts[row.id] ?? 0}
                  current={row.id === p.current}
                  stop={row.id === at}
                  drag={
                    p.readOnly || writing
                      ? 'none'
                      : inside === undefined
                        ? 'can'
                        : inside.has(row.id)
                          ? 'own'
                          : 'target'
                  }
                  field={
                    writing && 'rename' in writing && writing.rename === row.id
                      ? field(row.name, t('manageNewNameOf', row.name), (name) => p.onRename(row.id, name))
                      : undefined
                  }
                  onChoose={() => {
                    setStop(row.id);
                    p.onChoose(row.id);
                  }}
                  onFocus={() => setStop(row.id)}
                  onFold={(fold) => p.onClosed([row.id], fold)}
                  onMenu={(place) => {
                    setStop(row.id);
                    setMenu({ id: row.id, at: place });
                  }}
                  onDrag={(on) => setDragged(on ? row.id : undefined)}
                  onDrop={() => {
                    if (dragged !== undefined) p.onMove(dragged, row.id);
                    setDragged(undefined);
                  }}
                />
                {fresh(row.id)}
              </Fragment>
            );
          })}
        </div>
      )}
      {menu && (
        <Menu
          label={t('manageActionsOf', p.rows.find(({ id }) => id === menu.id)?.name ?? '')}
          items={entries(menu.id)}
          anchor={menu.at}
          onClose={() => setMenu(undefined)}
        />
      )}
    </section>
  );
};

/** The row of a collection that has no name yet. */
const FreshRow = (p: { readonly inTree: boolean; readonly indent: number; readonly children: ComponentChildren }) => {
  const inside = (
    <>
      <Icon name="folder" size={15} />
      {p.children}
    </>
  );
  const style = { paddingInlineStart: `${p.indent}px` };
  return p.inTree ? (
    <div class="crow" role="treeitem" aria-selected="false" tabIndex={-1} style={style}>
      {inside}
    </div>
  ) : (
    <div class="crow" style={style}>
      {inside}
    </div>
  );
};

const indent = (under: Placed | undefined): number => 8 + 18 * ((under?.depth ?? -1) + 1);
