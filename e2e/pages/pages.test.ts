/** Our test pages keep the contracts that the adapters read: a page that an adapter cannot read would test nothing. */
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { siteFor } from '../../src/sites/index.ts';
import { inventedRecords } from './invented.ts';
import { pageAt } from './site.ts';

const papers = inventedRecords(40, 4);
const first = papers[0]?.id ?? '';

/** The page as a document, without running its scripts. */
function documentAt(url: URL): Document {
  const window = new Window({ url: url.href, settings: { disableJavaScriptEvaluation: true } as never });
  window.document.write(pageAt(url, papers)?.body ?? '');
  return window.document as unknown as Document; // happy-dom's own types describe the same interface
}

const cases: readonly [path: string, count: number | 'some'][] = [
  ['https://arxiv.org/list/cs.LG/new?n=40', 40],
  ['https://arxiv.org/list/cs.LG/recent?n=40', 40],
  ['https://arxiv.org/list/cs.LG/2026-11?n=40', 40],
  ['https://arxiv.org/list/cs.LG/recent?n=40&skip=30&show=25', 10],
  ['https://arxiv.org/list/cs.LG/new?empty', 0],
  ['https://arxiv.org/list/cs.LG/new?redesign', 0],
  ['https://arxiv.org/search/?query=generation&n=40', 'some'],
  [`https://arxiv.org/abs/${first}`, 1],
  ['https://huggingface.co/papers?n=40', 40],
  ['https://huggingface.co/papers/date/2026-11-20?n=40', 40],
  ['https://huggingface.co/papers?redesign', 0],
  ['https://huggingface.co/papers?q=generation&n=40', 'some'],
  [`https://huggingface.co/papers/${first}`, 1],
];

describe('the adapter reads', () => {
  test.each(cases)('%s: %s papers', (address, count) => {
    const url = new URL(address);
    const mentions = siteFor(url)?.mentions(documentAt(url), url) ?? [];
    if (count === 'some') expect(mentions.length).toBeGreaterThan(0);
    else expect(mentions.length).toBe(count);
    for (const mention of mentions) {
      const record = papers.find((p) => mention.ids.some((id) => id === `arxiv:${p.id}`));
      expect(record?.title).toBe(mention.title);
    }
  });
  test.each(['https://arxiv.org/list/cs.LG/new?redesign', 'https://huggingface.co/papers?redesign'])(
    '%s as a redesign: paper links without mentions',
    (address) => {
      const url = new URL(address);
      expect(siteFor(url)?.paperLinks(documentAt(url))).toBeGreaterThanOrEqual(5);
    },
  );
});
