import type { ComponentChildren } from 'preact';
import { STATUSES } from '../../../core/library/status.ts';
import type { SavedSearch } from '../../../core/library/things.ts';
import type { Facets } from '../../../messaging/library-calls.ts';
import { number, t } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import { Icon, Logo } from '../../parts/icon.tsx';
import { statusName } from '../look/status-name.ts';
import * as q from '../search/query-items.ts';
import { Collections } from './collections.tsx';
import { HasFacet, TagFacet, VenueFacet } from './facets.tsx';
import { NavList } from './nav-list.tsx';
import { type Range, Years } from './years.tsx';

export interface SideProps {
  readonly text: string;
  readonly shelf: 'library' | 'trash';
  readonly facets: Facets | undefined;
  /** Of the papers that all but the years let through. */
  readonly years: Facets['years'];
  /** Papers by status as the library itself counts them, until the engine does. */
  readonly counts: (Facets['status'] & Pick<Facets, 'trash'>) | undefined;
  readonly all: number | undefined;
  readonly collections: readonly Placed[];
  readonly searches: readonly SavedSearch[];
  readonly readOnly: boolean;
  /** Another text, on the shelf of the library. */
  readonly onText: (text: string) => void;
  readonly onShelf: (shelf: 'library' | 'trash') => void;
  readonly onMakeCollection: (name: string) => void;
  readonly onManage: (what: 'tags' | 'collections' | 'searches') => void;
  /** State of the backup, and the way to the settings. */
  readonly foot: ComponentChildren;
}

/** The left column: places first, then collections and filters, all as parts of the one query. */
export const Side = (p: SideProps) => (
  <nav class="side" aria-label={t('libraryNav')}>
    <h1>
      <Logo text="Scholion" />
    </h1>
    <div class="in">
      <Places {...p} />
      {p.shelf === 'library' && <Filters {...p} />}
    </div>
    <div class="foot">{p.foot}</div>
  </nav>
);

/** All papers, each status, the trash. */
export const Places = (p: SideProps) => {
  const items = q.itemsIn(p.text);
  const inLibrary = p.shelf === 'library';
  const statuses = p.facets?.status ?? p.counts;
  const isEverywhere = !items.some(({ clause }) => clause.kind === 'status' || clause.kind === 'collection');
  return (
    <NavList
      label={t('libraryNav')}
      places
      items={[
        {
          id: 'all',
          label: t('libraryAll'),
          sign: <Icon name="tray" size={15} />,
          count: p.facets?.all ?? p.all,
          on: inLibrary && isEverywhere,
          onPress: () => p.onText(inLibrary ? q.everywhere(p.text) : ''),
        },
        ...STATUSES.map((status) => ({
          id: status,
          label: statusName(status),
          sign: <Icon name={status === 'to-read' ? 'bookmark' : status} size={15} />,
          count: statuses?.[status],
          on: inLibrary && q.asksValue(items, 'status', status),
          onPress: () => p.onText(q.toggleValue(inLibrary ? p.text : '', 'status', status)),
        })),
        {
          id: 'trash',
          label: t('libraryTrash'),
          sign: <Icon name="trash" size={15} />,
          count: (p.facets ?? p.counts)?.trash,
          on: !inLibrary,
          onPress: () => p.onShelf('trash'),
        },
      ]}
    />
  );
};

/** Collections, saved searches, tags, years, venues, and what papers have. */
export const Filters = (p: SideProps) => {
  const items = q.itemsIn(p.text);
  const setYears = (range: Range | undefined): void => p.onText(q.withYears(p.text, range));
  return (
    <>
      <Collections {...p} items={items} />
      {p.searches.length > 0 && (
        <NavList
          title={t('librarySearches')}
          label={t('librarySearches')}
          low
          more={
            <button type="button" class="more" onClick={() => p.onManage('searches')}>
              {t('libraryEdit')}
            </button>
          }
          items={p.searches.map((search) => ({
            id: search.id,
            label: search.name,
            sign: <Icon name="star" size={14} />,
            on: search.text.trim() === p.text.trim(),
            onPress: () => p.onText(search.text),
          }))}
        />
      )}
      {p.facets && (
        <>
          <TagFacet
            facets={p.facets}
            items={items}
            onTag={(name) => p.onText(q.toggleName(p.text, 'tag', name))}
            more={
              <button
                type="button"
                class="more num"
                aria-label={t('libraryManageTags', number(p.facets.tagCount))}
                onClick={() => p.onManage('tags')}
              >
                {t('libraryAllTags', number(p.facets.tagCount))}
              </button>
            }
          />
          <Years years={p.years} range={q.yearsAsked(items)} onRange={setYears} />
          <VenueFacet
            facets={p.facets}
            items={items}
            onVenue={(name) => p.onText(q.toggleName(p.text, 'venue', name))}
          />
          <HasFacet facets={p.facets} items={items} onHas={(what) => p.onText(q.toggleValue(p.text, 'has', what))} />
        </>
      )}
    </>
  );
};
