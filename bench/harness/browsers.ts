/** Browsers for benches: each with a profile of its own that is removed at the end, all on one server of our pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { launch } from '../../e2e/harness/launch.ts';
import { startWeb, type Web } from '../../e2e/harness/server.ts';

export interface BenchBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly web: Web;
}

/** Runs `work` with one browser per extension folder (undefined: none) and closes all of them whatever happens. */
export async function withBrowsers<T>(
  extensions: readonly (string | undefined)[],
  work: (...browsers: readonly BenchBrowser[]) => Promise<T>,
): Promise<T> {
  const web = await startWeb();
  const profiles: string[] = [];
  const browsers: BenchBrowser[] = [];
  try {
    for (const extension of extensions) {
      const profile = mkdtempSync(join(tmpdir(), 'scholion-bench-'));
      profiles.push(profile);
      const { context, id } = await launch({ extension, profile, web });
      browsers.push({ context, id, web });
    }
    return await work(...browsers);
  } finally {
    for (const { context } of browsers) await context.close();
    await web.close();
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
