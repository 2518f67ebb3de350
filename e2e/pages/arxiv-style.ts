/** Our own style sheet in the measures of arXiv's pages: what matters to a note is font, size, line height and free room. */
export const ARXIV_CSS = `
body { margin: 0; font: 16px/1.35 "Lucida Grande", "Helvetica Neue", Helvetica, Arial, sans-serif; color: #000; background: #fff; }
a { color: #0000ee; text-decoration: none; } a:hover { text-decoration: underline; }
.ds-site-header { height: 52px; background: #1c1a17; display: flex; align-items: center; padding: 0 24px; }
.ds-site-header-logo { color: #fff; font: 400 25px Georgia, serif; letter-spacing: -.5px; } .ds-site-header-logo i { color: #d9534f; font-style: normal; }
.ds-site-header-nav { margin-left: auto; display: flex; gap: 24px; font-size: 13px; } .ds-site-header-nav a { color: #b9b4ac; }
.ds-site-header-nav .ds-site-header-login { color: #fff; font-weight: 700; border-left: 1px solid #4a4640; padding-left: 16px; }
.ds-site-footer { border-top: 1px solid #ddd; margin-top: 40px; padding: 20px 28px; color: #555; font-size: 12px; }
#dlpage { padding: 0 28px; font-size: 13px; line-height: 1.2; } #dlpage h1 { font-size: 26px; margin: 17px 0; } #dlpage h3 { font-size: 15px; margin: 16px 0; }
#dlpage h2 { font-size: 17px; } #dlpage dl { margin: 0; } #dlpage dt { padding-bottom: 4px; } #dlpage dl#articles dt a { font-weight: bold; }
#dlpage dt > a[name] { color: #000; } #dlpage dd { margin: 0 0 0 40px; padding-bottom: 1em; }
.meta { line-height: 130%; } .list-title { font-size: 18px; font-weight: bold; } .list-authors { font-size: 14px; } .list-title .descriptor { display: none; }
.list-comments, .list-journal-ref, .list-subjects { font-size: 12px; } .primary-subject { font-weight: bold; } .meta > p.mathjax { margin: 6px 0 14px; font-size: 13px; }
.paging, .morefewer { font-size: 13px; }
#abs-outer { display: flex; } .leftcolumn { flex: 1; min-width: 0; } .subheader { background: #eee; border-bottom: 1px solid #ccc; padding: 4px 20px; } .subheader h1 { font-size: 16px; margin: 0; }
#abs { margin: 0 20px; } #abs .dateline { font-style: italic; font-size: 13px; margin-top: 7px; } #abs h1.title { font-size: 24px; line-height: 1.2; margin: 5px 0 14px; } #abs h1 .descriptor, #abs .authors .descriptor, #abs .abstract .descriptor { display: none; }
#abs .authors { font-size: 16px; margin-bottom: 14px; } #abs blockquote.abstract { font-size: 14px; line-height: 1.5; margin: 0 20px 1.5em 20px; }
.metatable { font-size: 12px; } .metatable td { padding: 2px; vertical-align: top; line-height: 17px; } .tablecell.label { padding-right: 8px; white-space: nowrap; }
.submission-history { margin: 12px 20px; font-size: 13px; } .submission-history h2 { font-size: 16px; margin: 8px 0; }
.extra-services { flex: 0 0 250px; border-left: 5px solid #ddd; padding: 8px 16px; font-size: 15px; } .extra-services h2, .extra-services h3 { font-size: 15px; margin: .4em 0; } .extra-services ul { list-style: none; padding: 0; margin: .3em 0; }
#labstabs { margin: 20px; border-top: 1px solid #ddd; font-size: 13px; }
body.search { font: 16px/1.5 "Open Sans", "Lucida Grande", "Helvetica Neue", Helvetica, Arial, sans-serif; color: #363636; } body.search a { color: #0068ac; } body.search .ds-site-header-nav a { color: #b9b4ac; } body.search a.ds-site-header-logo { color: #fff; } .search .list-title { font-size: 1.05em; font-weight: 400; }
.search .content { padding: 24px; max-width: 1232px; } .search h1 { font-size: 22px; font-weight: 400; margin: 0 0 14px; } .search form { display: flex; margin-bottom: 18px; }
.search form input { flex: 1; font: inherit; padding: 5px 10px; border: 1px solid #dbdbdb; border-radius: 3px; } .search form button { font: inherit; background: #0068ac; color: #fff; border: 0; border-radius: 3px; margin-left: 8px; padding: 0 18px; }
ol.breathe-horizontal { margin: 0; padding-left: 2.2em; } .arxiv-result { margin-bottom: 1.25em; } .arxiv-result p { margin: 0 0 .25em; } .is-inline-block { display: inline-block; }
.arxiv-result p.title { font-size: 1.1rem; line-height: 1.25; font-weight: 600; margin: .2em 0 .25em; } .tag { font-size: .75rem; padding: 2px 7px; border-radius: 3px; margin-left: 4px; background: #767676; color: #fff; } .tag.is-link { background: #0068ac; }
.abstract-full { display: none; } .abstract .is-size-7 { white-space: nowrap; } .search-hit { color: #287916; background: #eeffe8; font-weight: bold; } .has-text-weight-semibold { font-weight: 600; } .is-size-7 { font-size: .75rem; }
@media print { .ds-site-header { display: none; } }`;
