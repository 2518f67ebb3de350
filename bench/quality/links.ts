/**
 * Recall of the link scanner and shape of its keys on 74,728 real arXiv records (abstract and comments), beside the naive
 * pattern `https?://\S+`. `npx tsx bench/quality/links.ts` prints the figures and every text without a link.
 */

import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Link } from '../../src/core/links/link.ts';
import { linksIn } from '../../src/core/links/scan.ts';
import { sharedData } from '../../src/shared-data.testing.ts';

export const LINK_CORPUS = 'data/corpus/arxiv-2025-2026.jsonl.gz';

export interface LinkQuality {
  readonly papers: number;
  /** Abstracts and comments that name a code host together with a place on it. */
  readonly mentions: number;
  /** Share of the mentions with at least one link to a code host. */
  readonly recall: number;
  readonly missed: readonly string[];
  readonly links: number;
  readonly keys: number;
  /** Share of the keys that are no name on their host, or not the name that stands in the text. */
  readonly malformed: number;
  readonly malformedKeys: readonly string[];
  readonly promised: number;
  readonly thirdParty: number;
  /** Microseconds for one paper. */
  readonly perPaper: number;
  /** The naive pattern on the same texts: recall, and the share of its addresses that end in punctuation or a bracket. */
  readonly naive: { readonly recall: number; readonly malformed: number };
}

const HOST = /github\.com|gitlab\.com|huggingface\.co|\bhf\.co|bitbucket\.org|codeberg\.org|4open\.science|gitee\.com/i;
const ON_CODE_HOST = new RegExp(`^https://(?:[\\w-]+\\.)*(?:${HOST.source.replaceAll('\\b', '')})/`, 'i');

/**
 * Read by eye, 2026-11: texts that name a host but no place on it ("available on github.com.", "https://github.com/.",
 * "github.com/XXX", "github.com/open_upon_acceptance", "github.com/[your-repo-link]", "github.com/anonymous/SenseCF").
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `2503.13740 2504.19443 2505.09118 2505.21099 2505.22046 2507.05541 2507.09214 2507.12252 2507.15378 2508.10453 2510.06386
  2511.15597 2512.21842 2601.09724 2601.21439 2601.21936 2603.14426 2603.16385 2604.28022 2605.22169`.split(/\s+/),
);

interface CorpusText {
  readonly id: string;
  readonly source: 'abstract' | 'remark';
  readonly text: string;
}

/** @param file full path of the corpus @returns the figures, with what they count for listing */
export function linkQuality(file: string): LinkQuality {
  const { papers, texts } = readTexts(file);
  const start = performance.now();
  const found = texts.map(({ text, source }) => linksIn(text, source));
  const elapsed = performance.now() - start;

  const all = found.flat();
  const missed: string[] = [];
  const malformedKeys: string[] = [];
  let mentions = 0;
  let naiveHits = 0;
  texts.forEach(({ id, text }, i) => {
    const links = found[i] ?? [];
    malformedKeys.push(...links.filter((link) => !wellFormed(link, text)).map((link) => `${id} ${link.key}`));
    if (!HOST.test(text) || PLACEHOLDERS.has(id)) return;
    mentions++;
    if (naive(text).some((url) => HOST.test(url))) naiveHits++;
    if (!links.some((link) => ON_CODE_HOST.test(link.url))) missed.push(`${id} ${excerpt(text)}`);
  });
  const keys = all.filter((link) => link.key !== undefined).length;
  const naiveUrls = texts.flatMap(({ text }) => naive(text));
  return {
    papers,
    mentions,
    recall: 1 - missed.length / mentions,
    missed,
    links: all.length,
    keys,
    malformed: malformedKeys.length / keys,
    malformedKeys,
    promised: all.filter((link) => link.status === 'promised').length,
    thirdParty: all.filter((link) => link.status === 'third-party').length,
    perPaper: (elapsed * 1000) / papers,
    naive: {
      recall: naiveHits / mentions,
      malformed: naiveUrls.filter((url) => /[.,;:)\]}"'\\]$/.test(url)).length / naiveUrls.length,
    },
  };
}

const naive = (text: string): readonly string[] => text.match(/https?:\/\/\S+/g) ?? [];

/**
 * Judged without the scanner's own rules: only name characters, two or more parts, no `.git` or full stop at the end, and
 * the name stands in the text (blanks and TeX escapes aside) where it ends at something that cannot go on a name.
 */
function wellFormed(link: Link, text: string): boolean {
  if (link.key === undefined) return true;
  if (
    !/^[a-z0-9.-]+(?:\/[a-z0-9._-]+){2,7}$/.test(link.key) ||
    /\.git$|\.$|\.(?:the|our|we|code|all|warning)$/.test(link.key)
  )
    return false;
  const name = link.key.split('/').at(-1) ?? '';
  const flat = text.toLowerCase().replaceAll('\\', '');
  // "owner/E- LDA": a name that ends in a hyphen where another word follows is half a name
  if (/[-_]$/.test(name) && new RegExp(`${name} [a-z0-9]`).test(flat)) return false;
  const ends = (where: string): boolean => {
    for (let at = where.indexOf(name); at >= 0; at = where.indexOf(name, at + 1))
      if (/^(?:\.git\b|[^a-z0-9_-]|$)/.test(where.slice(at + name.length))) return true;
    return false;
  };
  return ends(flat) || (flat.replace(/\s+/g, '').includes(name) && /[-_/]\s/.test(flat));
}

function excerpt(text: string): string {
  const at = text.search(HOST);
  return JSON.stringify(text.slice(Math.max(0, at - 50), at + 60));
}

function readTexts(file: string): { papers: number; texts: readonly CorpusText[] } {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const texts = lines.flatMap((line): CorpusText[] => {
    const row = JSON.parse(line) as { id: string; summary: string; comment: string | null }; // the corpus's own fields
    const abstract = { id: row.id, source: 'abstract' as const, text: row.summary };
    return row.comment ? [abstract, { id: row.id, source: 'remark', text: row.comment }] : [abstract];
  });
  return { papers: lines.length, texts };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = sharedData(LINK_CORPUS);
  console.log(
    file === undefined ? `needs ${LINK_CORPUS} (see SCHOLION_DATA)` : JSON.stringify(linkQuality(file), null, 2),
  );
}
