import { absMentions } from './arxiv/abs.ts';
import { listDigestSteps } from './arxiv/digest.ts';
import { listMentions } from './arxiv/list.ts';
import { idOfLink } from './arxiv/read.ts';
import { searchMentions } from './arxiv/search.ts';
import { infoOf } from './catalogue.ts';
import { all } from './dom.ts';
import { defineSite, inOneGo } from './site.ts';

/** arxiv.org: listings, catch-up, author pages, search and the page of a paper. Server-rendered, nothing changes later but MathJax. */
export const arxiv = defineSite({
  info: infoOf('arxiv'),
  testUrls: [
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/list/cs.CL/recent?skip=0&show=2000',
    'https://arxiv.org/list/hep-th/2023-01?skip=0&show=25',
    'https://arxiv.org/catchup/cs.LG/2026-11-20?abs=True',
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/search/?query=offline+reinforcement+learning&searchtype=all',
    'https://arxiv.org/abs/2402.12527',
  ],
  mentions(doc, url) {
    if (url.pathname.startsWith('/abs/')) return absMentions(doc, url);
    return url.pathname.startsWith('/search') ? searchMentions(doc) : listMentions(doc);
  },
  paperLinks: (doc) => new Set(all(doc, 'a[href*="/abs/"]').map(idOfLink).filter(Boolean)).size,
  digest: (doc, url) => inOneGo(listDigestSteps(doc, url)),
  digestSteps: listDigestSteps,
  // No word on the theme: these pages have a light one only; the background says what a reader's own styles made of it
  look: (url) =>
    url.pathname.startsWith('/abs/')
      ? { '--sch-radius': '3px', '--sch-y': '-6px', '--sch-margin': '-24px 0 0 20px' }
      : { '--sch-radius': '3px', '--sch-y': '-2px' },
});
