/** The papers of the sample digest as page records, so that the pages of the demo show what the digest tells about. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inventedRecords } from './invented.ts';
import type { PageRecord } from './record.ts';

const PATH = resolve(import.meta.dirname, '../../public/sample-digest.jsonl');

/** The public JSON Lines shape (README, "Interfaces"), as far as pages need it. */
interface Line {
  readonly title: string;
  readonly abstract?: string;
  readonly ids?: readonly string[];
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly date?: string;
  readonly comments?: number;
  readonly links?: readonly { readonly url: string; readonly kind: string; readonly status?: string }[];
}

/** Papers of the sample digest that have an arXiv id; a few invented ones where the file is absent. */
export function sampleRecords(): readonly PageRecord[] {
  if (!existsSync(PATH)) return inventedRecords(12, 3);
  return readFileSync(PATH, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => toRecord(JSON.parse(line) as Line)); // our own file; a test of the digest parser reads it too
}

function toRecord(line: Line): readonly PageRecord[] {
  const id = line.ids?.find((one) => one.startsWith('arxiv:'))?.slice(6);
  if (!id) return [];
  const code = line.links?.find((link) => link.kind === 'code' && link.status !== 'promised')?.url;
  // The digest counts authors without naming them: invented names stand in, at most eight.
  const count = line.authors?.length ?? line.authorCount ?? 3;
  const names = inventedRecords(8, 1000 + Number(id.replace(/\D/g, '').slice(-4))).flatMap((r) => r.authors);
  return [
    {
      id,
      title: line.title,
      authors: line.authors ?? names.slice(0, Math.min(count, 8)),
      authorCount: count,
      abstract: line.abstract ?? '',
      categories: ['cs.LG', ...(Number(id.slice(-1)) % 2 ? ['cs.AI'] : ['cs.CL'])],
      ...(code ? { remark: `Code: ${code}`, github: code } : {}),
      date: line.date ?? '2025-01-01',
      kind: 'new',
      ...(line.organisation ? { organisation: line.organisation } : {}),
      upvotes: Number(id.slice(-2)) || 7,
      comments: line.comments ?? 0,
    },
  ];
}
