/** The library page with 50,000 saved papers: first rows, filter, sort, search, scrolling, bulk tags, memory of the engine. */
import { existsSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { callFrom, openDesk, savePapers } from '../../e2e/harness/digests.ts';
import { rowsOf } from '../../e2e/harness/library.ts';
import { TargetSession } from '../../e2e/harness/target-session.ts';
import { browserSession, targets, until } from '../../e2e/harness/worker.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import { withBrowsers } from '../harness/browsers.ts';
import { median, quantile } from '../harness/numbers.ts';
import type { BenchOptions, Row } from '../harness/row.ts';

const SAVED = 50_000;
const BULK = 10_000;
const BATCH = 2_000;
const SEED = 5;
const PAGE = 'src/ui/library/index.html';

export async function rows({ papers, rounds }: BenchOptions): Promise<readonly Row[] | string> {
  if (!existsSync('dist-test/manifest.json')) return 'needs dist-test/ (npm run build -- test)';
  const saved = Math.min(SAVED, papers);
  return withBrowsers(['dist-test'], async (browser) => {
    if (!browser) return 'no browser';
    const { context, id } = browser;
    const desk = await openDesk(context, id);
    const records = inventedRecords(saved, SEED);
    for (let at = 0; at < saved; at += BATCH) await savePapers(desk, records.slice(at, at + BATCH));
    const session = await browserSession(context);
    const open = async (): Promise<{ page: Page; ms: number }> => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`chrome-extension://${id}/${PAGE}`, { waitUntil: 'commit' });
      const ms = await page.evaluate<number>(FIRST_ROWS);
      return { page, ms };
    };
    const size = `${saved.toLocaleString('en')} saved`;
    const found: Row[] = [];
    const cold = await open();
    found.push({
      name: `library page, first rows, ${size}, engine asleep`,
      unit: 'ms',
      budget: 400,
      measured: cold.ms,
    });
    await indexed(desk);
    const first: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { page, ms } = await open();
      first.push(ms);
      await page.close();
    }
    found.push({ name: `library page, first rows, ${size}`, unit: 'ms', budget: 400, measured: median(first) });
    found.push(...(await listRows(desk, size, rounds)), await scrollRow(cold.page, size));
    found.push(await bulkRow(desk, size));
    const engine = await engineHeap(session);
    found.push({ name: `engine memory, ${size}, text index open`, unit: 'MB', budget: 256, measured: engine });
    return found;
  });
}

/** Milliseconds from the start of the navigation until the first title can be read. */
const FIRST_ROWS = `new Promise((done) => {
  const look = () => { const row = document.querySelector('[role=row] .ti, [role=row] [class*=ti]'); if (row && row.textContent.length > 3) done(performance.now()); else requestAnimationFrame(look); };
  look();
})`;

const listOf = (text: string, sort = 'added') => ({
  text,
  shelf: 'library' as const,
  sort: sort as 'added',
  descending: true,
});

/** Waits until the full-text index knows every paper. */
const indexed = (desk: Page): Promise<void> =>
  until(
    async () => {
      const answer = await callFrom(desk, 'library.list', {
        query: listOf('retrieval'),
        from: 0,
        count: 1,
        facets: false,
      });
      return answer.indexing !== true;
    },
    'the text index',
    600_000,
  );

/** As the page asks: a window of 200 rows, with facets. */
const TIMED = `async (bodies) => {
  const times = [];
  for (const body of bodies) {
    const t = performance.now();
    const r = await chrome.runtime.sendMessage({ scholion: 1, to: 'background', call: 'library.list', body });
    if (!r || !r.ok) throw new Error(JSON.stringify(r));
    times.push(performance.now() - t);
  }
  return times;
}`;

async function listRows(desk: Page, size: string, rounds: number): Promise<readonly Row[]> {
  const time = async (queries: readonly object[]): Promise<readonly number[]> => {
    const bodies = queries.map((query) => ({ query, from: 0, count: 200, facets: true }));
    return desk.evaluate<number[]>(`(${TIMED})(${JSON.stringify(bodies)})`);
  };
  await time([listOf('')]);
  // Every one is new, so none comes from the lists that are kept.
  const filters = Array.from({ length: rounds * 2 }, (_, n) => listOf(`year:${1990 + n}.. tag:"LoRA"`));
  const sorts = ['title', 'year', 'status', 'rating', 'venue', 'changed'].map((sort) => listOf(`year:1980..`, sort));
  const words = [
    'retrieval',
    'offline',
    'verifiers',
    'speech',
    'mixture',
    'planner',
    'flow matching',
    'questoin',
    'sampler',
  ];
  const searches = words.flatMap((word) => [
    listOf(word, 'relevance'),
    listOf(`${word} gen`, 'relevance'),
    listOf(word.slice(0, -2), 'relevance'),
  ]);
  return [
    {
      name: `filter with facets, ${size}`,
      unit: 'ms',
      budget: 100,
      measured: quantile([...(await time(filters))], 0.95),
      note: 'p95',
    },
    {
      name: `sort with facets, ${size}`,
      unit: 'ms',
      budget: 100,
      measured: quantile([...(await time(sorts))], 0.95),
      note: 'p95',
    },
    {
      name: `search as you type with facets, ${size}`,
      unit: 'ms',
      budget: 50,
      measured: quantile([...(await time(searches))], 0.95),
      note: 'p95',
    },
  ];
}

/** The longest frame while the list is scrolled from end to end, a screen each frame. */
async function scrollRow(page: Page, size: string): Promise<Row> {
  await page.bringToFront();
  const longest = await page.evaluate<number>(`(async () => {
    const box = [...document.querySelectorAll('*')].filter((e) => e.scrollHeight > e.clientHeight * 20).sort((a, b) => b.scrollHeight - a.scrollHeight)[0];
    let last = performance.now(), longest = 0;
    for (let n = 0; n < 300; n += 1) {
      box.scrollTop += n % 50 === 49 ? box.scrollHeight / 7 : 700;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now(); longest = Math.max(longest, now - last); last = now;
    }
    return longest;
  })()`);
  return { name: `scrolling, longest frame, ${size}`, unit: 'ms', budget: 100, measured: longest };
}

async function bulkRow(desk: Page, size: string): Promise<Row> {
  const keys = (await callFrom(desk, 'library.keys', { query: listOf(''), from: 0, count: BULK })).keys;
  const begin = performance.now();
  const edits = [{ do: 'tag' as const, tag: 'bench', on: true }];
  const { job } = await callFrom(desk, 'library.bulk', { request: crypto.randomUUID(), choice: { keys }, edits });
  await until(
    async () => (await rowsOf(desk, 'jobs')).some((row) => row['id'] === job && row['state'] === 'done'),
    'the bulk job',
    120_000,
  );
  const seconds = (performance.now() - begin) / 1_000;
  return { name: `tag ${keys.length.toLocaleString('en')} papers, ${size}`, unit: 's', budget: 5, measured: seconds };
}

async function engineHeap(session: CDPSession): Promise<number> {
  const page = (await targets(session)).find((t) => t.url.includes('/src/engine/'));
  if (!page) throw new Error('The engine does not run.');
  const worker = await (await TargetSession.attach(session, page.targetId)).worker();
  // Rows and index lie mostly in array buffers, which the protocol counts apart.
  const { usedSize, backingStorageSize } = await worker.send('Runtime.getHeapUsage');
  return (Number(usedSize) + Number(backingStorageSize ?? 0)) / 1e6;
}
