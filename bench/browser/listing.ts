/** A listing of 2,000 entries: what our notes add to the page, against none and against the naive way, in the same run. */
import { existsSync } from 'node:fs';
import { addDigest, openDesk } from '../../e2e/harness/digests.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import { withBrowsers } from '../harness/browsers.ts';
import { median } from '../harness/numbers.ts';
import { type PageCost, pageCost } from '../harness/page-cost.ts';
import type { BenchOptions, Row } from '../harness/row.ts';

const ENTRIES = 2000;
const URL = `https://arxiv.org/list/cs.LG/recent?show=${ENTRIES}&n=${ENTRIES}&seed=5`;
/** Share of the listed papers that a digest told of. */
const KNOWN = 0.3;

/** Every entry of the first screen has its host. */
const NOTED = `(() => {
  const seen = [...document.querySelectorAll('#dlpage dl > dd')].filter((dd) => { const r = dd.getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0; });
  return seen.length > 0 && seen.every((dd) => dd.querySelector('scholion-note'));
})()`;
const NAIVE = `document.querySelectorAll('naive-note').length === ${ENTRIES}`;

export async function rows({ rounds }: BenchOptions): Promise<readonly Row[] | string> {
  if (!existsSync('dist/manifest.json')) return 'needs dist/ (npm run build)';
  return withBrowsers([undefined, 'dist', 'bench/naive'], async (none, ours, naive) => {
    if (!none || !ours || !naive) return 'no browser';
    const desk = await openDesk(ours.context, ours.id);
    ours.web.papers = [];
    await addDigest(desk, inventedRecords(ENTRIES, 5).slice(0, ENTRIES * KNOWN));
    await desk.close();
    const costs: Record<'none' | 'ours' | 'naive', PageCost[]> = { none: [], ours: [], naive: [] };
    for (let round = 0; round < rounds; round += 1) {
      costs.none.push(await pageCost(none.context, URL, 'true'));
      costs.ours.push(await pageCost(ours.context, URL, NOTED));
      costs.naive.push(await pageCost(naive.context, URL, NAIVE));
    }
    const of = (who: keyof typeof costs, what: (c: PageCost) => number): number => median(costs[who].map(what));
    const added = (who: 'ours' | 'naive', what: (c: PageCost) => number): number => of(who, what) - of('none', what);
    const script = (c: PageCost): number => c.script;
    const whole = (c: PageCost): number => c.script + c.layout + c.style;
    const page = `${ENTRIES} entries`;
    return [
      {
        name: `${page}: script added`,
        unit: 'ms',
        budget: 10,
        measured: added('ours', script),
        baseline: { what: 'naive', value: added('naive', script) },
      },
      {
        name: `${page}: script, style and layout added until the first screen`,
        unit: 'ms',
        budget: 25,
        measured: added('ours', whole),
        baseline: { what: 'naive', value: added('naive', whole) },
      },
      {
        name: `${page}: long tasks added`,
        unit: '',
        budget: 0,
        measured: Math.max(
          0,
          added('ours', (c) => c.longTasks),
        ),
        baseline: { what: 'naive', value: added('naive', (c) => c.longTasks) },
        note: `page alone: ${of('none', (c) => c.longTasks)}`,
      },
      {
        name: `${page}: layout shift added`,
        unit: '',
        budget: 0.001,
        measured: Math.max(
          0,
          added('ours', (c) => c.shift),
        ),
        baseline: { what: 'naive', value: added('naive', (c) => c.shift) },
      },
      { name: `${page}: script, style and layout of the page alone`, unit: 'ms', measured: of('none', whole) },
    ];
  });
}
