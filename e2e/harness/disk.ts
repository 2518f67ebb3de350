/** Disks that are full or refuse: a small file system in memory under a browser's profile. Where the machine lets nobody mount, none. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Fills the disk to its last `left` bytes. */
  fill(left?: number): void;
  /** Takes the filling away. */
  empty(): void;
  /** Makes a folder below it one that can be read only; whoever has files open there goes on with them. */
  refuse(folder: string): void;
  /** Everything can be written again. */
  allow(): void;
  /** Unmounts; what was on it is gone. */
  remove(): void;
}

/** @param folder an empty one @param megabytes of the disk @returns undefined where mounting is not allowed */
export function smallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  const mount = (...args: readonly string[]): void => void execFileSync('mount', [...args], { stdio: 'ignore' });
  const unmount = (path: string): void => void execFileSync('umount', ['--lazy', path], { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  } catch {
    return undefined;
  }
  const filler = join(folder, 'filler');
  const refusing: string[] = [];
  const allow = (): void => {
    for (const path of refusing.splice(0)) unmount(path);
  };
  return {
    fill(left = 0) {
      const file = openSync(filler, 'w');
      let bytes = 0;
      try {
        for (const block = Buffer.alloc(4_096); ; ) bytes += writeSync(file, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error; // the file system's own error
      } finally {
        closeSync(file);
      }
      if (left > 0) execFileSync('truncate', ['--size', String(Math.max(0, bytes - left)), filler]);
    },
    empty: () => rmSync(filler, { force: true }),
    refuse(name) {
      const path = join(folder, name);
      mount('--bind', path, path);
      refusing.push(path);
      mount('-o', 'remount,ro,bind', path);
    },
    allow,
    remove() {
      allow();
      unmount(folder);
    },
  };
}
