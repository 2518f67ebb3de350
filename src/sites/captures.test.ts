// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDigest } from '../core/digest/parse.ts';
import { describeWithData } from '../shared-data.testing.ts';
import { siteFor } from './index.ts';
import { pageOf } from './page.testing.ts';

/** Real pages, and pages rendered from arXiv's own templates: how many papers the adapters find on each. */
const CAPTURES: readonly (readonly [file: string, url: string, papers: number, first: string, digest: number])[] = [
  ['arxiv-rendered/list_new.html', 'https://arxiv.org/list/cs.LG/new', 4, 'arxiv:2609.11115', 4],
  ['arxiv-rendered/list_recent.html', 'https://arxiv.org/list/cs.LG/recent', 4, 'arxiv:2609.11115', 4],
  ['arxiv-rendered/list_month.html', 'https://arxiv.org/list/cs.LG/2026-11', 4, 'arxiv:2609.11115', 0],
  ['arxiv-rendered/catchup_abs.html', 'https://arxiv.org/catchup/cs.LG/2026-11-20?abs=True', 4, 'arxiv:2609.11115', 4],
  ['arxiv-rendered/author_page.html', 'https://arxiv.org/a/author_a_1', 4, 'arxiv:2609.11115', 0],
  ['arxiv-rendered/search_results_fragment.html', 'https://arxiv.org/search/?query=x', 2, 'arxiv:2609.11115', 0],
  ['arxiv-rendered/abs_page.html', 'https://arxiv.org/abs/2609.11115', 1, 'arxiv:2609.11115', 0],
  ['arxiv/abs_2106.09608_2021.html', 'https://arxiv.org/abs/2106.09608', 1, 'arxiv:2106.09608', 0],
  ['arxiv/abs_1901.09839v3.html', 'https://arxiv.org/abs/1901.09839v3', 1, 'arxiv:1901.09839', 0],
  ['arxiv/list_no_updates.html', 'https://arxiv.org/list/cs/1991-01', 0, '', 0],
  [
    'huggingface/daily_papers_2024-08.html',
    'https://huggingface.co/papers/date/2024-08-01',
    13,
    'arxiv:2407.21783',
    13,
  ],
];

describeWithData('captured pages', 'captures/huggingface/daily_papers_2024-08.html', (known) => {
  const folder = known.slice(0, -'huggingface/daily_papers_2024-08.html'.length);

  test.each(CAPTURES)('%s (%s) has %i papers', (file, address, papers, firstId, listed) => {
    const doc = pageOf(readFileSync(folder + file, 'utf8'));
    const url = new URL(address);
    const site = siteFor(url);
    const before = doc.documentElement.outerHTML;
    const mentions = site?.mentions(doc, url) ?? [];
    expect(mentions.length).toBe(papers);
    expect(mentions[0]?.ids[0] ?? '').toBe(firstId);
    expect(site?.paperLinks(doc)).toBeGreaterThanOrEqual(papers);
    for (const m of mentions) {
      expect(m.title.length, m.ids[0]).toBeGreaterThan(5);
      expect(m.title).not.toMatch(/^Title:|\s\s|\n/);
      expect(m.authors?.length, m.ids[0]).toBeGreaterThan(0);
      expect(m.item.contains(m.anchor) || m.anchor.contains(m.item)).toBe(true);
      expect(m.anchor.closest('a, h3, .mathjax:not(.abstract, .title), dt')).toBeNull();
    }
    const digest = site?.digest?.(doc, url);
    const parsed = digest === undefined ? undefined : parseDigest(digest.text, { format: digest.format });
    expect(parsed?.ok ? parsed.value.entries.length : 0).toBe(listed);
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});
