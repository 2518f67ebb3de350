import type { ComponentChildren, Ref } from 'preact';
import { parseQuery } from '../../core/search/query.ts';
import { number, t } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { HealthBanner } from '../parts/health-banner.tsx';
import type { MenuEntry } from '../parts/menu.tsx';
import { StatePills } from '../parts/pills.tsx';
import { type Deed, Toast } from '../parts/toast.tsx';
import type { Health } from '../parts/use-health.ts';
import { BulkBar, type Deed as BulkDeed } from './bulk/bulk-bar.tsx';
import { JobToast } from './bulk/job-toast.tsx';
import type { ListState } from './list/list-store.ts';
import type { Selecting } from './list/use-selection.ts';
import { NarrowBar } from './narrow-bar.tsx';
import type { Place } from './place.ts';
import { SearchBox } from './search/search-box.tsx';
import { SortMenu } from './search/sort-menu.tsx';
import { Summary } from './search/summary.tsx';
import { Foot } from './side/foot.tsx';
import { Side, type SideProps } from './side/side.tsx';
import { TopBar } from './top-bar.tsx';
import type { LibraryFacts } from './use-library-facts.ts';

export interface LibraryViewProps {
  readonly place: Place;
  readonly state: ListState;
  readonly facts: LibraryFacts;
  readonly health: Health;
  readonly online: boolean;
  readonly readOnly: boolean;
  readonly selecting: Selecting;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly deed: Deed | undefined;
  /** Long work that goes on, and how far it is, 0 to 1. */
  readonly running: LibraryJobRow | undefined;
  readonly part: number | undefined;
  readonly menu: readonly MenuEntry[];
  readonly onText: (text: string, quiet?: boolean) => void;
  readonly onGo: (change: Partial<Place>) => void;
  readonly onSettings: () => void;
  readonly onRestore: () => void;
  readonly onHealthAgain: () => void;
  readonly onImport: () => void;
  readonly onStar: () => void;
  readonly onMakeCollection: (name: string) => void;
  readonly onManage: SideProps['onManage'];
  readonly onDeed: (deed: BulkDeed, anchor: HTMLElement | null) => void;
  readonly onCancel: (job: LibraryJobRow) => void;
  /** How sync goes, small; and a large change that waits. */
  readonly syncMark?: ComponentChildren;
  readonly held?: ComponentChildren;
  /** The paper that is open; false for none. */
  readonly pane: ComponentChildren;
  /** The list, and dialogs over it. */
  readonly children: ComponentChildren;
}

/** The frame of the library: column of places and filters, search, list, pane. */
export const LibraryView = (p: LibraryViewProps) => {
  const { place, facts, selecting } = p;
  const { text, shelf } = place.query;
  const count = selecting.count;
  const side: SideProps = {
    text,
    shelf,
    facets: facts.facets,
    years: facts.years,
    counts: facts.counts,
    all: facts.all,
    collections: facts.collections,
    searches: facts.searches,
    readOnly: p.readOnly,
    onText: (next) => p.onGo({ query: { ...place.query, text: next, shelf: 'library' }, ...fromLook(place) }),
    onShelf: (next) => p.onGo({ query: { ...place.query, text: '', shelf: next }, ...fromLook(place) }),
    onMakeCollection: p.onMakeCollection,
    onManage: p.onManage,
    foot: (
      <Foot health={p.health} onSettings={p.onSettings}>
        {p.syncMark}
      </Foot>
    ),
  };
  const isSaved = facts.searches.some((search) => search.text.trim() === text.trim());
  const banner = HealthBanner({ health: p.health, onRestore: p.onRestore, onAgain: p.onHealthAgain });
  return (
    <div class={p.pane ? 'lib' : 'lib nopane'}>
      <Side {...side} />
      <main class={['main', count > 0 ? 'chosen' : '', p.deed || p.running ? 'told' : ''].filter(Boolean).join(' ')}>
        <TopBar
          view={place.view}
          readOnly={p.readOnly}
          menu={p.menu}
          onView={(view) => p.onGo({ view })}
          onImport={p.onImport}
        >
          <SearchBox
            text={text}
            parsed={parseQuery(text)}
            saved={isSaved}
            readOnly={p.readOnly}
            fieldRef={p.fieldRef}
            onText={(next) => p.onText(next, true)}
            onStar={p.onStar}
          />
        </TopBar>
        <NarrowBar {...side} />
        {banner && <div class="said">{banner}</div>}
        {p.held}
        <Summary state={p.state} text={text} onText={p.onText}>
          <StatePills online={p.online} readOnly={p.readOnly} />
          {place.view !== 'look' && <SortMenu query={place.query} onQuery={(query) => p.onGo({ query })} />}
        </Summary>
        {p.children}
        <div class="float">
          {p.running && <JobToast job={p.running} onCancel={p.onCancel} />}
          <Toast deed={p.deed} />
          {count > 0 && (
            <BulkBar
              count={count}
              total={p.state.total}
              shelf={shelf}
              readOnly={p.readOnly}
              part={p.part}
              onAll={selecting.all}
              onClear={selecting.clear}
              onDeed={p.onDeed}
            />
          )}
        </div>
      </main>
      {p.pane && (
        <aside class="pane" aria-label={t('libraryPane')}>
          {p.pane}
        </aside>
      )}
      <span class="unseen" role="status">
        {count > 0 ? t('librarySelected', number(count)) : ''}
      </span>
    </div>
  );
};

/** A filter chosen beside the charts leads to the papers it leaves. */
const fromLook = (place: Place): Partial<Place> => (place.view === 'look' ? { view: 'table' } : {});
