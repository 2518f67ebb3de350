import { infoOf } from './catalogue.ts';
import { all, first } from './dom.ts';
import { cardMentions, idOfLink, idOfPath } from './huggingface/card.ts';
import { listingDigest } from './huggingface/digest.ts';
import { paperMentions } from './huggingface/paper.ts';
import { defineSite } from './site.ts';

/** huggingface.co/papers: listings, search and the page of a paper. Svelte islands; moves inside the page without loading. */
export const huggingface = defineSite({
  info: infoOf('huggingface'),
  testUrls: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2024-08-01',
    'https://huggingface.co/papers/week/2026-W30',
    'https://huggingface.co/papers/month/2026-07',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers?q=offline%20reinforcement%20learning',
    'https://huggingface.co/papers/2407.21783',
  ],
  mentions(doc, url) {
    const paper = idOfPath(url.pathname);
    return paper === undefined ? cardMentions(doc) : paperMentions(doc, paper);
  },
  paperLinks: (doc) => new Set(all(doc, 'a[href*="/papers/"]').map(idOfLink).filter(Boolean)).size,
  digest: listingDigest,
  // Tailwind's class strategy: the page is light without the class
  theme: (doc) => (first(doc, 'html.dark') === undefined ? 'light' : 'dark'),
  // Listings: the note stands in the padding at the column's end. Paper page: in the padding of the title (margin 8px below)
  look: (url) => ({ '--sch-radius': '6px', '--sch-y': idOfPath(url.pathname) === undefined ? '28px' : '-6px' }),
});
