import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fault } from '../outcome.ts';
import { plainCodec } from './codec.ts';
import { Seen } from './cursor.ts';
import { sha256 } from './memory-blob.testing.ts';
import { segmentsIn } from './names.ts';
import { Ranges } from './ranges.ts';
import { readSegment, writeSegment } from './segment.ts';

/** The form of a segment, of its name, and of what is remembered of those that were read. */

const deps = { codec: plainCodec, sha256 };
const at = { stream: 'dev-a-00000000', seq: 3 };
const records = fc.array(
  fc.record({
    kind: fc.string({ minLength: 1 }),
    id: fc.string({ minLength: 1, unit: 'binary' }),
    state: fc.jsonValue(),
  }),
  { maxLength: 20 },
);
const written = async (list: Parameters<typeof writeSegment>[1]): Promise<Uint8Array> => {
  const bytes = await writeSegment({ ...at, by: 'x' }, list, deps);
  if (!bytes.ok) throw new Error(bytes.error);
  return bytes.value;
};

test('records come out as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (list) => {
      const read = await readSegment(await written(list), at, deps);
      if (!read.ok) throw new Error(read.detail);
      expect(read.value.records.map(({ kind, id, state }) => ({ kind, id, state }))).toEqual(
        JSON.parse(JSON.stringify(list.map(({ kind, id, state }) => ({ kind, id, state })))),
      );
    }),
    { numRuns: 100 },
  );
});

test('D15, SYNC 34: a segment that was cut, lengthened or changed anywhere is damaged, never half read', async () => {
  const bytes = await written([{ kind: 'paper', id: 'p', state: { v: 1 } }]);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (where, change) => {
      const wrong = bytes.slice();
      wrong[where] = (wrong[where] ?? 0) ^ change;
      for (const one of [wrong, bytes.slice(0, where), Buffer.concat([bytes, bytes.slice(0, where + 1)])])
        expect(await readSegment(one, at, deps)).toMatchObject({ ok: false, error: 'damaged' });
    }),
    { numRuns: 150 },
  );
});

test('a segment under another name, of a later form, or that an encryption does not open', async () => {
  const bytes = await written([]);
  expect(await readSegment(bytes, { ...at, seq: 4 }, deps)).toMatchObject({ error: 'damaged' });
  expect(await readSegment(bytes, { stream: 'dev-b-00000000', seq: 3 }, deps)).toMatchObject({ error: 'damaged' });
  const locked = { ...plainCodec, open: async () => fault('passphrase') };
  expect(await readSegment(bytes, at, { codec: locked, sha256 })).toMatchObject({ error: 'passphrase' });
  const head = JSON.parse('{"scholion": 2}');
  const later = await writeSegment({ ...at, by: '', ...head }, [], deps);
  expect(later.ok && (await readSegment(later.value, at, deps))).toMatchObject({ error: 'newer' });
});

test('what is more than a reader takes is not written', async () => {
  const state = 'é'.repeat(5_000_000); // 10 MB
  expect(await writeSegment({ ...at, by: '' }, [{ kind: 'note', id: 'n', state }], deps)).toMatchObject({ ok: true });
  const two = ['a', 'b'].map((id) => ({ kind: 'note', id, state }));
  expect(await writeSegment({ ...at, by: '' }, two, deps)).toMatchObject({ error: 'too-large' });
  const huge = [{ kind: 'note', id: 'n', state: 'x'.repeat(40 * 1024 * 1024) }];
  expect(await writeSegment({ ...at, by: '' }, huge, deps)).toMatchObject({ error: 'too-large' });
});

test('names: any listing gives segments alone', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.string(), folder: fc.boolean() })), (entries) => {
      for (const one of segmentsIn(entries)) expect(one.path).toMatch(/^lib\/dev-[\w-]+\.\d{8}\.seg$/i);
    }),
  );
  const names = ['dev-b-00000000.00000001.seg', 'dev-A_1-x-0000000F.00000012.seg', 'dev-b-00000000.00000000.seg'];
  expect(segmentsIn(names.map((name) => ({ name, folder: false }))).map(({ stream, seq }) => [stream, seq])).toEqual([
    ['dev-a_1-x-0000000f', 12],
    ['dev-b-00000000', 1],
  ]);
});

test('ranges are a set', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 }))), (steps) => {
      const [ranges, set] = [new Ranges(), new Set<number>()];
      for (const [adds, n] of steps) {
        if (adds) ranges.add(n);
        else ranges.remove(n);
        if (adds) set.add(n);
        else set.delete(n);
      }
      const again = new Ranges(ranges.toString());
      for (let n = 0; n <= 41; n++) expect([ranges.has(n), again.has(n)]).toEqual([set.has(n), set.has(n)]);
      expect(ranges.max).toBe(Math.max(0, ...set));
      expect([...ranges.lacking(new Set(), 99)].sort()).toEqual([...set].sort());
    }),
  );
  expect(new Ranges('3-1,x,7-9,,8-12,99999999999').toString()).toBe('7-12');
});

test('a cursor stays small where files are read in their order, and remembers what is missing', () => {
  const seen = new Seen(undefined);
  for (let seq = 1; seq <= 5_000; seq++) if (seq !== 17) seen.add('dev-a-00000000', seq);
  seen.failed('lib/x');
  expect(seen.cursor()).toBe('{"s":{"dev-a-00000000":"1-16,18-5000"},"bad":{"lib/x":1}}');
  const again = new Seen(seen.cursor());
  again.add('dev-a-00000000', 17);
  again.forget(() => false);
  expect(again.cursor()).toBe('{"s":{"dev-a-00000000":"1-5000"}}');
});
