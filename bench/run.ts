/**
 * `npm run bench [-- --json] [--only NAME] [--papers N] [--rounds N]`: the budgets of the design, measured on what was built. A row within a
 * quarter of its budget is "near" and does not fail the run: machines are shared. Absolute times are for a quiet 2-core machine.
 */
import { shown } from './harness/numbers.ts';
import { type BenchOptions, type Group, type Row, verdictOf } from './harness/row.ts';

/** Loaded one by one when they run: a bench needs only its own parts. */
const groups: readonly Group[] = [
  { name: 'package', run: async () => (await import('./browser/package.ts')).rows() },
  { name: 'parse', run: async () => (await import('./harness/parse.ts')).rows() },
  ...['tags', 'titles', 'links', 'related', 'search'].map(
    (name): Group => ({
      name: `quality/${name}`,
      run: async (options) => {
        const { quality } = await import('./harness/quality.ts');
        const group = quality.find((g) => g.name === `quality/${name}`);
        return group ? group.run(options) : 'not there yet';
      },
    }),
  ),
  {
    name: 'library-list',
    run: async ({ papers }) =>
      (await (await import('./quality/library-list.ts')).listRows(Math.min(50_000, papers))) ??
      'needs the shared corpus',
  },
  { name: 'other-pages', run: async () => (await import('./browser/other-pages.ts')).rows() },
  { name: 'listing', run: async (options) => (await import('./browser/listing.ts')).rows(options) },
  { name: 'library', run: async (options) => (await import('./browser/library.ts')).rows(options) },
  { name: 'store', run: async (options) => (await import('./browser/store.ts')).rows(options) },
];

const args = process.argv.slice(2);
const value = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const json = args.includes('--json');
const only = value('--only');
const options: BenchOptions = { papers: Number(value('--papers') ?? 100_000), rounds: Number(value('--rounds') ?? 7) };

const chosen = groups.filter((group) => only === undefined || group.name.includes(only));
if (chosen.length === 0) {
  console.error(`No bench is called ${only}. There are: ${groups.map((g) => g.name).join(', ')}`);
  process.exit(2);
}

const rows: Row[] = [];
const skipped: { readonly name: string; readonly reason: string }[] = [];
for (const group of chosen) {
  if (!json) console.log(`… ${group.name}`);
  const found = await group.run(options).catch((error: unknown) => {
    process.exitCode = 1;
    return `failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  });
  if (typeof found === 'string') {
    skipped.push({ name: group.name, reason: found });
    if (!json) console.log(`  not measured: ${found}`);
  } else {
    rows.push(...found);
    if (!json) console.log(table(found));
  }
}

if (json)
  console.log(JSON.stringify({ rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })), skipped }, null, 2));
else if (chosen.length > 1) console.log(`\n${table(rows)}`);
if (rows.some((row) => verdictOf(row) === 'over')) process.exitCode = 1;

/** A Markdown table, as the README shows it. */
function table(of: readonly Row[]): string {
  const cells = of.map((row) => [
    row.name,
    row.budget === undefined ? '' : `${row.bound === 'least' ? '≥' : '≤'} ${shown(row.budget)} ${row.unit}`.trim(),
    `${shown(row.measured)} ${row.unit}${row.note ? ` (${row.note})` : ''}`.trim(),
    row.baseline ? `${row.baseline.what} ${shown(row.baseline.value)}` : '',
    verdictOf(row),
  ]);
  const all = [['what', 'budget', 'measured', 'baseline', 'verdict'], ...cells];
  const widths = (all[0] ?? []).map((_, i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  const line = (parts: readonly string[]): string =>
    `| ${parts.map((part, i) => part.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...body.map(line)].join('\n');
}
