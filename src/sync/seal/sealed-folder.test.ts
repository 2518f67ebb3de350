import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBlobs } from '../blob/memory-blob.testing.ts';
import { lost, play, schedules } from '../replicas.testing.ts';
import { folder } from '../worlds.testing.ts';
import { passphraseSealing } from './passphrase-sealing.ts';

const FEW = 1_000;

test('D17, SYNC 24: copies of a library over an encrypted folder that cuts, lags and is put back to older states end equal', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const blobs = new MemoryBlobs();
      const played = await play(
        schedule,
        folder(() => passphraseSealing('a long passphrase', FEW), blobs),
      );
      const [first, ...others] = played.replicas.map(({ store }) => store.text());
      for (const other of others) expect(other).toBe(first);
      expect(played.reports.map(({ state }) => state)).toEqual(played.replicas.map(() => 'synced'));
      expect(lost(played)).toEqual([]);
      // Only marker, heads and noise: none of the library's own words.
      const files = [...blobs.files.values()].map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
      expect(files.some((text) => text.includes('PBKDF2'))).toBe(true);
      const keys = played.replicas.flatMap(({ store }) => [...store.library.values()].map(({ name }) => name.id));
      for (const text of files) for (const key of keys) if (key.length > 6) expect(text).not.toContain(key);
    }),
    { numRuns: process.env['SOAK'] ? 1_000 : 40 },
  );
});
