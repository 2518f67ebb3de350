import type { TestResult } from '../../messaging/sync-calls.ts';
import type { SyncOutside } from './outside.ts';
import { blobOf, databaseOf, type Reach, type Requests, serverOf } from './reach.ts';
import { testBlob } from './test-blob.ts';
import { testCouch } from './test-couch.ts';

/** Looks at a place before it is kept. */
export async function testPlace(
  reach: Reach,
  requests: Requests,
  outside: Pick<SyncOutside, 'fetch' | 'random'> & { readonly now: () => number },
): Promise<TestResult> {
  const chance = outside.random();
  if (reach.settings.kind === 'couch') {
    const server = serverOf(reach, requests, outside);
    if (server.ok) return testCouch(server.value, databaseOf(server.value, reach.settings), chance);
    return { steps: [{ what: 'answers', ms: 0, fault: server.error }] };
  }
  const blob = await blobOf('', reach, requests, outside);
  if (!blob.ok) return { steps: [{ what: 'answers', ms: 0, fault: blob.error }] };
  return testBlob(blob.value, { now: outside.now, chance });
}
