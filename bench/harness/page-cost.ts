/** What a page costs on its main thread, in a browser, by the thread's own clock: comparable on a shared machine. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

export interface PageCost {
  /** Milliseconds of CPU of the page's main thread. */
  readonly script: number;
  readonly layout: number;
  readonly style: number;
  readonly longTasks: number;
  readonly longest: number;
  readonly shift: number;
}

const OBSERVE = `
  window.benchLong = []; window.benchShift = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) benchLong.push(e.duration); }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) benchShift += e.value; }).observe({ type: 'layout-shift', buffered: true });`;

/** What it cost when `ready` came true, and two seconds later, when what waits for idle time has been done too. */
export interface PageCosts {
  readonly ready: PageCost;
  readonly settled: PageCost;
}

/**
 * Opens `url` in a tab of its own and reads what it cost.
 * @param ready an expression of the page that becomes true and costs next to nothing, since it is asked in every frame
 */
export async function pageCosts(context: BrowserContext, url: string, ready: string): Promise<PageCosts> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(OBSERVE);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(ready, undefined, { timeout: 60_000 });
    const early = await read(page, session);
    await page.waitForTimeout(2000);
    return { ready: early, settled: await read(page, session) };
  } finally {
    await page.close();
  }
}

async function read(page: Page, session: CDPSession): Promise<PageCost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number => (metrics.find((m) => m.name === name)?.value ?? Number.NaN) * 1000;
  const seen = await page.evaluate<{ long: number[]; shift: number }>('({ long: benchLong, shift: benchShift })');
  return {
    script: ms('ScriptDuration'),
    layout: ms('LayoutDuration'),
    style: ms('RecalcStyleDuration'),
    longTasks: seen.long.length,
    longest: Math.max(0, ...seen.long),
    shift: seen.shift,
  };
}
