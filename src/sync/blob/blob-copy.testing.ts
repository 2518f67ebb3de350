import { Copy } from '../copy.testing.ts';
import { MemoryBlobs, plainPlace } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** Copies of a library over a folder in memory, and looks into it. */

export const copyAt = (device: string, blobs: MemoryBlobs, from?: Copy, most?: number): Copy =>
  new Copy(device, (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace(most)), from);

export const three = (): readonly [Copy, Copy, MemoryBlobs] => {
  const blobs = new MemoryBlobs();
  return [copyAt('a', blobs), copyAt('b', blobs), blobs];
};
export const segments = (blobs: MemoryBlobs, device = ''): readonly string[] =>
  blobs.paths.filter((path) => path.startsWith(`lib/dev-${device}`));
export const requested = (blobs: MemoryBlobs): readonly string[] => {
  const { requests } = blobs;
  blobs.requests = [];
  return requests.map((one) => one.split(' ')[0] ?? '');
};
/** The file of a device, its last by default. */
export const fileOf = (blobs: MemoryBlobs, device: string, at = -1): string =>
  segments(blobs, `${device}-`).at(at) ?? '';
export const bytesOf = (blobs: MemoryBlobs, path: string): Uint8Array =>
  blobs.files.get(path)?.bytes ?? new Uint8Array();
