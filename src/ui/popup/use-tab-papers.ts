import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Status } from '../../core/library/status.ts';
import type { Out, Reply } from '../../messaging/calls.ts';
import { call, callTab } from '../../messaging/client.ts';
import { tabs } from '../../platform/browser.ts';
import { queryOf, rowOfPaper } from '../parts/row-model.ts';
import { rowsOf, type TabState, withoutRepeats, withStatus } from './tab-state.ts';
import type { TabInfo } from './use-tab.ts';

/** Rows answered whole at once; the rest as the list grows. As the staged look-up of notes. */
const FIRST = 50;
/** Largest question of `papers.rows`. */
const STEP = 100;
/** Largest question of `papers.lookup`. */
const MOST = 2_500;

/** Between two questions to a page that does not answer yet, in ms, and how many a page that is complete is asked. */
const PAUSE = 250;
const TRIES = 4;
/** A page that loads for longer than this, in ms, is treated as complete. */
const LOADING = 30_000;

/** The page's papers. Its script starts when the page is ready: until then the page is asked again. */
async function askPage(tab: number): Promise<Reply<Out<'page.papers'>>> {
  const end = Date.now() + LOADING;
  for (let left = TRIES; ; ) {
    const page = await callTab(tab, 'page.papers', {});
    const loads = (await tabs.get(tab)).status === 'loading' && Date.now() < end;
    if (!loads) left -= 1;
    if (page.ok || left === 0) return page;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

async function papersOfTab(tab: TabInfo): Promise<TabState & { readonly papers?: readonly SaveInput[] }> {
  const { site } = tab;
  if (!site) return { kind: 'not-a-site', host: tab.host };
  let page = await askPage(tab.id);
  if (!page.ok) {
    // Open since before the extension or its update: switching the site on, which it is, puts the script into its open tabs.
    await call('sites.set', { site: site.id, on: true });
    page = await askPage(tab.id);
  }
  if (!page.ok) return { kind: 'reload', site };
  const papers = withoutRepeats(page.value.papers).slice(0, MOST);
  if (papers.length === 0) return { kind: page.value.changed ? 'changed' : 'empty', site };
  const answer = await call('papers.lookup', { queries: papers.map(queryOf), full: Math.min(FIRST, papers.length) });
  return answer.ok
    ? { kind: 'papers', site, papers, rows: rowsOf(papers, answer.value.rows, answer.value.marks) }
    : { kind: 'papers', site, papers, rows: rowsOf(papers, [], ''), error: answer.error };
}

export interface TabPapers {
  readonly state: TabState;
  readonly lookAgain: () => void;
  /** A save or undo changed these. */
  readonly patch: (changed: ReadonlyMap<string, Status | undefined>) => void;
  /** Asks for the whole answers of the rows from `start` on, as they come into view. */
  readonly fill: (start: number) => void;
}

/** The papers of a tab with what is known of them. @param off the site is switched off */
export function useTabPapers(tab: TabInfo | null | undefined, off: boolean): TabPapers {
  const [state, setState] = useState<TabState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const papers = useRef<readonly SaveInput[]>([]);
  const filled = useRef(FIRST);

  useEffect(() => {
    if (tab === undefined) return;
    if (tab === null) return setState({ kind: 'not-a-site', host: '' });
    if (off && tab.site) return setState({ kind: 'off', site: tab.site });
    let stale = false;
    papersOfTab(tab).then(
      ({ papers: found, ...next }) => {
        if (stale) return;
        papers.current = found ?? [];
        filled.current = FIRST;
        setState(next);
      },
      () => {
        if (!stale) setState({ kind: 'not-a-site', host: '' }); // the tab was closed meanwhile
      },
    );
    return () => {
      stale = true;
    };
  }, [tab, off, round]);

  const patch = useCallback((changed: ReadonlyMap<string, Status | undefined>) => {
    setState((now) => (now.kind === 'papers' ? { ...now, rows: withStatus(now.rows, changed) } : now));
  }, []);

  const fill = useCallback((start: number) => {
    if (start < filled.current) return;
    const asked = papers.current.slice(filled.current, filled.current + STEP);
    if (asked.length === 0) return;
    const from = filled.current;
    filled.current += asked.length;
    call('papers.rows', { queries: asked.map(queryOf) }).then((answer) => {
      if (!answer.ok) return;
      const whole = asked.map((paper, i) => rowOfPaper(paper, answer.value.rows[i], undefined));
      setState((now) =>
        now.kind === 'papers' ? { ...now, rows: now.rows.toSpliced(from, whole.length, ...whole) } : now,
      );
    });
  }, []);

  return { state, lookAgain: useCallback(() => setRound((n) => n + 1), []), patch, fill };
}
