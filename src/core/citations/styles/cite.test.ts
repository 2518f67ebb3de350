/** Citations ready to paste: golden for each style, by the rules named in the style's file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../calendar-day.ts';
import { runs } from '../../identity/runs.testing.ts';
import { anyWork, id, work } from '../works.testing.ts';
import { type CitationStyle, cite, STYLE_NAMES } from './cite.ts';

const people = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `Ann Bee${String.fromCharCode(97 + i)}`);

const preprint = work({
  ids: [id('arXiv:1706.03762')],
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
  date: calendarDay(2017, 6, 12),
  categories: ['cs.CL'],
});
const paper = work({
  ids: [id('10.1000/p')],
  title: 'BERT: Is "Pre-training" Enough?',
  authors: ['Jacob Devlin', 'Ming-Wei Chang'],
  year: 2019,
  venue: 'Proceedings of NAACL',
  pages: '4171-4186',
  publisher: 'ACL',
});
const article = work({
  ids: [id('10.1000/j')],
  title: 'On Graphs',
  authors: ['Martin Luther King Jr.', 'Ludwig van Beethoven', 'OpenAI'],
  date: calendarDay(2020, 5, 3),
  venue: 'Journal of Graphs',
  volume: '12',
  issue: '3',
  pages: '107-108',
});
const undated = work({ title: 'On Nets', venue: 'ICML 2020', authors: ['Jan van der Berg'] });
const nobody = work({ title: 'Nobody Wrote This', urls: ['https://example.org/x'] });
const book = work({ title: 'A Book', kind: 'book', authors: ['Plato'], publisher: 'Acme', year: 1999 });
const thesis = work({ title: 'A Thesis', kind: 'thesis', authors: ['Jean-Paul Sartre'], venue: 'Paris', year: 1999 });
const seven = work({ title: 'Seven', authors: people(7), year: 2020, venue: 'ICML' });
const unnamed = work({ title: 'More', authors: people(2), moreAuthors: true, year: 2020, venue: 'ICML' });

type Golden = readonly [what: string, made: typeof paper, html: string];

const APA: readonly Golden[] = [
  [
    'an arXiv preprint',
    preprint,
    'Vaswani, A., Shazeer, N., &amp; Parmar, N. (2017). <i>Attention Is All You Need</i> (arXiv:1706.03762). arXiv. https://doi.org/10.48550/arXiv.1706.03762',
  ],
  [
    'two authors at a conference',
    paper,
    'Devlin, J., &amp; Chang, M.-W. (2019). BERT: Is &quot;Pre-training&quot; Enough? In <i>Proceedings of NAACL</i> (pp. 4171–4186). ACL. https://doi.org/10.1000/p',
  ],
  [
    'suffix, particle and group in a journal',
    article,
    'King, M. L., Jr., van Beethoven, L., &amp; OpenAI. (2020). On Graphs. <i>Journal of Graphs</i>, <i>12</i>(3), 107–108. https://doi.org/10.1000/j',
  ],
  ['no year', undated, 'van der Berg, J. (n.d.). On Nets. In <i>ICML 2020</i>.'],
  ['no author', nobody, '<i>Nobody Wrote This</i>. (n.d.). https://example.org/x'],
  ['a book', book, 'Plato. (1999). <i>A Book</i>. Acme.'],
  ['a thesis', thesis, 'Sartre, J.-P. (1999). <i>A Thesis</i> [Thesis, Paris].'],
  [
    'seven authors',
    seven,
    'Beea, A., Beeb, A., Beec, A., Beed, A., Beee, A., Beef, A., &amp; Beeg, A. (2020). Seven. In <i>ICML</i>.',
  ],
  ['authors not named', unnamed, 'Beea, A., Beeb, A., et al. (2020). More. In <i>ICML</i>.'],
];

const IEEE: readonly Golden[] = [
  [
    'an arXiv preprint',
    preprint,
    'A. Vaswani, N. Shazeer, and N. Parmar, “Attention Is All You Need,” 2017, arXiv:1706.03762.',
  ],
  [
    'two authors at a conference',
    paper,
    'J. Devlin and M.-W. Chang, “BERT: Is ‘Pre-training’ Enough?” in <i>Proceedings of NAACL</i>, 2019, pp. 4171–4186, doi: 10.1000/p.',
  ],
  [
    'suffix, particle and group in a journal',
    article,
    'M. L. King Jr., L. van Beethoven, and OpenAI, “On Graphs,” <i>Journal of Graphs</i>, vol. 12, no. 3, pp. 107–108, May 2020, doi: 10.1000/j.',
  ],
  ['no year', undated, 'J. van der Berg, “On Nets,” in <i>ICML 2020</i>, n.d.'],
  ['no author', nobody, '“Nobody Wrote This,” n.d. [Online]. Available: https://example.org/x'],
  ['a book', book, 'Plato, <i>A Book</i>. Acme, 1999.'],
  ['a thesis', thesis, 'J.-P. Sartre, “A Thesis,” thesis, Paris, 1999.'],
  ['seven authors', seven, 'A. Beea <i>et al.</i>, “Seven,” in <i>ICML</i>, 2020.'],
  ['authors not named', unnamed, 'A. Beea, A. Beeb, <i>et al.</i>, “More,” in <i>ICML</i>, 2020.'],
];

const ACM: readonly Golden[] = [
  [
    'an arXiv preprint',
    preprint,
    'Ashish Vaswani, Noam Shazeer, and Niki Parmar. 2017. Attention Is All You Need. arXiv:1706.03762 [cs.CL] https://arxiv.org/abs/1706.03762',
  ],
  [
    'two authors at a conference',
    paper,
    'Jacob Devlin and Ming-Wei Chang. 2019. BERT: Is &quot;Pre-training&quot; Enough? In <i>Proceedings of NAACL</i>. ACL, 4171–4186. https://doi.org/10.1000/p',
  ],
  [
    'suffix, particle and group in a journal',
    article,
    'Martin Luther King Jr., Ludwig van Beethoven, and OpenAI. 2020. On Graphs. <i>Journal of Graphs</i> 12, 3 (May 2020), 107–108. https://doi.org/10.1000/j',
  ],
  ['no year', undated, 'Jan van der Berg. [n. d.]. On Nets. In <i>ICML 2020</i>.'],
  ['no author', nobody, 'Nobody Wrote This. [n. d.]. https://example.org/x'],
  ['a book', book, 'Plato. 1999. <i>A Book</i>. Acme.'],
  ['a thesis', thesis, 'Jean-Paul Sartre. 1999. <i>A Thesis</i>. Thesis. Paris.'],
  [
    'seven authors',
    seven,
    'Ann Beea, Ann Beeb, Ann Beec, Ann Beed, Ann Beee, Ann Beef, and Ann Beeg. 2020. Seven. In <i>ICML</i>.',
  ],
  ['authors not named', unnamed, 'Ann Beea, Ann Beeb, et al. 2020. More. In <i>ICML</i>.'],
];

const CHICAGO: readonly Golden[] = [
  [
    'an arXiv preprint',
    preprint,
    'Vaswani, Ashish, Noam Shazeer, and Niki Parmar. 2017. “Attention Is All You Need.” Preprint, arXiv, June 12. https://doi.org/10.48550/arXiv.1706.03762.',
  ],
  [
    'two authors at a conference',
    paper,
    'Devlin, Jacob, and Ming-Wei Chang. 2019. “BERT: Is ‘Pre-training’ Enough?” In <i>Proceedings of NAACL</i>, 4171–86. ACL. https://doi.org/10.1000/p.',
  ],
  [
    'suffix, particle and group in a journal',
    article,
    'King, Martin Luther, Jr., Ludwig van Beethoven, and OpenAI. 2020. “On Graphs.” <i>Journal of Graphs</i> 12 (3): 107–8. https://doi.org/10.1000/j.',
  ],
  ['no year', undated, 'Berg, Jan van der. n.d. “On Nets.” In <i>ICML 2020</i>.'],
  ['no author', nobody, '“Nobody Wrote This.” n.d. https://example.org/x.'],
  ['a book', book, 'Plato. 1999. <i>A Book</i>. Acme.'],
  ['a thesis', thesis, 'Sartre, Jean-Paul. 1999. “A Thesis.” Thesis, Paris.'],
  ['seven authors', seven, 'Beea, Ann, Ann Beeb, Ann Beec, et al. 2020. “Seven.” In <i>ICML</i>.'],
  ['authors not named', unnamed, 'Beea, Ann, Ann Beeb, et al. 2020. “More.” In <i>ICML</i>.'],
];

describe.each([
  ['apa', APA],
  ['ieee', IEEE],
  ['acm', ACM],
  ['chicago', CHICAGO],
] as const)('%s', (style, golden) => {
  test.each(golden)('%s', (_, made, html) => {
    expect(cite(made, style).html).toBe(html);
  });
});

test('APA lists twenty authors, of more the first nineteen and the last', () => {
  const year = { title: 'Many', year: 2020, venue: 'ICML' };
  expect(cite(work({ ...year, authors: people(20) }), 'apa').text).toContain('Bees, A., & Beet, A. (2020)');
  expect(cite(work({ ...year, authors: people(21) }), 'apa').text).toContain('Bees, A., . . . Beeu, A. (2020)');
});

test('a given name of hyphens alone leaves no gap', () => {
  expect(cite(work({ title: 'T', authors: ['--- Xu Abe'] }), 'ieee').text).toMatch(/^X\. Abe, /);
});

test('the text is the HTML without marks, and no text of a work becomes a tag', () => {
  // the keys of the record are exactly the styles
  const styles = Object.keys(STYLE_NAMES) as CitationStyle[];
  fc.assert(
    fc.property(anyWork, fc.constantFrom(...styles), (made, style) => {
      const { text, html } = cite(made, style);
      expect(html.replace(/<\/?i>/g, '')).not.toMatch(/[<>]/);
      const plain = html
        .replace(/<\/?i>/g, '')
        .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => SIGNS[name] ?? '');
      expect(plain).toBe(text);
      expect(text.trim()).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
