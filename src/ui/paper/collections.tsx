import { useRef, useState } from 'preact/hooks';
import type { Collection } from '../../core/library/things.ts';
import { t } from '../../platform/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { Listbox } from '../parts/listbox.tsx';
import { Picker } from '../parts/picker.tsx';
import { AddButton } from './add-button.tsx';
import { inTree } from './collection-tree.ts';
import { Section } from './section.tsx';

/** The collections a paper is in, and a picker of the tree. A name that no collection has makes one. */
export const Collections = (p: {
  readonly all: readonly Collection[];
  readonly on: readonly string[];
  readonly mayChange: boolean;
  readonly onCollection: (id: string, on: boolean) => void;
  /** Makes a collection at the root and puts the paper into it. */
  readonly onMake: (name: string) => void;
}) => {
  const [choosing, setChoosing] = useState(false);
  const plus = useRef<HTMLButtonElement>(null);
  const tree = inTree(p.all);
  const inside = tree.filter((node) => p.on.includes(node.id));
  if (inside.length === 0 && !p.mayChange) return null;
  return (
    <Section name="collections" title={t('paperCollections')}>
      <div class="chips">
        <ul class="chips" aria-label={t('paperCollections')}>
          {inside.map((node) => (
            <li key={node.id} class="tag own" title={node.path}>
              <Icon name="folder" size={13} />
              <span class="name">
                <bdi>{node.name}</bdi>
              </span>
              {p.mayChange && (
                <button
                  type="button"
                  class="off"
                  aria-label={t('paperTakeOut', node.name)}
                  title={t('paperTakeOut', node.name)}
                  onClick={() => p.onCollection(node.id, false)}
                >
                  <Icon name="cross" size={11} />
                </button>
              )}
            </li>
          ))}
        </ul>
        {p.mayChange && (
          <AddButton
            label={t('paperPutInto')}
            words={inside.length === 0}
            keyName="m"
            open={choosing}
            onOpen={() => setChoosing(true)}
            buttonRef={plus}
          />
        )}
      </div>
      {choosing && (
        <Picker title={t('paperPutInto')} anchor={plus.current} onClose={() => setChoosing(false)}>
          <Listbox
            many
            label={t('paperCollections')}
            field={t('paperCollectionField')}
            items={tree.map((node) => ({
              id: node.id,
              label: node.name,
              depth: node.depth,
              mark: <Icon name="folder" size={14} />,
              state: p.on.includes(node.id) ? ('on' as const) : ('off' as const),
            }))}
            onPick={(item) => p.onCollection(item.id, item.state !== 'on')}
            create={(name) => t('paperNewCollection', name)}
            onCreate={p.onMake}
          />
        </Picker>
      )}
    </Section>
  );
};
