/** 4,018 papers of daily digests to the stand-in for Zotero, which checks every field of every item. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startZotero } from '../../../e2e/harness/zotero-server.ts';
import { workOf } from '../../core/citations/citation.ts';
import { toZotero } from '../../core/citations/to-zotero.ts';
import { parseDigest } from '../../core/digest/parse.ts';
import { describeWithData } from '../../shared-data.testing.ts';
import type { ToSend } from './records.ts';
import { deskAt, tally } from './zotero.testing.ts';

describeWithData('real papers', 'data/digests/hf-daily-papers-api.4018.jsonl.gz', (file) => {
  const digest = parseDigest(gunzipSync(readFileSync(file)).toString(), {});
  const entries = digest.ok ? digest.value.entries : [];
  const items = entries.flatMap((entry): readonly ToSend[] => {
    const work = workOf(entry, { note: 'A note.', tags: ['daily'] });
    const [id] = entry.ids;
    return work === undefined || id === undefined ? [] : [{ key: id, work: toZotero(work), sent: [] }];
  });
  const different = [...new Map(items.map((item) => [item.key, item])).values()];

  test('all arrive with their notes, and without any record all are known again', async () => {
    const server = await startZotero();
    const desk = deskAt(server.base);
    const run = { items: different, twins: false };
    expect(different.length).toBeGreaterThan(3900);
    expect(tally((await desk.send([], run)).results)).toEqual({ created: different.length });
    expect(server.local.items.size).toBe(2 * different.length);
    expect(tally((await desk.send([], run)).results)).toEqual({ already: different.length });
    expect(server.local.items.size).toBe(2 * different.length);
    expect(desk.entries).toHaveLength(200);
    await server.close();
  });
});
