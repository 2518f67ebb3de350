import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Facets } from '../../../messaging/library-calls.ts';
import { number, t } from '../../../platform/i18n.ts';
import { Glyph, Icon } from '../../parts/icon.tsx';
import { asksFor, asksValue, type Item } from '../search/query-items.ts';
import { NavList } from './nav-list.tsx';

/** Filters with the number of papers that each would leave. */

interface Props {
  readonly facets: Facets;
  readonly items: readonly Item[];
}

const FEW_TAGS = 8;
const FEW_VENUES = 5;
const MOST_VENUES = 40;

export const TagFacet = (p: Props & { readonly onTag: (name: string) => void; readonly more: ComponentChildren }) => {
  const { tags } = p.facets;
  if (tags.length === 0) return null;
  // A tag that is asked for stays in sight, however rare.
  const asked = tags.slice(FEW_TAGS).filter((tag) => asksFor(p.items, 'tag', tag.name));
  return (
    <NavList
      title={t('libraryTags')}
      label={t('libraryTags')}
      low
      more={p.more}
      items={[...tags.slice(0, FEW_TAGS), ...asked].map((tag) => ({
        id: `${tag.kind} ${tag.name}`,
        label: tag.name,
        sign: (
          <span class="gl">
            <Glyph kind={tag.kind} colour={tag.colour} />
          </span>
        ),
        count: tag.count,
        on: asksFor(p.items, 'tag', tag.name),
        onPress: () => p.onTag(tag.name),
      }))}
    />
  );
};

export const VenueFacet = (p: Props & { readonly onVenue: (name: string) => void }) => {
  const [open, setOpen] = useState(false);
  const { venues } = p.facets;
  if (venues.length === 0) return null;
  const shown = venues.slice(0, open ? MOST_VENUES : FEW_VENUES);
  const rest = Math.min(venues.length, MOST_VENUES) - FEW_VENUES;
  return (
    <NavList
      title={t('libraryVenue')}
      label={t('libraryVenue')}
      low
      items={shown.map(([venue, count]) => ({
        id: venue,
        label: venue,
        count,
        on: asksFor(p.items, 'venue', venue),
        onPress: () => p.onVenue(venue),
      }))}
    >
      {rest > 0 && (
        <button type="button" class="more under" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('libraryFewer') : t('libraryMore', number(rest))}
        </button>
      )}
    </NavList>
  );
};

export const HasFacet = (p: Props & { readonly onHas: (what: 'code' | 'notes') => void }) => (
  <NavList
    title={t('libraryHas')}
    label={t('libraryHas')}
    low
    items={[
      {
        id: 'code',
        label: t('libraryHasCode'),
        sign: <Icon name="code" size={14} />,
        count: p.facets.code,
        on: asksValue(p.items, 'has', 'code'),
        onPress: () => p.onHas('code'),
      },
      {
        id: 'notes',
        label: t('libraryHasNotes'),
        sign: <Icon name="pencil" size={14} />,
        count: p.facets.notes,
        on: asksValue(p.items, 'has', 'notes'),
        onPress: () => p.onHas('notes'),
      },
    ]}
  />
);
