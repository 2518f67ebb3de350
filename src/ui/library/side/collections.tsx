import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facets } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import { Icon } from '../../parts/icon.tsx';
import { asksFor, type Item, toggleName } from '../search/query-items.ts';
import { NavList } from './nav-list.tsx';

interface Props {
  readonly text: string;
  readonly items: readonly Item[];
  readonly facets: Facets | undefined;
  readonly collections: readonly Placed[];
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  readonly onMakeCollection: (name: string) => void;
  readonly onManage: (what: 'collections') => void;
}

/** The tree of collections; one is open at a time. A new one is named in place. */
export const Collections = (p: Props) => {
  const [naming, setNaming] = useState(false);
  return (
    <NavList
      title={t('libraryCollections')}
      label={t('libraryCollections')}
      more={
        <span class="row">
          {p.collections.length > 0 && (
            <button
              type="button"
              class="more"
              aria-label={t('libraryEditCollections')}
              onClick={() => p.onManage('collections')}
            >
              {t('libraryEdit')}
            </button>
          )}
          {!p.readOnly && (
            <button
              type="button"
              class="more plus"
              aria-label={t('libraryNewCollection')}
              title={t('libraryNewCollection')}
              onClick={() => setNaming(true)}
            >
              <Icon name="plus" size={13} />
            </button>
          )}
        </span>
      }
      items={p.collections.map((one) => ({
        id: one.id,
        label: one.name,
        sign: one.depth === 0 && <Icon name="folder" size={15} />,
        depth: one.depth,
        count: p.facets?.collections[one.id] ?? (p.facets ? 0 : undefined),
        on: asksFor(p.items, 'collection', one.name),
        onPress: () => p.onText(toggleName(p.text, 'collection', one.name, true)),
      }))}
    >
      {naming && (
        <NameField
          onName={(name) => {
            setNaming(false);
            if (name !== '') p.onMakeCollection(name);
          }}
        />
      )}
    </NavList>
  );
};

/** Enter keeps the name, Esc or leaving an empty field does not. */
const NameField = (p: { readonly onName: (name: string) => void }) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      class="namef"
      type="text"
      maxLength={200}
      placeholder={t('libraryCollectionName')}
      aria-label={t('libraryCollectionName')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') p.onName(event.currentTarget.value.trim());
        else if (event.key === 'Escape') p.onName('');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={(event) => p.onName(event.currentTarget.value.trim())}
    />
  );
};
