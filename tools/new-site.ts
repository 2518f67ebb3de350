/**
 * `npm run new-site -- NAME` writes the skeleton of a site: the adapter, a page with one paper and an empty page, each with
 * what is expected of it. It then says what is left to do. NAME is one lower-case word, e.g. `openreview`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sites = join(import.meta.dirname, '..', 'src', 'sites');

function adapter(name: string): string {
  return `import type { PaperId } from '../core/identity/paper-id.ts';
import { idsInUrl } from '../core/identity/urls.ts';
import { infoOf } from './catalogue.ts';
import { all, first, readableText } from './dom.ts';
import { LazyMention } from './lazy-mention.ts';
import type { ItemReader } from './mention.ts';
import { defineSite } from './site.ts';

/** What ${name} is, which pages it has, and where their shape is documented (link, date). */

/** TODO the link that leads to each paper. Hrefs last, class names change every year. */
const LINK = 'a[href^="https://${name}.example/paper/"]';

const reader: ItemReader = {
  place: 'last-child',
  anchor: (item) => item,
  title: (item) => {
    const link = first(item, LINK);
    return link === undefined ? '' : readableText(link);
  },
};

const idOf = (link: Element): PaperId | undefined => idsInUrl(link.getAttribute('href') ?? '')[0];

export const ${name} = defineSite({
  info: infoOf('${name}'),
  testUrls: ['https://${name}.example/list'],
  mentions: (doc) =>
    all(doc, LINK).flatMap((link) => {
      const item = link.closest('li');
      const id = idOf(link);
      return item === null ? [] : [new LazyMention(id === undefined ? [] : [id], item, reader)];
    }),
  paperLinks: (doc) => all(doc, LINK).length,
  look: () => ({ '--sch-radius': '4px', '--sch-y': '0px' }),
});
`;
}

function page(name: string, body: string): string {
  return `<!-- https://${name}.example/list -->
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>TODO a page in the shape of the real one: trimmed, papers and people invented</title></head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const look = { '--sch-radius': '4px', '--sch-y': '0px' };
const paper = (name: string): string =>
  `<ul>\n  <li><a href="https://${name}.example/paper/1">Marginal Notes in Large Libraries</a></li>\n</ul>`;

function files(name: string): ReadonlyMap<string, string> {
  const title = 'Marginal Notes in Large Libraries';
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return new Map([
    [join(sites, `${name}.ts`), adapter(name)],
    [join(sites, 'fixtures', `${name}--list.html`), page(name, paper(name))],
    [
      join(sites, 'fixtures', `${name}--list.expected.json`),
      json({ mentions: [{ ids: [], title, host: 'last-child li of li' }], paperLinks: 1, look }),
    ],
    [join(sites, 'fixtures', `${name}--empty.html`), page(name, '<p>Nothing found.</p>')],
    [join(sites, 'fixtures', `${name}--empty.expected.json`), json({ mentions: [], paperLinks: 0, look })],
  ]);
}

function main(name: string | undefined): number {
  if (name === undefined || !/^[a-z][a-z0-9]{1,30}$/.test(name)) {
    console.error('Usage: npm run new-site -- NAME (one lower-case word, e.g. openreview)');
    return 2;
  }
  const made = files(name);
  const taken = [...made.keys()].filter((file) => existsSync(file));
  if (taken.length > 0) {
    console.error(`Nothing was written, these are there already:\n${taken.join('\n')}`);
    return 1;
  }
  for (const [file, text] of made) writeFileSync(file, text);
  console.log(`Written:\n${[...made.keys()].join('\n')}

To do:
1. src/sites/catalogue.ts: add '${name}' to SiteId and an entry with its match patterns.
2. src/sites/index.ts: add ${name} to sites.
3. src/content/reserve/${name}.css: room for one line of note, tied to the anchor of the adapter (see arxiv.css), and its
   line in src/background/sites/registration.ts.
4. Make the fixtures look like the real pages, then: npx vitest run src/sites -u, and read the difference.`);
  return 0;
}

process.exitCode = main(process.argv[2]);
