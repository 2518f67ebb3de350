/** Quality rows: how right the parts are that judge text, over hand-made labels and real corpora where these are present. */

import { sharedData } from '../../src/shared-data.testing.ts';
import { LINK_CORPUS, linkQuality } from '../quality/links.ts';
import { searchRows } from '../quality/search-rows.ts';
import { measureTags } from '../quality/tags.ts';
import { titleMatches } from '../quality/title-matches.ts';
import type { Group, Row } from './row.ts';

const ABSENT = 'needs the shared data (SCHOLION_DATA)';
const percent = (share: number): number => share * 100;

async function tagRows(): Promise<readonly Row[] | string> {
  const found = measureTags();
  if (!found) return ABSENT;
  const { seed, drawn } = found;
  return [
    { name: 'tags: precision on the seed', unit: '%', budget: 95, bound: 'least', measured: percent(seed.precision) },
    { name: 'tags: recall on the seed', unit: '%', measured: percent(seed.recall) },
    { name: `tags: precision on ${drawn.papers} drawn papers`, unit: '%', measured: percent(drawn.precision) },
    { name: `tags: recall on ${drawn.papers} drawn papers`, unit: '%', measured: percent(drawn.recall) },
    { name: 'tags: time a paper', unit: 'ms', measured: drawn.msPerPaper },
  ];
}

async function titleRows(): Promise<readonly Row[] | string> {
  const found = titleMatches();
  if (!found) return ABSENT;
  const over = `over ${found.titles.toLocaleString('en')} titles`;
  return [
    { name: `titles: false matches by authors ${over}`, unit: '', budget: 0, measured: found.falseByAuthors },
    { name: `titles: false matches by ids ${over}`, unit: '', budget: 0, measured: found.falseByIds },
  ];
}

export const quality: readonly Group[] = [
  { name: 'quality/tags', run: tagRows },
  { name: 'quality/titles', run: titleRows },
  { name: 'quality/links', run: linkRows },
  {
    name: 'quality/search',
    run: async ({ papers }) => {
      const rows = [...new Set([10_000, papers])].flatMap((count) => searchRows(count) ?? []);
      return rows.length > 0 ? rows : ABSENT;
    },
  },
];

async function linkRows(): Promise<readonly Row[] | string> {
  const file = sharedData(LINK_CORPUS);
  if (file === undefined) return ABSENT;
  const found = linkQuality(file);
  return [
    {
      name: 'links: recall of abstracts that mention a code host',
      unit: '%',
      budget: 99.95,
      bound: 'least',
      measured: percent(found.recall),
      baseline: { what: 'naive pattern', value: percent(found.naive.recall) },
    },
    {
      name: 'links: malformed keys',
      unit: '%',
      budget: 0.01,
      measured: percent(found.malformed),
      baseline: { what: 'naive pattern', value: percent(found.naive.malformed) },
    },
  ];
}
