import type { BlobEntry } from '../target.ts';

/**
 * Names in a place that holds segments. All lie right in `lib/`, so that one listing tells what is new: a folder for each device would
 * have to be listed one by one at each sync. `lib/dev-<device>-<life>.<seq>.seg`: what stands before the dot is a stream. A stream has
 * one writer and a number is used in it once; who starts anew (first visit, a place that lost something) starts a new life.
 */
export const ROOT = 'lib';
export const MARKER = `${ROOT}/format.json`;

export interface SegmentName {
  /** In small letters: a disk may not tell them from capitals. */
  readonly stream: string;
  readonly device: string;
  readonly seq: number;
}

export interface Listed extends SegmentName {
  readonly path: string;
  readonly size?: number;
}

const SEGMENT = /^(dev-([a-z0-9_-]{1,40})-[0-9a-f]{8})\.(\d{8})\.seg$/i;

/** Undefined for what others put there: conflict copies, half uploads, files of the program that synchronises the folder. */
export function segmentOf({ name, folder, size }: BlobEntry): Listed | undefined {
  const found = folder ? null : SEGMENT.exec(name);
  const [, stream, device, seq] = found ?? [];
  if (stream === undefined || device === undefined || Number(seq) === 0) return undefined;
  const named = { stream: stream.toLowerCase(), device: device.toLowerCase(), seq: Number(seq) };
  return { ...named, path: `${ROOT}/${name}`, ...(size === undefined ? {} : { size }) };
}

/** @param life eight digits of base 16 */
export const streamOf = (device: string, life: string): string => `dev-${device}-${life}`.toLowerCase();

/** Without folder and ending: what an encryption binds its bytes to. */
export const nameOf = (stream: string, seq: number): string => `${stream}.${String(seq).padStart(8, '0')}`;
export const pathOf = (stream: string, seq: number): string => `${ROOT}/${nameOf(stream, seq)}.seg`;

/** In the order of streams, oldest first. */
export function segmentsIn(entries: readonly BlobEntry[]): readonly Listed[] {
  const found = entries.map(segmentOf).filter((one) => one !== undefined);
  return found.sort((a, b) => (a.stream === b.stream ? a.seq - b.seq : a.stream < b.stream ? -1 : 1));
}
