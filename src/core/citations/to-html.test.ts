/** The page to share: readable, and dead whatever a title says. */
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { toHtml } from './to-html.ts';
import { anyWorks, id, work } from './works.testing.ts';

const OPTIONS = { title: 'My papers', language: 'en', words: { abstract: 'Abstract', note: 'Note' } };

test('shows title with link, authors, place, tags, abstract and note', () => {
  const html = toHtml(
    [
      work({
        ids: [id('10.1000/x')],
        title: 'A < B & "C"',
        authors: ['García Márquez, Gabriel', 'Ada Lovelace'],
        year: 2020,
        venue: 'Journal of X',
        volume: '3',
        tags: ['nets'],
        abstract: 'We.',
        note: 'Mine',
      }),
    ],
    OPTIONS,
  );
  expect(html).toContain(`<li>
<h2><a href="https://doi.org/10.1000/x" rel="noopener noreferrer">A &lt; B &amp; &quot;C&quot;</a></h2>
<p class="meta" dir="auto">Gabriel García Márquez, Ada Lovelace</p>
<p class="meta" dir="auto">Journal of X, 3, 2020</p>
<p><span class="tag" dir="auto">nets</span></p>
<details>
<summary>Abstract</summary>
<p class="note" dir="auto">We.</p>
</details>
`);
});

test('for any works has only the elements and attributes of the page, and only https links', () => {
  fc.assert(
    fc.property(anyWorks, fc.constantFrom('T', '</title><script>'), (works, title) => {
      let links = 0;
      const parser = new Parser({
        onopentag(name, attributes) {
          expect([
            'html',
            'head',
            'meta',
            'title',
            'style',
            'body',
            'h1',
            'h2',
            'ol',
            'li',
            'a',
            'p',
            'span',
            'details',
            'summary',
          ]).toContain(name);
          for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^src|^style$/);
          if (name !== 'a') return;
          links++;
          expect(attributes['href']).toMatch(/^https:\/\//);
        },
      });
      parser.end(toHtml(works, { ...OPTIONS, title }));
      expect(links).toBeLessThanOrEqual(works.length);
    }),
    { numRuns: runs(200) },
  );
});
