/** The one place of the content script that reports a surprise: once per stack, never titles, notes or addresses. */
const seen = new Set<string>();

/** @param where the part, with the site's id where there is one */
export function report(error: unknown, where: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (seen.has(stack)) return;
  seen.add(stack);
  console.error(`Scholion [content ${where}]`, error);
}
