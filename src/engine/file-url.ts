import type { StagedFiles } from '../platform/staged-files.ts';

let last: string | undefined;

/**
 * An address of a staged file that the browser's downloads can read: a service worker can make none. It holds until the next one is
 * asked for, or the worker ends.
 */
export async function fileUrl(files: StagedFiles, name: string, type: string): Promise<string> {
  const file = (await files.open(name)) ?? new Blob();
  if (last !== undefined) URL.revokeObjectURL(last);
  last = URL.createObjectURL(file.slice(0, file.size, type));
  return last;
}
