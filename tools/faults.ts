/**
 * `npm run faults`: every fault that is listed, with the tests whose titles carry its id; fails where one has none. Unit tests are read
 * from the source; end-to-end tests are listed by Playwright, since some titles are made at run time.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { coverage, titlesInSource } from './fault-ids.ts';
import { playwrightTitles } from './reports.ts';
import { bin, ROOT, run } from './run.ts';

const report = resolve(ROOT, '.cache/reports/list.json');
mkdirSync(resolve(report, '..'), { recursive: true });
rmSync(report, { force: true });
const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
const { output } = await run(bin('playwright'), ['test', '--list', '--reporter=json'], { env, quiet: true });
if (!existsSync(report)) {
  console.error(`The end-to-end tests could not be listed:\n${output}`);
  process.exit(1);
}
const titles = [...titlesInSource().filter(({ path }) => !path.startsWith('e2e/')), ...playwrightTitles(report)];

const missing: string[] = [];
for (const [id, tests] of coverage(titles)) {
  if (tests.length === 0) missing.push(id);
  console.log(`${id}  ${tests.length === 0 ? '— no test' : `${tests[0]?.title}  (${tests[0]?.path})`}`);
  for (const { title, path } of tests.slice(1)) console.log(`     ${title}  (${path})`);
}
if (missing.length > 0) {
  console.error(`\n${missing.length} listed faults have no test: ${missing.join(', ')}`);
  process.exitCode = 1;
} else console.log('\nEvery listed fault has a test.');
