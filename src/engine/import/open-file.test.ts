/** Files as people choose them, and those made to burst. */
import { createGzip } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { runs } from '../../core/identity/runs.testing.ts';
import { openFile } from './open-file.ts';

const MiB = 1024 * 1024;
const blob = (...parts: (string | Uint8Array)[]): Blob =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))));
const BIB = '@misc{a, title = {Ä}}\n';

/** Zeros, packed with gzip without ever being in memory at once. */
async function gzipOfZeros(bytes: number): Promise<Blob> {
  const gzip = createGzip({ level: 9 });
  const chunks: Uint8Array[] = [];
  gzip.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const zeros = new Uint8Array(MiB).fill(0x20);
  for (let at = 0; at < bytes; at += MiB) if (!gzip.write(zeros)) await new Promise((go) => gzip.once('drain', go));
  await new Promise<void>((done) => {
    gzip.on('end', done);
    gzip.end();
  });
  return blob(...chunks);
}

test('text in UTF-8, in UTF-16 and packed with gzip', async () => {
  const wide = new Uint8Array([0xff, 0xfe, ...[...BIB].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  const packed = new Response(blob(BIB).stream().pipeThrough(new CompressionStream('gzip')));
  for (const file of [blob('\ufeff', BIB), blob(wide)])
    expect(await openFile(file, 'a.bib')).toEqual({
      ok: true,
      value: { files: [{ name: 'a.bib', text: BIB }], leftOut: 0 },
    });
  expect(await openFile(await packed.blob(), 'a.bib.gz')).toEqual({
    ok: true,
    value: { files: [{ name: 'a.bib', text: BIB }], leftOut: 0 },
  });
});

test('the reference files of an archive, packed and stored; pictures are left out and counted', async () => {
  const zip = zipSync({
    'Export/My.rdf': strToU8('<r/>'),
    'b.BIB': [strToU8(BIB), { level: 0 }],
    'files/3/a.pdf': strToU8('%PDF'),
    'empty.csv': strToU8(''),
  });
  expect(await openFile(blob(zip), 'x.zip')).toEqual({
    ok: true,
    value: {
      files: [
        { name: 'Export/My.rdf', text: '<r/>' },
        { name: 'b.BIB', text: BIB },
      ],
      leftOut: 2,
    },
  });
});

test.each([
  ['0 bytes', blob(), 'empty'],
  ['blanks', blob(' \n'), 'empty'],
  ['a JPEG', blob(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'JFIF\0'), 'unknown-format'],
  ['a PDF', blob('%PDF-1.7\n'), 'unknown-format'],
  ['a program', blob(new Uint8Array(5000).fill(1)), 'unknown-format'],
  ['damaged gzip', blob(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])), 'unreadable'],
  ['an archive cut off', blob(zipSync({ 'a.bib': strToU8(BIB) }).subarray(0, 40)), 'unreadable'],
  ['an archive of pictures', blob(zipSync({ 'a.jpg': strToU8('x') })), 'unknown-format'],
  ['an empty archive', blob(zipSync({})), 'unknown-format'],
])('B16: %s is refused by name', async (_, file, error) => {
  expect(await openFile(file, 'a.bib')).toMatchObject({ ok: false, error });
});

test('B16: 3 GB are refused unread; a file that vanishes or is a folder says so', async () => {
  const never = (): never => {
    throw new Error('it was read');
  };
  const huge = { size: 3e9, slice: () => blob(BIB), arrayBuffer: never, stream: never };
  const gone = {
    size: 10,
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
  };
  // `as`: only the members that are called
  expect(await openFile(huge as unknown as Blob, 'a.bib')).toMatchObject({ ok: false, error: 'too-large' });
  expect(await openFile(gone as unknown as Blob, 'a.bib')).toMatchObject({ ok: false, error: 'unreadable' });
});

describe('archives made to burst', () => {
  test('B10: 500 kB of gzip that hold 512 MB stop at 64 MiB', async () => {
    const bomb = await gzipOfZeros(512 * MiB);
    expect(bomb.size).toBeLessThan(600_000);
    const start = performance.now();
    expect(await openFile(bomb, 'a.bib.gz')).toMatchObject({ ok: false, error: 'too-large' });
    // the promise is 1.5 s; this machine may be busy
    expect(performance.now() - start).toBeLessThan(5000);
  }, 30_000);
  test('B08: an entry that packs more than 200 times is refused though it is small; so are several that are large together', async () => {
    const dense = zipSync({ 'a.csv': new Uint8Array(8 * MiB).fill(0x20) }, { level: 9 });
    expect(await openFile(blob(dense), '')).toMatchObject({ ok: false, error: 'too-large' });
    const loose = new Uint8Array(40 * MiB).map((_, i) => (i % 64 === 0 ? 0x61 + ((i * 7919) % 26) : 0x20));
    const pair = zipSync({ 'a.csv': loose, 'b.csv': loose }, { level: 1 });
    expect(await openFile(blob(pair), '')).toMatchObject({ ok: false, error: 'too-large' });
  }, 30_000);
  test('B08: archives in archives are not opened', async () => {
    const inner = zipSync({ 'a.bib': strToU8(BIB) });
    expect(await openFile(blob(zipSync({ 'inner.zip': inner, 'b.json': inner })), '')).toMatchObject({
      ok: false,
      error: 'unknown-format',
    });
    const packed = await new Response(blob(inner).stream().pipeThrough(new CompressionStream('gzip'))).blob();
    expect(await openFile(packed, '')).toMatchObject({ ok: false, error: 'unknown-format' });
  });
  test('B08: 65,535 empty entries are refused fast', async () => {
    const local = header(0x04034b50, 30, 'a.bib');
    const central = header(0x02014b50, 46, 'a.bib');
    const count = 65_535;
    const body = new Uint8Array(count * (local.length + central.length) + 22);
    for (let i = 0; i < count; i++) {
      body.set(local, i * local.length);
      new DataView(central.buffer).setUint32(42, i * local.length, true);
      body.set(central, count * local.length + i * central.length);
    }
    endRecord(body, count, count * central.length, count * local.length);
    const start = performance.now();
    expect(await openFile(blob(body), '')).toMatchObject({ ok: false, error: 'too-large' });
    expect(performance.now() - start).toBeLessThan(500);
  });
  test('B08: entries that share their bytes are refused', async () => {
    const zip = zipSync({ 'a.bib': strToU8(BIB), 'b.bib': strToU8(BIB) });
    const view = new DataView(zip.buffer);
    const second = centralAt(view, 1);
    view.setUint32(second + 42, 0, true);
    expect(await openFile(blob(zip), '')).toMatchObject({ ok: false, error: 'unreadable' });
  });
  test('B08: sizes that lie do not matter', async () => {
    const zip = zipSync({ 'a.csv': new Uint8Array(8 * MiB).fill(0x20) }, { level: 9 });
    const view = new DataView(zip.buffer);
    view.setUint32(22, 1, true);
    view.setUint32(centralAt(view, 0) + 24, 1, true);
    expect(await openFile(blob(zip), '')).toMatchObject({ ok: false, error: 'too-large' });
  });
  test('B09: names that mean other places, control signs and doubles are never read', async () => {
    const names = [
      '../../x.bib',
      'a/../b.bib',
      '/etc/x.bib',
      'C:\\x.bib',
      'C:x.bib',
      'a\\b.bib',
      'n\0.bib',
      '__MACOSX/._a.bib',
      '.hidden.bib',
      'Twice.bib',
      'twice.BIB',
      'x.exe',
    ];
    const zip = zipSync({ ...Object.fromEntries(names.map((name) => [name, strToU8(BIB)])), 'good.bib': strToU8(BIB) });
    const opened = await openFile(blob(zip), '');
    expect(opened.ok && opened.value.files.map(({ name }) => name)).toEqual(['good.bib']);
    expect(opened.ok && opened.value.leftOut).toBe(names.length);
  });
  test('B09: an entry whose own header says another name is not read', async () => {
    const zip = zipSync({ 'good.bib': strToU8(BIB), 'liar.bib': strToU8(BIB) });
    const at = centralAt(new DataView(zip.buffer), 1);
    zip.set(strToU8('loar.bib'), at + 46);
    const opened = await openFile(blob(zip), '');
    expect(opened.ok && opened.value.files.map(({ name }) => name)).toEqual(['good.bib']);
  });
  test('at most 64 files of one archive are read; the others are counted', async () => {
    const zip = zipSync(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.bib`, strToU8(BIB)])));
    const opened = await openFile(blob(zip), '');
    expect(opened.ok && [opened.value.files.length, opened.value.leftOut]).toEqual([64, 36]);
  });
});

test('any bytes, and archives with any byte changed, are opened or refused', async () => {
  const zip = zipSync({ 'a.bib': strToU8(BIB), 'b/c.json': strToU8('[]') });
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 100 }),
      fc.nat(zip.length - 1),
      fc.nat(255),
      async (bytes, at, byte) => {
        await openFile(blob(bytes), 'a');
        const changed = zip.slice();
        changed[at] = byte;
        await openFile(blob(changed), 'a');
        await openFile(blob(zip.subarray(0, at)), 'a');
      },
    ),
    { numRuns: runs(300) },
  );
});

function header(signature: number, size: number, name: string): Uint8Array {
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(size === 30 ? 26 : 28, name.length, true);
  bytes.set(strToU8(name), size);
  return bytes;
}

function endRecord(body: Uint8Array, count: number, size: number, start: number): void {
  const view = new DataView(body.buffer, body.length - 22);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
}

/** Where the directory speaks of the nth entry. */
function centralAt(view: DataView, nth: number): number {
  let at = view.getUint32(view.byteLength - 22 + 16, true);
  for (let i = 0; i < nth; i++)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return at;
}
