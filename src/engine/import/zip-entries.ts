import { err, ok, type Result } from '../../core/result.ts';

/**
 * What a zip archive holds, by its central directory (PKWARE APPNOTE 6.3.10, 4.3): a few kilobytes at its end, so that large
 * archives are not read for their small files. Nothing is unpacked here.
 */

export interface ZipEntry {
  readonly name: string;
  /** `stored` as it is, or packed. */
  readonly method: 'stored' | 'deflate-raw';
  /** The packed bytes in the archive. */
  readonly packed: Blob;
}

/** More than any export of references has. */
const MOST_ENTRIES = 10_000;
const MOST_DIRECTORY = 8 * 1024 * 1024;
const END = { signature: 0x06054b50, size: 22, comment: 0xffff } as const;
const CENTRAL = { signature: 0x02014b50, size: 46 } as const;
const LOCAL = { signature: 0x04034b50, size: 30 } as const;

interface Listed {
  readonly name: string;
  readonly nameLength: number;
  readonly method: number;
  readonly isSecret: boolean;
  readonly packedSize: number;
  readonly offset: number;
}

/**
 * The entries whose names `wanted` accepts, at most `most` of them, and how many others there are.
 * @returns `too-large` for archives of absurdly many entries, `unreadable` for damaged ones and those whose entries overlap
 */
export async function zipEntries(
  archive: Blob,
  wanted: (name: string) => boolean,
  most: number,
): Promise<Result<{ readonly entries: readonly ZipEntry[]; readonly others: number }, 'too-large' | 'unreadable'>> {
  const listed = await directoryOf(archive);
  if (!listed.ok) return listed;
  const counts = new Map<string, number>();
  for (const { name } of listed.value) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const chosen = listed.value
    // of two entries with one name nobody can say which is meant
    .filter((entry) => wanted(entry.name) && !entry.isSecret && counts.get(entry.name.toLowerCase()) === 1)
    .slice(0, most);
  const entries: ZipEntry[] = [];
  for (const entry of chosen) {
    const method = entry.method === 0 ? 'stored' : entry.method === 8 ? 'deflate-raw' : undefined;
    const start = await dataStart(archive, entry);
    if (method === undefined || start === undefined) continue;
    entries.push({ name: entry.name, method, packed: archive.slice(start, start + entry.packedSize) });
  }
  return ok({ entries, others: listed.value.filter(({ name }) => !name.endsWith('/')).length - entries.length });
}

async function directoryOf(archive: Blob): Promise<Result<readonly Listed[], 'too-large' | 'unreadable'>> {
  const tailStart = Math.max(0, archive.size - END.size - END.comment);
  const tail = await viewOf(archive.slice(tailStart));
  const end = endOf(tail);
  if (end === undefined) return err('unreadable', 'The archive has no end: it is cut off or no zip.');
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY)
    return err('too-large', `The archive has more than ${MOST_ENTRIES} entries.`);
  if (start + size > tailStart + end) return err('unreadable', 'The list of the archive’s entries is damaged.');
  const listed = entriesIn(await viewOf(archive.slice(start, start + size)), count);
  if (listed === undefined) return err('unreadable', 'The list of the archive’s entries is damaged.');
  return overlap(listed, start) ? err('unreadable', 'Entries of the archive overlap.') : ok(listed);
}

const viewOf = async (part: Blob): Promise<DataView> => new DataView(await part.arrayBuffer());

/** The last end record whose comment ends with the file. */
function endOf(tail: DataView): number | undefined {
  for (let at = tail.byteLength - END.size; at >= 0; at--)
    if (tail.getUint32(at, true) === END.signature && at + END.size + tail.getUint16(at + 20, true) === tail.byteLength)
      return at;
  return undefined;
}

function entriesIn(view: DataView, count: number): readonly Listed[] | undefined {
  const listed: Listed[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL.size > view.byteLength || view.getUint32(at, true) !== CENTRAL.signature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + CENTRAL.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    listed.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, at + CENTRAL.size, nameLength)),
      nameLength,
      method: view.getUint16(at + 10, true),
      isSecret: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return listed;
}

/** Entries that share bytes are how small archives hold gigabytes (D. Fifield, "A better zip bomb", 2019). */
function overlap(listed: readonly Listed[], directory: number): boolean {
  const sorted = [...listed].sort((a, b) => a.offset - b.offset);
  return sorted.some((entry, i) => {
    const end = entry.offset + LOCAL.size + entry.nameLength + entry.packedSize;
    return end > (sorted[i + 1]?.offset ?? directory);
  });
}

/** Where the bytes begin, after the entry's own header; undefined where that says another name than the directory. */
async function dataStart(archive: Blob, entry: Listed): Promise<number | undefined> {
  const head = await viewOf(archive.slice(entry.offset, entry.offset + LOCAL.size + entry.nameLength));
  if (head.byteLength < LOCAL.size + entry.nameLength || head.getUint32(0, true) !== LOCAL.signature) return undefined;
  if (head.getUint16(26, true) !== entry.nameLength) return undefined;
  const name = new TextDecoder().decode(new Uint8Array(head.buffer, LOCAL.size, entry.nameLength));
  if (name !== entry.name) return undefined;
  return entry.offset + LOCAL.size + entry.nameLength + head.getUint16(28, true);
}
