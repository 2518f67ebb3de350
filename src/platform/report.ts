import { runtime } from './browser.ts';

const seen = new Set<string>();

/**
 * The one place that reports a surprise: once per stack, with the version and where it happened. Never titles, notes or addresses.
 * @param where the part: 'background', 'engine', 'popup' …
 */
export function report(error: unknown, where: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (seen.has(stack)) return;
  seen.add(stack);
  console.error(`Scholion ${runtime.getManifest().version} [${where}]`, error);
}
