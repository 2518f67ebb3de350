import { arxivFrame, dayAs, withLinks } from './arxiv-frame.ts';
import { authorLinks } from './arxiv-list.ts';
import { type Html, html } from './html.ts';
import { CATEGORY_NAMES, categoryName, type PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

/** "Mira Aldermoor" as "Aldermoor, Mira". */
const lastFirst = (name: string): string => {
  const parts = name.split(' ');
  return `${parts.at(-1)}, ${parts.slice(0, -1).join(' ')}`;
};

/** `/abs/ID`: one paper, with the citation_* metadata in the head. */
export function arxivAbs(r: PageRecord, request: { readonly variant: Variant; readonly nonce: string }): Html {
  const primary = r.categories[0] ?? 'cs.LG';
  const slashed = r.date.replaceAll('-', '/');
  const head = html`
<link rel="canonical" href="https://arxiv.org/abs/${r.id}">
<meta name="citation_title" content="${r.title}" />
${r.authors.map(
  (name) => html`<meta name="citation_author" content="${lastFirst(name)}" />
`,
)}<meta name="citation_date" content="${slashed}" />
<meta name="citation_online_date" content="${slashed}" />
<meta name="citation_pdf_url" content="https://arxiv.org/pdf/${r.id}" />
<meta name="citation_arxiv_id" content="${r.id}" />
<meta name="citation_abstract" content="${r.abstract}" />`;
  const main = html`<div id="abs-outer">
  <div class="leftcolumn">
    <div class="subheader"><h1>Computer Science > ${CATEGORY_NAMES[primary]}</h1></div>
<div id="content-inner"><div id="abs">
    <div class="dateline">[Submitted on ${dayAs(r.date, 'abs')}]</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${r.title}</h1>
    <div class="authors"><span class="descriptor">Authors:</span>${authorLinks(r)}</div>
    <blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>${withLinks(r.abstract)}
    </blockquote>
    <!--CONTEXT-->
    <div class="metatable"><table summary="Additional metadata">
        ${r.remark !== undefined ? row('Comments:', 'comments mathjax', withLinks(r.remark)) : ''}
        ${row('Subjects:', 'subjects', [html`<span class="primary-subject">${categoryName(primary)}</span>`, ...r.categories.slice(1).map((c) => html`; ${categoryName(c)}`)])}
        ${row('Cite as:', 'arxivid', [html`<span class="arxivid"><a href="https://arxiv.org/abs/${r.id}">arXiv:${r.id}</a> [${primary}]</span>`])}
        ${row('', 'arxividv', [html`(or <span class="arxivid"><a href="https://arxiv.org/abs/${r.id}v1">arXiv:${r.id}v1</a> [${primary}]</span> for this version)`])}
        ${row('', 'arxivdoi', [html`<a href="https://doi.org/10.48550/arXiv.${r.id}" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.${r.id}</a>`])}
        ${r.journal !== undefined ? row('Journal reference:', 'jref', [r.journal]) : ''}
        ${r.doi !== undefined ? row('Related DOI:', 'doi', [html`<a href="https://doi.org/${r.doi}">https://doi.org/${r.doi}</a>`]) : ''}
    </table></div>
</div></div>
    <div class="submission-history"><h2>Submission history</h2> From: ${r.authors[0]} [<a href="/show-email/0/${r.id}" rel="nofollow">view email</a>]<br/><strong>[v1]</strong> ${dayAs(r.date, 'recent')} 12:00:00 UTC (1,234 KB)<br/></div>
  </div>
  <div class="extra-services"><div class="full-text"><span class="descriptor" hidden>Full-text links:</span><h2>Access Paper:</h2>
    <ul><li><a href="/pdf/${r.id}" accesskey="f" class="abs-button download-pdf">View PDF</a></li><li><a href="https://arxiv.org/html/${r.id}v1" class="abs-button" id="latexml-download-link">HTML (experimental)</a></li></ul></div>
    <div class="browse"><h3 class="browse-context-heading">Current browse context:</h3><div class="current">${primary}</div></div></div>
</div><div id="labstabs"></div>`;
  return arxivFrame({ title: `[${r.id}] ${r.title}`, main, head, ...request });
}

const row = (label: string, kind: string, cell: readonly (Html | string)[]): Html =>
  html`<tr><td class="tablecell label">${label}</td><td class="tablecell ${kind}">${cell}</td></tr>`;
