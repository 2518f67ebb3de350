/** `npm run build`: the release in dist/. `test` as argument: dist-test/ (open shadow roots); `firefox`: dist-firefox/. */
import { bin, run } from './run.ts';

export type Target = 'release' | 'test' | 'firefox';
export const folderOf = (target: Target): string =>
  ({ release: 'dist', test: 'dist-test', firefox: 'dist-firefox' })[target];

/** Builds one variant. @returns what went wrong, or undefined; the folder then holds the whole extension */
export async function build(target: Target, options: { quiet?: boolean } = {}): Promise<string | undefined> {
  const env = { SCHOLION_BUILD: target === 'test' ? 'test' : '', BROWSER: target === 'firefox' ? 'firefox' : '' };
  const { code, output } = await run(bin('vite'), ['build', '--logLevel', 'warn'], {
    env,
    quiet: options.quiet ?? false,
  });
  return code === 0 ? undefined : `vite build for ${folderOf(target)} ended with ${code}\n${output}`;
}

if (process.argv[1] === import.meta.filename) {
  const asked = process.argv[2] ?? 'release';
  const targets: readonly Target[] = ['release', 'test', 'firefox'];
  const target = targets.find((t) => t === asked);
  if (!target) {
    console.error(`Unknown target "${asked}". Known: ${targets.join(', ')}.`);
    process.exit(2);
  }
  const fault = await build(target);
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
  console.log(`Built ${folderOf(target)}/.`);
}
