/**
 * How fast digests are parsed: 10,000 invented papers as a copied page and as JSON Lines (budget: under 2 s), and the real
 * API records where the data is present. `npx tsx bench/quality/digest-speed.ts` prints the figures.
 */

import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { toJsonl } from '../../src/core/digest/jsonl.ts';
import { parseDigest } from '../../src/core/digest/parse.ts';
import { inventedPage } from '../../src/core/digest/sample-page.testing.ts';
import type { Entry } from '../../src/core/entry.ts';
import { sharedData } from '../../src/shared-data.testing.ts';

export const API_RECORDS = 'data/digests/hf-daily-papers-api.4018.jsonl.gz';

export interface DigestSpeed {
  /** Milliseconds for 10,000 papers, best of three. */
  readonly page: number;
  readonly jsonl: number;
  /** Milliseconds for 10,000 real API records, extrapolated from 4,018; absent without the data. */
  readonly api?: number;
  /** Characters of the three texts. */
  readonly size: { readonly page: number; readonly jsonl: number; readonly api?: number };
}

export function digestSpeed(): DigestSpeed {
  const page = inventedPage(10_000);
  const jsonl = entriesOf(page)
    .map((entry) => toJsonl(entry))
    .join('\n');
  const file = sharedData(API_RECORDS);
  const api = file === undefined ? undefined : gunzipSync(readFileSync(file)).toString('utf8');
  return {
    page: best(page),
    jsonl: best(jsonl),
    ...(api === undefined ? {} : { api: (best(api) * 10_000) / 4018 }),
    size: { page: page.length, jsonl: jsonl.length, ...(api === undefined ? {} : { api: api.length }) },
  };
}

function entriesOf(text: string): readonly Entry[] {
  const digest = parseDigest(text, {});
  if (!digest.ok) throw new Error(digest.detail);
  return digest.value.entries;
}

function best(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    entriesOf(text);
    least = Math.min(least, performance.now() - start);
  }
  return Math.round(least);
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) console.log(digestSpeed());
