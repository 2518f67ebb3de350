/** Quality rows: how right the parts are that judge text, over hand-made labels and real corpora where these are present. */

import { sharedData } from '../../src/shared-data.testing.ts';
import { LINK_CORPUS, linkQuality } from '../quality/links.ts';
import { csfcubeQuality, screenFigures } from '../quality/related.ts';
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
  { name: 'quality/related', run: relatedRows },
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

async function relatedRows(): Promise<readonly Row[] | string> {
  const rank = csfcubeQuality();
  const screen = screenFigures();
  if (!rank || !screen) return ABSENT;
  const at = `hints at ${screen.papers.toLocaleString('en')} saved`;
  const neural = (value: number) => ({ what: 'SPECTER', value });
  return [
    {
      name: 'related: MAP on CSFCube (development half)',
      unit: '',
      budget: 32,
      bound: 'least',
      measured: rank.map,
      baseline: neural(29.6),
    },
    {
      name: 'related: NDCG%20 on the same',
      unit: '',
      budget: 52.5,
      bound: 'least',
      measured: rank.ndcg20,
      baseline: neural(50.2),
    },
    {
      name: 'related: same top 10 as scoring everything',
      unit: '%',
      budget: 97,
      bound: 'least',
      measured: percent(screen.sameTop10),
    },
    {
      name: `${at}: a screen of 30 mentions, p95`,
      unit: 'ms',
      budget: 50,
      measured: screen.screenP95,
      note: `p50 ${screen.screenP50.toFixed(0)}`,
    },
    { name: `${at}: index built`, unit: 'ms', measured: screen.buildMs },
    { name: `${at}: index held`, unit: 'MB', measured: screen.heldBytes / 1e6 },
  ];
}
