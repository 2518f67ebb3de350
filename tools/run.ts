import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The repository root: every tool works from any folder. */
export const ROOT = resolve(import.meta.dirname, '..');

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the output and give it back instead of showing it. */
  readonly quiet?: boolean;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
  /** Seconds. */
  readonly seconds: number;
}

/** Runs a program from the repository root and waits for it. A program that cannot be started has code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const start = Date.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        output += part.toString();
      });
    const end = (code: number, extra = ''): void =>
      done({ code, output: output + extra, seconds: (Date.now() - start) / 1000 });
    child.once('error', (error) => end(127, String(error)));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** A program of an installed package, run by this Node: the same on every platform, without npx. */
export const bin = (name: string): string => resolve(ROOT, 'node_modules', '.bin', name);
