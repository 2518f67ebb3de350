import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Status } from '../../core/library/status.ts';
import { call } from '../../messaging/client.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { PaperPane } from '../paper/paper-pane.tsx';
import { useSavedKey } from '../paper/use-saved-key.ts';
import { queryOf, type RowModel } from '../parts/row-model.ts';
import { Loading } from '../parts/states.tsx';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { useNewestSaved, useSettings } from '../parts/use-library.ts';
import { useSaves } from '../popup/use-saves.ts';
import { useSearch } from '../popup/use-search.ts';
import { useTabPapers } from '../popup/use-tab-papers.ts';
import { PagePapers } from './page-papers.tsx';
import { PanelSearch } from './panel-search.tsx';
import { PanelView } from './panel-view.tsx';
import { useAskedPaper, type Wish } from './use-asked-paper.ts';
import { useFollowedTab } from './use-followed-tab.ts';

const openPage = (path: string): void => void tabs.create({ url: runtime.getURL(path) });
const LIBRARY = 'src/ui/library/index.html';

/** What the person opened: a paper as a page shows it, or a saved one. */
type Chosen = { readonly paper: SaveInput } | { readonly key: string };

/** The one container of the side panel: the tab it follows, the paper at hand, search where the page has none. */
export const PanelPage = () => {
  const [pinned, setPinned] = useState(false);
  const tab = useFollowedTab(pinned);
  const { health, askAgain } = useHealth();
  const settings = useSettings();
  const readOnly = isReadOnly(health);
  const off = tab?.site !== undefined && settings.sitesOff.includes(tab.site.id);
  const papers = useTabPapers(tab, off);
  const newest = useNewestSaved();
  const [text, setText] = useState('');
  const search = useSearch(text);
  const [current, setCurrent] = useState(0);
  // What was chosen belongs to the page on which it was chosen: another page, another paper.
  const [chosen, setChosen] = useState<{ readonly on: unknown; readonly what: Chosen | undefined }>();
  const wish = useRef<Wish>(undefined);
  const choose = useCallback((what: Chosen | undefined) => setChosen({ on: tab, what }), [tab]);
  useAskedPaper(
    useCallback(
      (next: Wish) => {
        if (wish.current === next || tab === undefined) return;
        wish.current = next;
        choose({ paper: next.query });
      },
      [choose, tab],
    ),
  );

  const patch = useCallback(
    (changed: ReadonlyMap<string, Status | undefined>) => {
      papers.patch(changed);
      search.patch(changed);
    },
    [papers.patch, search.patch],
  );
  const saves = useSaves(patch);
  const rows = papers.state.kind === 'papers' ? papers.state.rows : undefined;
  const single = rows?.length === 1 ? rows[0]?.save : undefined;
  const what = chosen?.on === tab ? chosen?.what : undefined;
  const paper = what ? ('paper' in what ? what.paper : undefined) : single;
  const query = useMemo(() => paper && queryOf(paper), [paper]);
  const found = useSavedKey(query);
  const key = what && 'key' in what ? what.key : paper ? found : undefined;
  const open = (row: RowModel): void => choose({ paper: row.save });
  const list = {
    current,
    onCurrent: setCurrent,
    busy: saves.busy,
    readOnly,
    onOpen: open,
    onSave: (row: RowModel) => !readOnly && saves.save([row]),
    onStatus: (row: RowModel, status: Status) => !readOnly && saves.setStatus(row, status),
  };
  const atPaper = what !== undefined || single !== undefined;
  return (
    <PanelView
      health={health}
      pinned={pinned}
      deed={atPaper ? undefined : saves.deed}
      back={
        what !== undefined
          ? single
            ? t('panelBackToPage')
            : rows
              ? t('panelBackToList')
              : t('panelBackToSearch')
          : undefined
      }
      onBack={() => {
        choose(undefined);
        papers.lookAgain(); // the pane may have saved or changed one of them
      }}
      onPin={() => setPinned(!pinned)}
      onLibrary={() =>
        openPage(key !== undefined && atPaper ? `${LIBRARY}#${new URLSearchParams({ paper: key })}` : LIBRARY)
      }
      onRestore={() => openPage('src/ui/restore/index.html')}
      onHealthAgain={() => void askAgain()}
    >
      {atPaper ? (
        key === undefined ? (
          <Loading rows={4} />
        ) : (
          <PaperPane
            paperKey={key}
            paper={paper}
            readOnly={readOnly}
            whole
            onOpen={(next) => choose({ key: next })}
            menu={[
              {
                id: 'page',
                label: t('panelWholePage'),
                icon: 'whole',
                onPress: () => openPage(`src/ui/paper/index.html?${new URLSearchParams({ key })}`),
              },
            ]}
          />
        )
      ) : papers.state.kind === 'loading' ? (
        <Loading />
      ) : papers.state.kind === 'papers' ? (
        <PagePapers {...list} state={papers.state} onReach={papers.fill} onAgain={papers.lookAgain} />
      ) : (
        <PanelSearch
          {...list}
          text={text}
          search={search.state}
          newest={newest}
          state={papers.state}
          onText={(next) => {
            setText(next);
            setCurrent(0);
          }}
          onAgain={search.again}
          onLookAgain={papers.lookAgain}
          onReload={() => tab && void tabs.reload(tab.id)}
          onSwitchOn={() => tab?.site && void call('sites.set', { site: tab.site.id, on: true })}
        />
      )}
    </PanelView>
  );
};
