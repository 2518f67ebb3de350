/**
 * `npm run soak -- SUITE [--rounds N]`: the long random runs. Each round runs a suite's files with SOAK=1 (full counts) and a seed of its
 * own; what it found is appended to bench/soak.json with the commit. A next run goes on with the next seed; a round that was stopped is
 * not recorded and runs again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './build.ts';
import { playwrightOutcomes, vitestOutcomes } from './reports.ts';
import { bin, ROOT, run } from './run.ts';

/** What each suite runs. */
const SUITES: Readonly<Record<string, readonly string[]>> = {
  library: ['src/core/library', 'src/storage/library', 'src/storage/snapshots'],
  sync: ['src/sync', 'src/core/library/keep-mine.test.ts', 'src/core/library/laws.test.ts'],
  bulk: ['src/storage/library/commands/bulk.test.ts', 'src/storage/library/store-faults.test.ts'],
  digest: ['src/core/digest', 'src/core/links'],
  kills: ['e2e/kills.spec.ts', 'e2e/faults-library-import.spec.ts'],
  large: ['e2e/faults-library-large.spec.ts'],
};

interface Round {
  readonly suite: string;
  /** Short hash, with `+` where the tree was changed. */
  readonly commit: string;
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly day: string;
  /** Titles of what failed, to be run again with this seed. */
  readonly failures?: readonly string[];
}

const log = resolve(ROOT, 'bench/soak.json');
// Our own file: only this tool writes it.
const past = existsSync(log) ? (JSON.parse(readFileSync(log, 'utf8')) as readonly Round[]) : [];

const [suite = '', ...options] = process.argv.slice(2);
const files = SUITES[suite];
if (!files) {
  console.error(`npm run soak -- SUITE [--rounds N]; suites: ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}
const at = options.indexOf('--rounds');
const rounds = at < 0 ? 1 : Number(options[at + 1]);

const git = async (...args: string[]): Promise<string> => (await run('git', args, { quiet: true })).output.trim();
const commit = `${await git('rev-parse', '--short', 'HEAD')}${(await git('status', '--porcelain', '-uno')) ? '+' : ''}`;

/** Suites of e2e files run in real browsers, on what was built. */
const browser = files.every((file) => file.startsWith('e2e/'));
if (browser) {
  const fault = await build('test', { quiet: true });
  if (fault) throw new Error(fault);
}

const inNode = (report: string, seed: number) =>
  run(
    bin('vitest'),
    ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--testTimeout=3600000'],
    { env: { SOAK: '1', SOAK_SEED: String(seed) } },
  );

/** So many kills of the browser in one round. */
const KILLS = '50';
/** Papers in the large library. */
const LARGE = '100000';
const inBrowser = (report: string, seed: number) =>
  run(bin('playwright'), ['test', ...files, '--reporter=list,json', '--retries=0'], {
    env: { KILLS, LARGE, SOAK_SEED: String(seed), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });

const all = [...past];
for (let round = 0; round < rounds; round += 1) {
  const seed = 1 + Math.max(0, ...all.filter((r) => r.suite === suite).map((r) => r.seed));
  const report = resolve(ROOT, `.cache/reports/soak-${suite}.json`);
  mkdirSync(resolve(report, '..'), { recursive: true });
  console.log(`\n${suite}, seed ${seed}, commit ${commit}`);
  const { code, seconds } = browser ? await inBrowser(report, seed) : await inNode(report, seed);
  if (code > 128) process.exit(code); // stopped by a signal: not recorded, the next run takes the same seed
  const outcomes = browser ? playwrightOutcomes(report) : vitestOutcomes(report);
  const failures = outcomes.filter((o) => o.state === 'failed').map((o) => o.title);
  all.push({
    suite,
    commit,
    seed,
    passed: outcomes.filter((o) => o.state === 'passed').length,
    failed: failures.length,
    seconds: Math.round(seconds),
    day: new Date().toISOString().slice(0, 10),
    ...(failures.length > 0 ? { failures } : {}),
  });
  writeFileSync(log, `${JSON.stringify(all, null, 2)}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
