import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import { call } from '../../messaging/client.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import type { RowModel } from '../parts/row-model.ts';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { useJobs } from '../parts/use-jobs.ts';
import { useNewestSaved, useSavedCount, useSettings } from '../parts/use-library.ts';
import { readyOr } from '../parts/use-live.ts';
import { useOnline } from '../parts/use-online.ts';
import { HeldBanner } from '../sync/held-banner.tsx';
import { SyncMark } from '../sync/sync-mark.tsx';
import { AddView } from './add-view.tsx';
import { type Inside, PopupView } from './popup-view.tsx';
import { SavedBody } from './saved-body.tsx';
import { SearchBody } from './search-body.tsx';
import { TabBody } from './tab-body.tsx';
import { looksLikeDigest, useAdding } from './use-adding.ts';
import { useCommands } from './use-commands.ts';
import { useSaves } from './use-saves.ts';
import { useSearch } from './use-search.ts';
import { useTab } from './use-tab.ts';
import { useTabPapers } from './use-tab-papers.ts';

const NO_ROWS: readonly RowModel[] = [];
/** Time that a page needs until its script listens, in ms; "Look again" is there for slower ones. */
const RELOADED = 1_500;

const openPage = (path: string): void => void tabs.create({ url: runtime.getURL(path) });

/** The one container of the popup: reads queries, makes calls, hands data and callbacks to views. */
export const PopupPage = () => {
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const settings = useSettings();
  const savedCount = useSavedCount();
  const newest = useNewestSaved();
  const jobs = useJobs();
  const tab = useTab();
  const site = tab?.site;
  /** What was chosen here, at once: the store says the same a moment later. */
  const [chosenOn, setChosenOn] = useState<boolean>();
  const siteOn = site !== undefined && (chosenOn ?? !settings.sitesOff.includes(site.id));
  const papers = useTabPapers(tab, site !== undefined && !siteOn);
  const [text, setText] = useState('');
  const [inside, setInside] = useState<Inside>('list');
  const [current, setCurrent] = useState(0);
  const search = useSearch(text);
  const adding = useAdding();
  const field = useRef<HTMLInputElement>(null);
  const readOnly = isReadOnly(health);
  const searching = text.trim() !== '';

  const patch = useCallback(
    (changed: ReadonlyMap<string, Status | undefined>) => {
      papers.patch(changed);
      search.patch(changed);
    },
    [papers.patch, search.patch],
  );
  const saves = useSaves(patch);
  const save = (rows: readonly RowModel[]): void => {
    if (!readOnly) saves.save(rows);
  };
  const setStatus = (row: RowModel, status: Status): void => {
    if (!readOnly) saves.setStatus(row, status);
  };

  const go = useCallback((next: Inside) => {
    setInside(next);
    setCurrent(0);
    requestAnimationFrame(() => {
      if (next === 'add') document.querySelector<HTMLElement>('textarea')?.focus();
      else field.current?.focus();
    });
  }, []);
  const hits = search.state.kind === 'found' ? search.state.rows : NO_ROWS;
  const here = papers.state.kind === 'papers' ? papers.state.rows : NO_ROWS;
  const rows = inside === 'saved' ? readyOr(newest, NO_ROWS) : searching ? hits : here;
  useCommands({
    rows,
    current,
    inside,
    searching,
    tab,
    field,
    setCurrent,
    setText,
    go,
    save,
    setStatus,
    undo: saves.undo,
  });
  useEffect(() => field.current?.focus(), []);

  // Ctrl+V anywhere: text of several lines is a digest.
  const { setText: setDigest } = adding;
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (event.target instanceof HTMLTextAreaElement || !looksLikeDigest(pasted)) return;
      event.preventDefault();
      setDigest(pasted);
      go('add');
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [setDigest, go]);

  const setSite = async (on: boolean): Promise<void> => {
    if (!site) return;
    setChosenOn(on);
    const answer = await call('sites.set', { site: site.id, on });
    if (!answer.ok) setChosenOn(undefined);
    else if (on) papers.lookAgain();
  };
  const restore = (): void => openPage('src/ui/restore/index.html');
  const openLibrary = (): void => openPage('src/ui/library/index.html');
  const list = { current, onCurrent: setCurrent, busy: saves.busy, readOnly, onStatus: setStatus };
  return (
    <PopupView
      online={online}
      readOnly={readOnly}
      health={health}
      inside={inside}
      text={text}
      deed={saves.deed}
      jobs={jobs.jobs}
      saved={savedCount}
      site={site}
      siteOn={siteOn}
      searchRef={field}
      onText={(next) => {
        setText(next);
        setInside('list');
        setCurrent(0);
      }}
      onInside={go}
      onSite={(on) => void setSite(on)}
      onLibrary={openLibrary}
      onSettings={() => void runtime.openOptionsPage()}
      syncMark={<SyncMark small onOpen={() => openPage('src/ui/options/index.html#sync')} />}
      held={<HeldBanner class="banner" readOnly={readOnly} />}
      onRestore={restore}
      onHealthAgain={() => void askAgain()}
      onCancel={jobs.cancel}
      onDismiss={jobs.dismiss}
    >
      {inside === 'add' && (
        <AddView
          adding={adding}
          jobs={jobs}
          readOnly={readOnly}
          onBack={() => go('list')}
          onFile={() => openPage('src/ui/add/index.html')}
        />
      )}
      {inside === 'saved' && (
        <SavedBody
          {...list}
          saved={newest}
          total={savedCount ?? 0}
          onBack={() => go('list')}
          onLibrary={openLibrary}
          onRestore={restore}
        />
      )}
      {inside === 'list' && searching && (
        <SearchBody
          {...list}
          text={text}
          search={search.state}
          onSave={(row) => save([row])}
          onAgain={search.again}
          onAdd={() => go('add')}
        />
      )}
      {inside === 'list' && !searching && (
        <TabBody
          {...list}
          tab={papers.state}
          onSave={save}
          onReach={papers.fill}
          onLookAgain={papers.lookAgain}
          onReload={() => tab && void tabs.reload(tab.id).then(() => setTimeout(papers.lookAgain, RELOADED))}
          onSwitchOn={() => void setSite(true)}
          onAdd={() => go('add')}
        />
      )}
    </PopupView>
  );
};
