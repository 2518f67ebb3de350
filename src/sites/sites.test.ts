// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDigest } from '../core/digest/parse.ts';
import { catalogue, type SiteId } from './catalogue.ts';
import { matchesPattern, siteFor, sites } from './index.ts';
import type { Mention } from './mention.ts';
import { clobber, pageOf } from './page.testing.ts';
import type { Site } from './site.ts';

/**
 * Every page in fixtures/ against its expected.json (`npx vitest run src/sites -u` writes it anew: read the difference).
 * The first comment of a page is its address. A bug report becomes a page here that fails before the fix.
 */
const folder = join(import.meta.dirname, 'fixtures');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

const nameOf = (element: Element): string => {
  const [first = ''] = (element.getAttribute('class') ?? '').split(/\s+/);
  return first === '' ? element.localName : `${element.localName}.${first}`;
};

const shown = (m: Mention) => ({
  ids: m.ids,
  title: m.title,
  authors: m.authors,
  authorCount: m.authorCount,
  year: m.year,
  abstract: m.abstract,
  remark: m.remark,
  categories: m.categories,
  hrefs: m.hrefs,
  host: `${m.place} ${nameOf(m.anchor)} of ${nameOf(m.item)}`,
});

function digestOf(site: Site, doc: Document, url: URL) {
  const digest = site.digest?.(doc, url);
  if (digest === undefined) return undefined;
  const parsed = parseDigest(digest.text, {
    format: digest.format,
    ...(digest.captured ? { captured: digest.captured } : {}),
  });
  if (!parsed.ok) throw new Error(`${digest.key}: ${parsed.error}`);
  const { entries, warnings } = parsed.value;
  return { ...digest, text: undefined, entries: entries.map((e) => ({ ...e, line: undefined })), warnings };
}

describe.each(pages)('%s', (name) => {
  const html = readFileSync(join(folder, name), 'utf8');
  const url = new URL(/^<!-- (\S+) -->/.exec(html)?.[1] ?? 'about:blank');
  const site = siteFor(url);

  test('its address belongs to the site in its name', () => expect(site?.info.id).toBe(name.split('--')[0]));

  test(
    name.includes('hostile') ? 'C03 C13: only true papers are found, nothing throws' : 'its papers are found',
    async () => {
      const doc = pageOf(html);
      if (name.includes('hostile')) clobber(doc);
      const found = {
        mentions: site?.mentions(doc, url).map(shown),
        paperLinks: site?.paperLinks(doc),
        theme: site?.theme?.(doc),
        look: site?.look(url),
        digest: site === undefined ? undefined : digestOf(site, doc, url),
      };
      await expect(`${JSON.stringify(found, undefined, 2)}\n`).toMatchFileSnapshot(
        join(folder, name.replace('.html', '.expected.json')),
      );
    },
  );

  test('reading writes nothing to the page', () => {
    const doc = pageOf(html);
    const before = doc.documentElement.outerHTML;
    for (const mention of site?.mentions(doc, url) ?? []) shown(mention);
    site?.digest?.(doc, url);
    site?.paperLinks(doc);
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  test('a paper is found only where the page has one', () => {
    const count = site?.mentions(pageOf(html), url).length;
    if (name.includes('empty')) expect(count).toBe(0);
    else expect(count).toBeGreaterThan(0);
  });
});

test('every site has pages to test, one of them empty', () => {
  for (const { info } of sites) {
    const own = pages.filter((name) => name.startsWith(`${info.id}--`));
    expect(own.some((name) => name.includes('empty')) && own.length > 1, info.id).toBe(true);
  }
});

test('every site of the catalogue has an adapter that takes its own addresses', () => {
  const ids: readonly SiteId[] = sites.map((site) => site.info.id);
  expect(ids).toEqual(catalogue.map((info) => info.id));
  for (const site of sites) for (const url of site.testUrls) expect(siteFor(new URL(url)), url).toBe(site);
});

test('titles read the same before and after MathJax has run', () => {
  const titles = (name: string) => {
    const url = new URL('https://arxiv.org/list/cs.DL/new');
    return siteFor(url)
      ?.mentions(pageOf(readFileSync(join(folder, name), 'utf8')), url)
      .map(({ title, abstract }) => ({ title, abstract }));
  };
  expect(titles('arxiv--new-mathjax.html')).toEqual(titles('arxiv--new.html'));
});

test.each([
  ['https://arxiv.org/abs/2407.21783', 'arxiv'],
  ['https://arxiv.org/search/?query=x', 'arxiv'],
  ['https://huggingface.co/papers', 'huggingface'],
  ['https://huggingface.co/papers?q=x', 'huggingface'],
  ['https://huggingface.co/papersplease', undefined],
  ['https://huggingface.co/models', undefined],
  ['https://arxiv.org/pdf/2407.21783', undefined],
  ['http://arxiv.org/abs/2407.21783', undefined],
  ['https://arxiv.org:8443/abs/2407.21783', undefined],
  ['https://arxiv.org.evil.example/abs/2407.21783', undefined],
  ['https://notarxiv.org/abs/2407.21783', undefined],
])('%s is a page of %s', (url, id) => expect(siteFor(new URL(url))?.info.id).toBe(id));

test('a match pattern takes what browsers take', () => {
  const u = (path: string) => new URL(`https://a.example${path}`);
  expect(matchesPattern('https://a.example/x*y', u('/x1y'))).toBe(true);
  expect(matchesPattern('https://a.example/x*y', u('/x1yz'))).toBe(false);
  expect(matchesPattern('https://a.example/x', u('/x?q'))).toBe(false);
  expect(matchesPattern('https://a.example/*a*a', u('/a'))).toBe(false);
});
