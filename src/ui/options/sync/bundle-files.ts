import type { CallError } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';
import { number, tn } from '../../../platform/i18n.ts';
import { stagedFiles } from '../../../platform/staged-files.ts';
import { download } from '../../parts/download.ts';

/** A bundle is carried by hand: written as a file that the browser saves, read from one that the person chose. */

const LARGEST = 1024 * 1024 * 1024;

/** @returns what was written, in words; or why it was not */
export async function writeBundle(id: string): Promise<{ readonly words: string } | { readonly error: CallError }> {
  const answer = await call('sync.writeBundle', { id });
  if (!answer.ok) return { error: answer.error };
  const { staged, name, papers } = answer.value;
  const file = await stagedFiles.open(staged);
  if (file === undefined) return { error: 'not-found' };
  // A copy: the staged file goes before the browser has read it all.
  download(new Blob([await file.arrayBuffer()]), name);
  await stagedFiles.remove(staged);
  return { words: tn('syncBundleWritten', papers, name || number(papers)) };
}

/** Begins to read a file into the library: a merge, as every sync. @returns why it could not begin */
export async function readBundle(id: string, file: File): Promise<CallError | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > LARGEST) return 'too-large';
  const staged = crypto.randomUUID();
  try {
    await stagedFiles.write(staged, file);
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'failed';
  }
  const answer = await call('sync.readBundle', { id, staged });
  return answer.ok ? undefined : answer.error;
}
