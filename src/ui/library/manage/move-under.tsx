import { withBelow } from '../../../core/library/things-view.ts';
import { t } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import { Icon } from '../../parts/icon.tsx';
import { Listbox, type ListItem } from '../../parts/listbox.tsx';
import { Picker } from '../../parts/picker.tsx';

/** Not an id: ids are never empty. */
const TOP = '';

/** Where a collection should stand, by keys: the way without dragging. What is inside it is not offered. */
export const MoveUnder = (p: {
  readonly rows: readonly Placed[];
  readonly id: string;
  readonly anchor: HTMLElement | null;
  readonly onMove: (parent: string | null) => void;
  readonly onClose: () => void;
}) => {
  const moved = p.rows.find(({ id }) => id === p.id);
  const inside = withBelow(p.rows, p.id);
  const items: readonly ListItem[] = [
    { id: TOP, label: t('manageTop'), chosen: moved?.parent === null },
    ...p.rows
      .filter(({ id }) => !inside.has(id))
      .map(
        ({ id, name, depth }): ListItem => ({
          id,
          label: name,
          depth: depth + 1,
          mark: <Icon name="folder" size={14} />,
          chosen: moved?.parent === id,
        }),
      ),
  ];
  return (
    <Picker title={t('manageMoveTitle', moved?.name ?? '')} anchor={p.anchor} onClose={p.onClose}>
      <Listbox
        label={t('manageCollections')}
        field={t('manageFindCollection')}
        items={items}
        onPick={({ id, chosen }) => {
          if (chosen) p.onClose();
          else p.onMove(id === TOP ? null : id);
        }}
      />
    </Picker>
  );
};
