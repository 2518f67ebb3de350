/** What a page costs on its main thread, in a browser, by the thread's own clock: comparable on a shared machine. */
import type { BrowserContext } from 'playwright';

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

/**
 * Opens `url` in a tab of its own and reads what it cost until `ready` holds and half a second more.
 * @param ready an expression of the page that becomes true; `true` for a page without an extension
 */
export async function pageCost(context: BrowserContext, url: string, ready: string): Promise<PageCost> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(OBSERVE);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(ready, undefined, { timeout: 60_000, polling: 50 });
    await page.waitForTimeout(500);
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
  } finally {
    await page.close();
  }
}
