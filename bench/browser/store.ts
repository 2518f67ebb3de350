/** A full store: import into it, look-ups from it, the first notes over it, the popup with many saved papers. One browser for all. */
import { existsSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { callFrom, jobDone, lineOf, openDesk, savePapers } from '../../e2e/harness/digests.ts';
import { TargetSession } from '../../e2e/harness/target-session.ts';
import { browserSession, targets, WorkerControl } from '../../e2e/harness/worker.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import type { PageRecord } from '../../e2e/pages/record.ts';
import { withBrowsers } from '../harness/browsers.ts';
import { median, quantile } from '../harness/numbers.ts';
import type { BenchOptions, Row } from '../harness/row.ts';

const SEED = 2;
/** Papers in one digest: its text stays under the limit of a message. */
const BATCH = 20_000;
const MENTIONS = 2000;
const SAVED = 50_000;

export async function rows({ papers, rounds }: BenchOptions): Promise<readonly Row[] | string> {
  if (!existsSync('dist-test/manifest.json')) return 'needs dist-test/ (npm run build -- test)';
  return withBrowsers(['dist-test'], async (browser) => {
    if (!browser) return 'no browser';
    const { context, id, web } = browser;
    const desk = await openDesk(context, id);
    const records = inventedRecords(papers, SEED);
    const size = `${Math.round(papers / 1000)},000 papers stored`;
    web.papers = records.slice(0, MENTIONS);
    const session = await browserSession(context);
    const worker = new WorkerControl(context, id, session);
    const rowsOf: Row[] = [...(await importRows(desk, records, session))];
    rowsOf.push({ name: `disk, ${size}`, unit: 'MB', measured: await desk.evaluate<number>(USAGE) });
    rowsOf.push(...(await lookUpRows(desk, records, rounds, size)));
    rowsOf.push(...(await firstNoteRows(context, worker, rounds, size)));
    rowsOf.push(await popupRow(context, desk, id, records, rounds));
    const outside = web.unexpected();
    rowsOf.push({
      name: 'requests made by the extension in all of this',
      unit: '',
      budget: 0,
      measured: outside.length,
      ...(outside[0] ? { note: `${outside[0].host}${outside[0].path}` } : {}),
    });
    return rowsOf;
  });
}

/** Everything the extension keeps on disk, in MB. */
const USAGE = 'navigator.storage.estimate().then((e) => (e.usage ?? 0) / 1e6)';

async function importRows(desk: Page, records: readonly PageRecord[], session: CDPSession): Promise<readonly Row[]> {
  const rates: number[] = [];
  const heaps: number[] = [];
  let engine: TargetSession | undefined;
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records.slice(at, at + BATCH);
    const text = batch.map(lineOf).join('\n');
    const begin = performance.now();
    const { job } = await callFrom(desk, 'digest.add', { request: crypto.randomUUID(), name: `Digest ${at}`, text });
    engine ??= await engineSession(session);
    heaps.push(...(await whileRunning(engine, jobDone(desk, job, 600_000))));
    rates.push(batch.length / ((performance.now() - begin) / 1000));
  }
  const note = `first ${Math.round(rates[0] ?? 0)}, last ${Math.round(rates.at(-1) ?? 0)}`;
  return [
    {
      name: 'import with tags, links and index',
      unit: 'papers/s',
      budget: 800,
      bound: 'least',
      measured: median(rates),
      note,
    },
    {
      name: 'engine memory during that import, most',
      unit: 'MB',
      budget: 256,
      measured: Math.max(...heaps),
    },
  ];
}

/** The engine's worker; it is there once a job was accepted. */
async function engineSession(session: CDPSession): Promise<TargetSession> {
  const page = (await targets(session)).find((t) => t.url.includes('/src/engine/'));
  if (!page) throw new Error('The engine does not run.');
  return (await TargetSession.attach(session, page.targetId)).worker();
}

/** Used heap of the engine in MB, every quarter of a second until the job is done. */
async function whileRunning(engine: TargetSession, job: Promise<unknown>): Promise<readonly number[]> {
  const heaps: number[] = [];
  let running = true;
  const ended = job.finally(() => {
    running = false;
  });
  while (running) {
    const { usedSize } = await engine.send('Runtime.getHeapUsage');
    heaps.push(Number(usedSize) / 1e6);
    await new Promise((done) => setTimeout(done, 250));
  }
  await ended;
  return heaps;
}

/** Times a look-up from an extension page, message and all. */
const TIMED = `async ({ message, rounds }) => {
  const times = [];
  for (let i = 0; i < rounds; i += 1) { const t = performance.now(); const r = await chrome.runtime.sendMessage(message); if (!r || !r.ok) throw new Error(JSON.stringify(r)); times.push(performance.now() - t); }
  return times;
}`;

async function lookUpRows(
  desk: Page,
  records: readonly PageRecord[],
  rounds: number,
  size: string,
): Promise<readonly Row[]> {
  const unknown = inventedRecords(MENTIONS, SEED + 40);
  const ask = async (queries: readonly object[], full: number): Promise<number> => {
    const message = { scholion: 1, to: 'background', call: 'papers.lookup', body: { queries, full } };
    const times = await desk.evaluate<number[]>(`(${TIMED})(${JSON.stringify({ message, rounds: rounds + 2 })})`);
    return median(times.slice(2)); // two to warm up
  };
  const found: Row[] = [];
  for (const share of [0, 0.3, 1]) {
    const mentions = Array.from({ length: MENTIONS }, (_, i) =>
      (i * 7) % 10 < share * 10 ? records[(i * 37) % records.length] : unknown[i],
    );
    const queries = mentions.flatMap((r) => (r ? [{ ids: [`arxiv:${r.id}`], title: r.title }] : []));
    const name = `look-up, ${size}, ${share * 100} % known`;
    found.push({ name: `${name}: first 50`, unit: 'ms', budget: 25, measured: await ask(queries.slice(0, 50), 50) });
    found.push({ name: `${name}: all ${MENTIONS}`, unit: 'ms', budget: 150, measured: await ask(queries, 50) });
  }
  return found;
}

/** Milliseconds from DOMContentLoaded to the first note that says something, and to the page's own load event. */
const FIRST_NOTE = `
  let ready = 0;
  window.loaded = new Promise((done) => addEventListener('load', () => done(performance.now() - ready)));
  window.firstNote = new Promise((done) => {
    addEventListener('DOMContentLoaded', () => { ready = performance.now(); });
    const look = () => {
      const told = [...document.querySelectorAll('scholion-note')].some((h) => h.shadowRoot && h.shadowRoot.querySelector('.chip'));
      if (told) done(performance.now() - ready); else setTimeout(look, 2);
    };
    look();
  });`;

async function firstNoteRows(
  context: BrowserContext,
  worker: WorkerControl,
  rounds: number,
  size: string,
): Promise<readonly Row[]> {
  const once = async (asleep: boolean): Promise<number> => {
    const page = await context.newPage();
    await page.addInitScript(FIRST_NOTE);
    if (asleep) await worker.kill();
    else if (!(await worker.running())) await worker.start();
    await page.goto('https://arxiv.org/list/cs.LG/recent?show=50');
    const ms = await page.evaluate<number>('firstNote');
    loads.push(await page.evaluate<number>('loaded'));
    await page.close();
    return ms;
  };
  const loads: number[] = [];
  const warm: number[] = [];
  const cold: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    warm.push(await once(false));
    cold.push(await once(true));
  }
  const baseline = { what: "the page's load event", value: median(loads) };
  return [
    { name: `first notes, ${size}, worker warm`, unit: 'ms', budget: 100, measured: median(warm), baseline },
    { name: `first notes, ${size}, worker asleep`, unit: 'ms', budget: 250, measured: median(cold), baseline },
  ];
}

async function popupRow(
  context: BrowserContext,
  desk: Page,
  id: string,
  records: readonly PageRecord[],
  rounds: number,
): Promise<Row> {
  const many = records.slice(0, Math.min(SAVED, records.length));
  for (let at = 0; at < many.length; at += MENTIONS) await savePapers(desk, many.slice(at, at + MENTIONS));
  const times: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/src/ui/popup/index.html`, { waitUntil: 'commit' });
    // Usable: the search field can be typed into, measured from the start of the navigation.
    times.push(
      await page.evaluate<number>(
        `new Promise((done) => { const look = () => { const e = document.activeElement; if (e && e.tagName === 'INPUT') done(performance.now()); else setTimeout(look, 2); }; look(); })`,
      ),
    );
    await page.close();
  }
  return {
    name: `popup usable, ${many.length.toLocaleString('en')} saved`,
    unit: 'ms',
    budget: 200,
    measured: quantile(times.slice(1), 0.5),
  };
}
