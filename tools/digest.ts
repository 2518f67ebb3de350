/**
 * `npm run -s digest -- FILE [--captured YYYY-MM-DD]`: prints the entries of a digest as JSON Lines (`tags`: the digest's
 * own keywords and what our tagger makes of the text), and what was not understood on standard error as `FILE:LINE: message`. Exit 1 where the file is no digest we read, 2 for a wrong call.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dayOfIso } from '../src/core/calendar-day.ts';
import { decodeText } from '../src/core/digest/decode.ts';
import { toJsonl } from '../src/core/digest/jsonl.ts';
import { parseDigest } from '../src/core/digest/parse.ts';
import type { Entry } from '../src/core/entry.ts';
import { tagsOf } from '../src/core/tags/tagger.ts';

const USAGE = 'Usage: npm run -s digest -- FILE [--captured YYYY-MM-DD]';

async function main(): Promise<number> {
  const { file, captured } = readArguments();
  if (file === undefined) return fail(2, USAGE);
  const day = captured === undefined ? undefined : dayOfIso(captured);
  if (captured !== undefined && day === undefined) return fail(2, `“${captured}” is no day. ${USAGE}`);

  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fail(1, `${file} cannot be read (${bytes.code ?? bytes.message}).`);
  const text = decodeText(bytes);
  if (!text.ok) return fail(1, `${file}: ${text.detail ?? text.error}`);
  const digest = parseDigest(text.value, day === undefined ? {} : { captured: day });
  if (!digest.ok) return fail(1, `${file}: ${digest.detail ?? digest.error}`);

  for (const { line, message } of digest.value.warnings) process.stderr.write(`${file}:${line}: ${message}\n`);
  const lines = digest.value.entries.map((entry) => `${toJsonl(tagged(entry))}\n`).join('');
  // wait until it is written: leaving at once would cut a pipe
  await new Promise<void>((done) => process.stdout.write(lines, () => done()));
  return 0;
}

function tagged(entry: Entry): Entry {
  const found = tagsOf({ ...entry, keywords: entry.tags }).map(({ name }) => name);
  return { ...entry, tags: [...new Set([...entry.tags, ...found])] };
}

function readArguments(): { file?: string; captured?: string } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { captured: { type: 'string' } } });
    const file = positionals.length === 1 ? positionals[0] : undefined;
    return {
      ...(file === undefined ? {} : { file }),
      ...(values.captured === undefined ? {} : { captured: values.captured }),
    };
  } catch {
    return {}; // an unknown option: the usage line says what there is
  }
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

// `npm run -s digest -- FILE | head` closes the pipe early; that is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main();
