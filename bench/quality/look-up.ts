/**
 * How well mentions find their papers: half of the corpus is stored as digests without ids tell it (title and authors), then all of
 * it is asked for as pages write it. The stored half must be found, the other half must not. The real rules and fingerprints
 * run, over memory instead of a disk. `npx tsx bench/quality/look-up.ts` prints the figures and every wrong answer.
 */

import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Entry } from '../../src/core/entry.ts';
import { parseId } from '../../src/core/identity/ids.ts';
import { share, surnames } from '../../src/core/identity/surnames.ts';
import { titleKey } from '../../src/core/identity/title-key.ts';
import type { Query } from '../../src/core/note-data.ts';
import { sharedData } from '../../src/shared-data.testing.ts';
import { aliasesAfter, settleAliases } from '../../src/storage/papers/commands/settle-aliases.ts';
import { paperRow } from '../../src/storage/papers/paper-row.ts';
import { sortedPrints } from '../../src/storage/papers/prints.ts';
import { askOf } from '../../src/storage/papers/queries/ask.ts';
import { decide } from '../../src/storage/papers/queries/decide.ts';
import type { DigestRow, PrintsRow } from '../../src/storage/papers/rows.ts';
import { CORPUS, type CorpusPaper, readJsonl } from './draw-sample.ts';

export const LOOK_UP_CORPUS = CORPUS;
type Paper = CorpusPaper & { readonly authors: readonly string[] };

export type Form = 'id' | 'title' | 'title, other dress' | 'title, cut at 60' | 'title and id, digest without';

/** How pages write a paper. */
const FORMS: Readonly<Record<Form, (p: Paper) => Query>> = {
  id: (p) => ({ ids: idsOf(p), title: '' }),
  title: (p) => ({ ids: [], title: p.title, authors: p.authors }),
  'title, other dress': (p) => ({ ids: [], title: dressed(p.title), authors: p.authors.map(initials) }),
  'title, cut at 60': (p) => ({ ids: [], title: `${p.title.slice(0, 60).trimEnd()}…`, authors: p.authors }),
  'title and id, digest without': (p) => ({ ids: idsOf(p), title: p.title, authors: p.authors }),
};

/** arXiv holds some papers twice, under two numbers with the same title and authors: without ids no title can tell them apart. */
const isTwin = (a: Paper, b: Paper | undefined): boolean =>
  b !== undefined && titleKey(a.title) === titleKey(b.title) && share(surnames(a.authors), surnames(b.authors));

const idsOf = (p: Paper) => [parseId(p.id)].flatMap((id) => id ?? []);
const dressed = (title: string): string => `  ${title.toUpperCase().replace(/-/g, ' – ').replace(/'/g, '’')}. `;
const initials = (name: string): string => name.replace(/^(\S)\S*/, '$1.');

export interface FormFigures {
  readonly form: Form;
  readonly stored: number;
  /** Stored and found: the right paper. */
  readonly found: number;
  /** Another paper was taken for it, or one was found that is not stored. "Probably" does not count: it is shown as such. */
  readonly wrong: readonly string[];
  /** Microseconds a mention. */
  readonly micros: number;
}

export function lookUpQuality(papers: readonly Paper[]): readonly FormFigures[] {
  const long = papers.filter((p) => p.title.length > 70); // so that cutting at 60 cuts
  const half = long.filter((_, i) => i % 2 === 0);
  return (Object.keys(FORMS) as Form[]).map((form) => {
    const find = storeOf(half, form === 'id');
    let found = 0;
    const wrong: string[] = [];
    const begin = performance.now();
    for (const [i, paper] of long.entries()) {
      const got = find(FORMS[form](paper));
      if (i % 2 === 0 && got === i / 2) found += 1;
      else if (got !== undefined && !isTwin(paper, half[got])) wrong.push(`${paper.title} => ${half[got]?.title}`);
    }
    return { form, stored: half.length, found, wrong, micros: ((performance.now() - begin) / long.length) * 1000 };
  });
}

/** A store in memory. @returns the number of the paper that a query means, where that is sure */
function storeOf(papers: readonly Paper[], withIds: boolean): (query: Query) => number | undefined {
  const entries = papers.map(
    (p): Entry => ({ title: p.title, authors: p.authors, ids: withIds ? idsOf(p) : [], links: [], tags: [], line: 1 }),
  );
  const seen = new WeakMap();
  const { after, arxiv } = aliasesAfter(
    entries.map((entry, pid) => ({ pid, items: [{ entry }] })),
    seen,
  );
  const settled = settleAliases({ before: new Set(), oldPids: new Set(), after, arxiv, rows: new Map() });
  const aliases = new Map(settled.put.map((row) => [row.alias, row]));
  const segments: readonly PrintsRow[] = [
    { segment: 1, prints: sortedPrints(settled.printsAdded), gone: new Float64Array() },
  ];
  const digest: DigestRow = {
    id: 1,
    name: '',
    format: 'jsonl',
    kind: 'added',
    entries: 0,
    size: 0,
    warnings: [],
    warningCount: 0,
    state: 'ready',
  };
  const rows = entries.map((entry, pid) => paperRow(pid, [{ entry, digest }], () => []).row);
  return (query) => {
    const ask = askOf(query, segments);
    const decided = ask.verdict === 'unknown' ? undefined : decide(ask, aliases, (pid) => rows[pid]);
    return decided && decided.match !== 'probably' ? decided.row.pid : undefined;
  };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = sharedData(LOOK_UP_CORPUS);
  if (file === undefined) throw new Error(`needs ${LOOK_UP_CORPUS} in SCHOLION_DATA`);
  for (const { form, stored, found, wrong, micros } of lookUpQuality(readJsonl<Paper>(file))) {
    console.log(`${form}: ${found} of ${stored} found, ${wrong.length} wrong, ${micros.toFixed(1)} µs each`);
    for (const line of wrong) console.log(`  ${line}`);
  }
}
