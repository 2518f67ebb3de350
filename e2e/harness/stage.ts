/** Files as a page stages them for the engine: what a person chose to import. */
import type { Page } from 'playwright';

/** Writes bytes into the folder where big input waits. */
export async function stageBytes(desk: Page, name: string, bytes: Uint8Array): Promise<void> {
  await desk.evaluate(
    async ([file, base64]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('staged', { create: true });
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
      await stream.close();
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
}

/** A work as CSL-JSON has it. @param more fields over those */
export const cslWork = (n: number, more: object = {}): object => ({
  id: `w${n}`,
  type: 'article',
  title: `An Imported Work about Matter Number ${n} and Its Parts`,
  author: [{ family: 'Lovelace', given: 'Ada' }],
  DOI: `10.1000/staged.${n}`,
  issued: { 'date-parts': [[2020]] },
  ...more,
});

export const cslKey = (n: number): string => `doi:10.1000/staged.${n}`;

export const cslFile = (from: number, to: number, more: object = {}): string =>
  JSON.stringify(Array.from({ length: to - from + 1 }, (_, i) => cslWork(from + i, more)));
