/** A listing of 2,000 entries: what our notes add to the page, against none and against the naive way, in the same run. */
import { existsSync } from 'node:fs';
import { addDigest, openDesk } from '../../e2e/harness/digests.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import { withBrowsers } from '../harness/browsers.ts';
import { median, shown } from '../harness/numbers.ts';
import { type PageCost, type PageCosts, pageCosts } from '../harness/page-cost.ts';
import type { BenchOptions, Row } from '../harness/row.ts';

const ENTRIES = 2000;
const URL = `https://arxiv.org/list/cs.LG/recent?show=${ENTRIES}&n=${ENTRIES}&seed=5`;
/** Share of the listed papers that a digest told of. */
const KNOWN = 0.3;

/** Asked once, before anything is measured: how many entries the first screen shows. */
const FIRST_SCREEN = `[...document.querySelectorAll('#dlpage dl > dd')].filter((dd) => dd.getBoundingClientRect().top < innerHeight).length`;
const noted = (count: number): string => `document.getElementsByTagName('scholion-note').length >= ${count}`;
const LOADED = `document.getElementsByTagName('dd').length === ${ENTRIES}`;
const NAIVE = `document.getElementsByTagName('naive-note').length === ${ENTRIES}`;

export async function rows({ rounds }: BenchOptions): Promise<readonly Row[] | string> {
  if (!existsSync('dist/manifest.json')) return 'needs dist/ (npm run build)';
  return withBrowsers([undefined, 'dist', 'bench/naive'], async (none, ours, naive) => {
    if (!none || !ours || !naive) return 'no browser';
    const desk = await openDesk(ours.context, ours.id);
    ours.web.papers = [];
    await addDigest(desk, inventedRecords(ENTRIES, 5).slice(0, ENTRIES * KNOWN));
    await desk.close();
    const probe = await none.context.newPage();
    await probe.goto(URL);
    const screen = await probe.evaluate<number>(FIRST_SCREEN);
    await probe.close();

    const costs: Record<'none' | 'ours' | 'naive', PageCosts[]> = { none: [], ours: [], naive: [] };
    for (let round = 0; round < rounds; round += 1) {
      costs.none.push(await pageCosts(none.context, URL, LOADED));
      costs.ours.push(await pageCosts(ours.context, URL, noted(screen)));
      costs.naive.push(await pageCosts(naive.context, URL, NAIVE));
    }
    const of = (who: keyof typeof costs, what: (c: PageCosts) => number): number => median(costs[who].map(what));
    const row = (name: string, unit: string, budget: number | undefined, what: (c: PageCosts) => number): Row => ({
      name: `${ENTRIES} entries: ${name}`,
      unit,
      ...(budget === undefined ? {} : { budget }),
      measured: Math.max(0, of('ours', what) - of('none', what)),
      baseline: { what: 'naive', value: of('naive', what) - of('none', what) },
      note: `page alone ${shown(of('none', what))}`,
    });
    const whole = (c: PageCost): number => c.script + c.layout + c.style;
    return [
      row('script added until the first screen', 'ms', 10, (c) => c.ready.script),
      row('script, style and layout added until the first screen', 'ms', 25, (c) => whole(c.ready)),
      row('script, style and layout added in all', 'ms', undefined, (c) => whole(c.settled)),
      row('long tasks added', '', 0, (c) => c.settled.longTasks),
      row('longest task', 'ms', undefined, (c) => c.settled.longest),
      row('layout shift added', '', 0.001, (c) => c.settled.shift),
    ];
  });
}
