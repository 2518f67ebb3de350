import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBlobs } from '../blob/memory-blob.testing.ts';
import { lost, play, schedules, type World } from '../replicas.testing.ts';
import { folder } from '../worlds.testing.ts';
import { passphraseSealing } from './passphrase-sealing.ts';

const FEW = 1_000;
/** Those of worlds.testing.ts that leave the marker whole: one that is broken waits, for the salt stands only there. */
const HARMLESS = [0, 1, 2, 4, 5] as const;

test('D17, SYNC 24: copies of a library over an encrypted folder that cuts, lags and is put back to older states end equal', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const blobs = new MemoryBlobs();
      const whole = folder(() => passphraseSealing(crypto, 'a long passphrase', FEW), blobs);
      const accident: World['accident'] = (pick, chance) =>
        whole.accident(HARMLESS[pick % HARMLESS.length] ?? 0, chance);
      const played = await play(schedule, { ...whole, accident });
      const [first, ...others] = played.replicas.map(({ store }) => store.text());
      for (const other of others) expect(other).toBe(first);
      expect(played.reports.map(({ state, fault, detail }) => [state, fault, detail])).toEqual(
        played.replicas.map(() => ['synced', undefined, undefined]),
      );
      expect(lost(played)).toEqual([]);
      // Whoever has the files cannot unpack them, as they could those of a plain place.
      const segments = [...blobs.files.values()].filter(({ path }) => path.endsWith('.seg'));
      for (const { bytes } of segments) {
        const body = bytes.subarray(bytes.indexOf(10) + 1);
        if (body.length > 28) expect(() => gunzipSync(body)).toThrow();
      }
    }),
    { numRuns: process.env['SOAK'] ? 1_000 : 40 },
  );
});
