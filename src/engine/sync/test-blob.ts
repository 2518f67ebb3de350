import type { TestResult } from '../../messaging/sync-calls.ts';
import { holds } from '../../sync/blob/marker.ts';
import { fault, type Outcome } from '../../sync/outcome.ts';
import type { BlobTarget } from '../../sync/target.ts';
import { Steps } from './test-steps.ts';

/** Looks at a folder before it is kept as a place: is it there, does it let us in, what is in it, does it take a file? */
export async function testBlob(
  blob: BlobTarget,
  { now, chance }: { readonly now: () => number; readonly chance: number },
): Promise<TestResult> {
  const steps = new Steps(now);
  const { signal } = new AbortController();
  let listed: Outcome<unknown> = fault('offline');
  const reached = await steps.take('answers', async () => {
    listed = await blob.list('', signal);
    return listed.ok || LET_IN.includes(listed.error) ? { ok: true, value: true } : listed;
  });
  if (reached === undefined || (await steps.take('login', async () => listed)) === undefined) return steps.result();
  const found = await steps.take('library', () => holds(blob, signal));
  if (found === undefined) return steps.result();
  const folder = `scholion-test-${Math.floor(chance * 1e9)}`;
  const path = `${folder}/test`;
  const bytes = new TextEncoder().encode('test');
  await steps.take('write', async () => {
    const room = await blob.mkdir(folder, signal);
    if (!room.ok) return room;
    const made = await blob.createExclusive(path, bytes, signal);
    const back = made.ok ? await blob.get(path, signal) : made;
    await blob.remove(path, signal);
    await blob.remove(folder, signal);
    return back.ok && back.value?.join() !== bytes.join() ? fault('damaged', 'write') : back;
  });
  return steps.result({ holds: found });
}

/** Somebody answered. */
const LET_IN: readonly string[] = ['signed-out', 'forbidden', 'not-found'];
