/** What is taken, and what is refused before anything is copied. */
import '../parts/browser.testing.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const { takeFile, takeText } = await import('./take-file.ts');
type Into = NonNullable<Parameters<typeof takeFile>[1]>;

/** A folder of staged files in memory. */
function folder(write: Into['write'] = async () => undefined) {
  const written: string[] = [];
  const into = {
    write: async (name: string, data: string | Blob) => {
      await write(name, data);
      written.push(name);
    },
  } as unknown as Into; // nothing else of it is used
  return { into, written };
}
const taken = async (file: File, write?: Into['write']) => {
  const { into, written } = folder(write);
  const result = await takeFile(file, into);
  return { result: result.ok ? result.value.kind : result.error, copied: written.length };
};
const sized = (file: File, size: number): File => Object.defineProperty(file, 'size', { value: size });
const gone = (): Promise<never> => Promise.reject(new DOMException('gone', 'NotFoundError'));

test('B16: empty, a picture, a PDF, 3 GB, a folder and what cannot be read are refused by name, and nothing is copied', async () => {
  const text = '@article{a, title = {T}}\n';
  expect(await taken(new File([], 'empty.bib'))).toEqual({ result: 'empty', copied: 0 });
  expect(await taken(new File([' \n\t\n'], 'blank.bib'))).toEqual({ result: 'empty', copied: 0 });
  expect(await taken(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], 'a.jpg'))).toEqual({
    result: 'not-text',
    copied: 0,
  });
  expect(await taken(new File(['%PDF-1.7\n'], 'paper.pdf'))).toEqual({ result: 'not-text', copied: 0 });
  expect(await taken(sized(new File([text], 'a.bib'), 3e9))).toEqual({ result: 'too-large', copied: 0 });
  expect(await taken(sized(new File(['PK\u0003\u0004'], 'a.zip'), 3e9))).toEqual({ result: 'too-large', copied: 0 });
  const unreadable = (name: string) => Object.assign(new File([text], name), { slice: () => ({ arrayBuffer: gone }) });
  expect(await taken(unreadable('locked.bib'))).toEqual({ result: 'unreadable', copied: 0 });
  expect(await taken(unreadable('Papers'))).toEqual({ result: 'folder', copied: 0 });
  const vanished = Object.assign(sized(new File([text], 'gone.bib'), 0), { arrayBuffer: gone });
  expect(await taken(vanished)).toEqual({ result: 'unreadable', copied: 0 });
});

test('B16: a file that vanishes while it is copied, and a full disk, are told apart', async () => {
  const file = new File(['@article{a, title = {T}}'], 'a.bib');
  const full = (): Promise<void> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  expect((await taken(file, full)).result).toBe('quota');
  const slice = file.slice.bind(file);
  let reads = 0;
  const vanishes = Object.assign(file, {
    slice: (...range: [number, number]) => (reads++ === 0 ? slice(...range) : { arrayBuffer: gone }),
  });
  expect((await taken(vanishes, gone)).result).toBe('unreadable');
});

test('references, archives and backups are taken for what they are, also damaged and newer backups', async () => {
  const kind = async (body: string | Uint8Array<ArrayBuffer>, name = 'a') =>
    (await taken(new File([body], name))).result;
  expect(await kind('TY  - JOUR')).toBe('references');
  expect(await kind(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe('references');
  expect(await kind(new Uint8Array([0x1f, 0x8b, 8, 0]))).toBe('references');
  expect(await kind('{"scholion":"library","format":1,"library":"x"}\n{}')).toBe('backup');
  expect(await kind('{"scholion":"library","format":9')).toBe('backup');
  expect(await kind('{"scholion":"settings","format":1}')).toBe('references');
  expect(await takeText(' \n ', 'Pasted')).toMatchObject({ ok: false, error: 'empty' });
});

test('whatever bytes a file has, taking it ends with a name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const { result, copied } = await taken(new File([new Uint8Array(bytes)], 'a'));
      expect(['references', 'backup', 'empty', 'not-text']).toContain(result);
      expect(copied).toBe(result === 'references' || result === 'backup' ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});
