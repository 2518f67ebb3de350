import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'vitest';

/** Real digests, corpora and pages to test against; absent on most machines. `SCHOLION_DATA` names the folder. */
const root = resolve(process.env['SCHOLION_DATA'] ?? '../shared');

/** @param path below the folder, e.g. `data/seed/truth.json` @returns its full path, or undefined where it is absent */
export function sharedData(path: string): string | undefined {
  const full = resolve(root, path);
  return existsSync(full) ? full : undefined;
}

/** A group of tests that need a file of the shared data; skipped by name where it is absent. */
export function describeWithData(title: string, path: string, body: (file: string) => void): void {
  const file = sharedData(path);
  // The body is not run: it may read the file.
  if (file === undefined) describe.skip(`${title} [needs ${path}]`, () => test('is there', () => undefined));
  else describe(`${title} [needs ${path}]`, () => body(file));
}
