import type { Warning } from '../entry.ts';

/** More are of no use to anybody, and a hostile text must not make a million of them. */
const MOST = 20_000;

export function warn(warnings: Warning[], line: number, message: string): void {
  if (warnings.length < MOST) warnings.push({ line, message });
}
