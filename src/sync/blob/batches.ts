import type { Outcome } from '../outcome.ts';
import type { Cursor, Pulled, RemoteRecord } from '../target.ts';

/** Records that are merged at once. */
const BATCH = 500;

/** Records of one segment, the cursor with the last of them: one that is broken off is read again. */
export function* batches(records: readonly RemoteRecord[], cursor: Cursor): Generator<Outcome<Pulled>> {
  let at = 0;
  for (; at + BATCH < records.length; at += BATCH)
    yield { ok: true, value: { records: records.slice(at, at + BATCH) } };
  yield { ok: true, value: { records: records.slice(at), cursor } };
}
