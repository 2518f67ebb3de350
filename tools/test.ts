/**
 * `npm test`: everything that must hold before a change is taken. Streams what each part prints and ends with exactly one line
 * "N passed, N failed, N skipped" over unit, property and end-to-end tests; a part that is no test counts when it fails.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { maySkip } from './allowed-skips.ts';
import { build } from './build.ts';
import { compareBuilds } from './compare-builds.ts';
import { coverage } from './fault-ids.ts';
import { needBrowser } from './find-browser.ts';
import { type Outcome, playwrightOutcomes, summary, vitestOutcomes } from './reports.ts';
import { bin, ROOT, run } from './run.ts';
import { needServers } from './servers/npm-servers.ts';

/** What all of it should take on two quiet cores. Longer is said, not failed: machines are slow and shared. */
const GOAL_MINUTES = 15;
/** Ends what hangs. */
const STOP_MINUTES = 70;
const shared = resolve(ROOT, process.env['SCHOLION_DATA'] ?? '../shared');
const reports = resolve(ROOT, '.cache/reports');
const outcomes: Outcome[] = [];
const started = Date.now();

const stop = new AbortController();
const timer = setTimeout(() => {
  fail('time', `not done within ${STOP_MINUTES} minutes`);
  stop.abort();
}, STOP_MINUTES * 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

function fail(part: string, reason: string): void {
  outcomes.push({ title: `${part}: ${reason}`, file: '', state: 'failed' });
}

/** Runs one part unless all was stopped; what it throws is its failure. */
async function part(name: string, work: () => Promise<string | undefined>): Promise<void> {
  if (stop.signal.aborted) return;
  const begin = Date.now();
  console.log(`\n=== ${name} ===`);
  const fault = await work().catch((error: unknown) => String(error));
  if (fault) {
    fail(name, fault);
    console.log(fault);
  }
  console.log(`--- ${name}: ${fault ? 'FAILED' : 'ok'}, ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

const program = async (
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string | undefined> => {
  const { code } = await run(bin(name), args, { env, signal: stop.signal });
  return code === 0 ? undefined : `${name} ended with ${code}`;
};

/** Runs a test program and reads its report; the program's own code matters only where the report shows no failure. */
async function tests(
  file: string,
  read: (path: string) => readonly Outcome[],
  go: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const path = resolve(reports, file);
  const fault = await go(path);
  if (!existsSync(path)) return `${fault ?? 'it'} and left no report`;
  const found = read(path);
  outcomes.push(...found);
  if (found.length === 0) return 'no test was found';
  const failed = found.filter((o) => o.state === 'failed');
  for (const { title, file: where } of failed) console.log(`FAILED ${title} (${where})`);
  return fault && failed.length === 0 ? fault : undefined;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await part('types', async () => {
  const faults: string[] = [];
  for (const project of ['tsconfig.json', 'src/tsconfig.json', 'src/core/tsconfig.json']) {
    const fault = await program('tsc', ['-p', project]);
    if (fault) faults.push(`${project}: ${fault}`);
  }
  return faults.join('; ') || undefined;
});
await part('lint', () => program('biome', ['check', '.']));
await part('servers', async () => {
  await needServers((line) => console.log(line));
  return undefined;
});
await part('unit and property tests', () =>
  tests('vitest.json', vitestOutcomes, (path) =>
    program('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]),
  ),
);
await part('build', async () => (await build('release')) ?? (await build('test')) ?? compareBuilds());
await part('size', () => program('size-limit', []));
await part('browser', async () => {
  const browser = await needBrowser((line) => console.log(line));
  console.log(`${browser.version} (${browser.path})`);
  return undefined;
});
await part('end-to-end tests', () =>
  tests('playwright.json', playwrightOutcomes, (path) =>
    program('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path }),
  ),
);
await part('listed faults have a test that passed', async () => {
  const passed = outcomes.filter((o) => o.state === 'passed').map(({ title, file }) => ({ title, path: file }));
  const missing = [...coverage(passed)].filter(([, list]) => list.length === 0).map(([id]) => id);
  return missing.length > 0 ? `no passing test carries ${missing.join(', ')}` : undefined;
});
await part('skipped tests are those allowed', async () => {
  const skipped = outcomes.filter((o) => o.state === 'skipped');
  const wrong = skipped.filter((o) => !maySkip(o.title, (path) => existsSync(resolve(shared, path))));
  return wrong.length > 0 ? `not in tools/allowed-skips.ts: ${wrong.map((o) => o.title).join('; ')}` : undefined;
});

clearTimeout(timer);
if (stop.signal.aborted && !outcomes.some((o) => o.state === 'failed')) fail('time', 'stopped');
const failed = outcomes.filter((o) => o.state === 'failed');
if (failed.length > 0) console.log(`\nWhat failed:\n${failed.map((o) => `  ${o.title} ${o.file}`).join('\n')}`);
const seconds = (Date.now() - started) / 1000;
const over =
  seconds > GOAL_MINUTES * 60 ? `, more than the ${GOAL_MINUTES} minutes it should take on two quiet cores` : '';
console.log(`\n${seconds.toFixed(0)} s in all${over}`);
console.log(summary(outcomes));
process.exit(failed.length > 0 ? 1 : 0);
