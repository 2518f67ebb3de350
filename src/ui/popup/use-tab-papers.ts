import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Status } from '../../core/library/status.ts';
import { call } from '../../messaging/client.ts';
import { queryOf, rowOfPaper } from '../parts/row-model.ts';
import { askPage } from './ask-page.ts';
import { rowsOf, type TabState, withoutRepeats, withStatus } from './tab-state.ts';
import type { TabInfo } from './use-tab.ts';

/** Rows answered whole at once; the rest as the list grows. As the staged look-up of notes. */
const FIRST = 50;
/** Largest question of `papers.rows`. */
const STEP = 100;
/** Largest question of `papers.lookup`. */
const MOST = 2_500;

/** A page without papers is looked at again by itself, after these times in ms: some draw their lists late. */
const LATER = [1_000, 3_000] as const;

/** @param stale nobody waits for the answer any more, e.g. because the site was switched off meanwhile */
async function papersOfTab(
  tab: TabInfo,
  stale: () => boolean,
): Promise<TabState & { readonly papers?: readonly SaveInput[] }> {
  const { site } = tab;
  if (!site) return { kind: 'not-a-site', host: tab.host };
  let page = await askPage(tab.id);
  if (!page.ok && !stale()) {
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (time: number): void => {
      papersOfTab(tab, () => stale).then(
        ({ papers: found, ...next }) => {
          if (stale) return;
          papers.current = found ?? [];
          filled.current = FIRST;
          setState(next);
          const wait = next.kind === 'empty' || next.kind === 'changed' ? LATER[time] : undefined;
          if (wait !== undefined) timer = setTimeout(look, wait, time + 1);
        },
        () => {
          if (!stale) setState({ kind: 'not-a-site', host: '' }); // the tab was closed meanwhile
        },
      );
    };
    look(0);
    return () => {
      stale = true;
      clearTimeout(timer);
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
