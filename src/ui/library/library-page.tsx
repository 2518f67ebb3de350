import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parseQuery } from '../../core/search/query.ts';
import { call } from '../../messaging/client.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { number, t } from '../../platform/i18n.ts';
import type { MenuEntry } from '../parts/menu.tsx';
import { useDeeds } from '../parts/use-deeds.ts';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { useOnline } from '../parts/use-online.ts';
import { HeldBanner } from '../sync/held-banner.tsx';
import { SyncMark } from '../sync/sync-mark.tsx';
import { isUnderWay, jobPart } from './bulk/job-words.ts';
import { useActs } from './bulk/use-acts.ts';
import { Dialogs, type Open } from './dialogs.tsx';
import { KeyHelp } from './key-help.tsx';
import { LibraryView } from './library-view.tsx';
import type { ListState } from './list/list-store.ts';
import { useCursor } from './list/use-cursor.ts';
import { useFollow } from './list/use-follow.ts';
import { useList } from './list/use-list.ts';
import { useSelection } from './list/use-selection.ts';
import { ListBody, TrashHead } from './list-body.tsx';
import type { Managed } from './manage/manage-dialogs.tsx';
import { ImportDialog, LookView, ManageDialogs, PaperPane, readAhead } from './parts-on-demand.ts';
import type { Place } from './place.ts';
import { PaperCards } from './rows/paper-cards.tsx';
import { type ListHandle, PaperTable } from './rows/paper-table.tsx';
import { useLooks } from './rows/use-looks.ts';
import * as q from './search/query-items.ts';
import { useCommands } from './use-commands.ts';
import { useDroppedFile } from './use-dropped-file.ts';
import { useLibraryFacts } from './use-library-facts.ts';
import { useDeedsOnPapers } from './use-paper-deeds.ts';
import { usePlace } from './use-place.ts';
import { useTarget } from './use-targets.ts';
import { useToday } from './use-today.ts';

const ARXIV = 'https://arxiv.org/list/cs.LG/recent';
/** Longest wait for a quiet moment, in ms. */
const AHEAD = 3_000;
const NO_COUNTS: Readonly<Record<string, number>> = {};
const inShelf = (state: ListState, shelf: ListState['query']['shelf']): ListState =>
  state.query.shelf === shelf ? state : { ...state, phase: 'none', total: 0, of: 0, busy: true };
const openPage = (path: string): void => void tabs.create({ url: runtime.getURL(path) });

/** The one container of the library page: reads queries, makes calls, hands data and callbacks to views. */
export const LibraryPage = () => {
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const readOnly = isReadOnly(health);
  const [place, go] = usePlace();
  const { query, view, paper } = place;
  const { store, version } = useList(query);
  // While rows of the other shelf are still there, none are: nobody shall act on papers of the trash that are not in it.
  const state = inShelf(store.state, query.shelf);
  const handle = useRef<ListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const cursor = useCursor(store, version, handle);
  const selecting = useSelection(store, version);
  const [looks, setLooks] = useLooks();
  const [open, setOpen] = useState<Open>();
  const [managed, setManaged] = useState<Managed>();
  const [importing, setImporting] = useState<{ readonly file?: File }>();
  const [help, setHelp] = useState(false);
  const facts = useLibraryFacts(state);
  const deeds = useDeeds();
  const acts = useActs(deeds, facts.jobs);
  const target = useTarget(store, selecting, cursor);
  const parsed = useMemo(() => parseQuery(state.query.text), [state.query.text]);
  const now = useToday();

  const setText = useCallback(
    (text: string, quiet = false) => {
      if (view === 'look') go({ view: 'table', query: { ...query, text } });
      else go({ query: { ...query, text, shelf: query.shelf } }, quiet);
    },
    [go, query, view],
  );
  const onText = (text: string): void =>
    go({ view: view === 'look' ? 'table' : view, query: { ...query, text, shelf: 'library' } });
  const show = useCallback(
    (key: string | undefined, quiet = false) => go({ paper: key } as Partial<Place>, quiet),
    [go],
  );
  const papers = useDeedsOnPapers({ store, acts, selecting, deeds, setOpen });
  const isKnown = state.phase === 'ready';
  useEffect(() => {
    if (isKnown) requestIdleCallback(readAhead, { timeout: AHEAD });
  }, [isKnown]);
  useFollow(paper, cursor.at, store, show);
  useCommands({
    place,
    go,
    store,
    cursor,
    selecting,
    target,
    handle,
    field,
    readOnly,
    papers,
    undo: deeds.undo,
    setHelp,
    show,
  });

  const menu: readonly MenuEntry[] = [
    {
      id: 'export',
      label: t('libraryGoExport', number(state.total)),
      icon: 'out',
      disabled: state.total === 0 || query.shelf === 'trash',
      onPress: () =>
        setOpen({
          what: 'export',
          target: { choice: { query: state.query, except: [] }, count: state.total },
          anchor: null,
        }),
    },
    'line',
    { id: 'rules', label: t('manageRules'), icon: 'rule', onPress: () => setManaged('rules') },
    { id: 'duplicates', label: t('manageDuplicates'), icon: 'merge', onPress: () => setManaged('duplicates') },
    'line',
    { id: 'keys', label: t('libraryKeys'), keys: '?', onPress: () => setHelp(true) },
  ];
  const onImport = (): void => setImporting({});
  useDroppedFile(readOnly, (file) => setImporting({ file }));
  const running = facts.jobs.find(isUnderWay);
  const list = {
    store,
    version,
    selection: selecting.selection,
    current: cursor.at,
    parsed,
    colours: facts.colours,
    now,
    handle,
    onPress: (index: number, on: 'select' | 'status' | 'row', event: MouseEvent) => {
      cursor.take(index);
      if (event.shiftKey) selecting.reach(index);
      else if (on === 'select' || event.ctrlKey || event.metaKey) selecting.toggle(index);
      else if (on === 'status' && !readOnly && query.shelf === 'library') {
        const key = store.rowAt(index)?.row.key;
        const anchor = handle.current?.element(index)?.querySelector<HTMLElement>('[data-act="status"]') ?? null;
        if (key) setOpen({ what: 'status', target: { choice: { keys: [key] }, count: 1 }, anchor });
      } else {
        selecting.anchor(index);
        show(store.rowAt(index)?.row.key);
      }
    },
    onOpen: (index: number) => show(store.rowAt(index)?.row.key),
  };
  const inside = facts.collections.find((one) => q.asksFor(q.itemsIn(query.text), 'collection', one.name));

  return (
    <LibraryView
      place={place}
      state={state}
      facts={facts}
      health={health}
      online={online}
      readOnly={readOnly}
      selecting={selecting}
      fieldRef={field}
      deed={deeds.deed}
      running={running}
      part={running && jobPart(running)}
      onText={setText}
      onGo={go}
      onSettings={() => void runtime.openOptionsPage()}
      syncMark={<SyncMark onOpen={() => openPage('src/ui/options/index.html#sync')} />}
      held={<HeldBanner class="said" readOnly={readOnly} />}
      onRestore={() => openPage('src/ui/restore/index.html')}
      onHealthAgain={() => void askAgain()}
      onImport={onImport}
      onStar={() => papers.star(query.text, facts.searches)}
      onMakeCollection={(name) => void papers.makeCollection(name)}
      onManage={setManaged}
      onDeed={papers.begin}
      onCancel={(job) => void call('library.cancelJob', { job: job.id })}
      menu={menu}
      pane={
        paper !== undefined &&
        view !== 'look' && (
          <PaperPane
            paperKey={paper}
            readOnly={readOnly}
            onOpen={(key) => show(key)}
            onClose={() => {
              show(undefined);
              handle.current?.focus();
            }}
            onFindTag={(name) => setText(q.toggleName('', 'tag', name))}
          />
        )
      }
    >
      {view === 'look' ? (
        <LookView
          query={query}
          seq={state.seq}
          onOpen={(key) => go({ view: 'table', paper: key })}
          onFilter={(text) =>
            go({ view: 'table', query: { ...query, shelf: 'library', text: q.withItem(query.text, text) } })
          }
        />
      ) : (
        <>
          {query.shelf === 'trash' && (
            <TrashHead count={state.of} readOnly={readOnly} onEmpty={() => papers.emptyTrash(state.of)} />
          )}
          <ListBody
            state={state}
            told={health.state === 'no-answer'}
            onAgain={() => store.again()}
            onClear={() => setText('')}
            onArxiv={() => void tabs.create({ url: ARXIV })}
            onImport={onImport}
            onLibrary={() => go({ query: { ...query, shelf: 'library' } })}
          >
            {view === 'cards' ? (
              <PaperCards {...list} />
            ) : (
              <PaperTable
                {...list}
                looks={looks}
                allChosen={selecting.count === 0 ? false : selecting.count === state.total ? true : 'some'}
                onAll={selecting.count === state.total ? selecting.clear : selecting.all}
                onSort={(sort) => papers.sort(sort, query, go)}
                onLooks={setLooks}
              />
            )}
          </ListBody>
        </>
      )}
      {open && (
        <Dialogs
          open={open}
          store={store}
          acts={acts}
          tags={facts.tags}
          colours={facts.colours}
          collections={facts.collections}
          inside={inside}
          onMake={(name) => papers.makeCollection(name)}
          onDelete={papers.remove}
          onPurge={papers.purge}
          onClose={() => setOpen(undefined)}
        />
      )}
      {managed && (
        <ManageDialogs
          what={managed}
          text={query.text}
          counts={state.facets?.collections ?? NO_COUNTS}
          readOnly={readOnly}
          onClose={() => setManaged(undefined)}
          onOpen={(key) => show(key)}
          onTag={(name) => onText(q.toggleName('', 'tag', name))}
          onCollection={(id) => {
            const one = facts.collections.find((placed) => placed.id === id);
            if (one) onText(q.named('collection', one.name));
          }}
          onSearch={onText}
        />
      )}
      {importing && <ImportDialog {...importing} onClose={() => setImporting(undefined)} />}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </LibraryView>
  );
};
