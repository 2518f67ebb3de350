import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseId } from './ids.ts';
import { fastest, runs } from './runs.testing.ts';

/** Every example of the grammar table, valid (text -> id) and invalid, with the usual ways of writing each. */
const VALID: readonly (readonly [string, string])[] = [
  ['0704.0001', 'arxiv:0704.0001'],
  ['1412.6980', 'arxiv:1412.6980'],
  ['1501.00001', 'arxiv:1501.00001'],
  ['2103.00020v2', 'arxiv:2103.00020'],
  ['hep-th/9901001v3', 'arxiv:hep-th/9901001'],
  ['cs/0112017', 'arxiv:cs/0112017'],
  ['math.GT/0309136', 'arxiv:math/0309136'],
  ['cond-mat.mtrl-sci/0102536', 'arxiv:cond-mat/0102536'],
  ['HEP-TH/9901001', 'arxiv:hep-th/9901001'],
  ['alg-geom/9202004', 'arxiv:alg-geom/9202004'],
  ['hep-th/0703001', 'arxiv:hep-th/0703001'],
  ['arXiv:2511.08567v2 [cs.LG]', 'arxiv:2511.08567'],
  ['10.1016/S0009-2614(97)04014-1', 'doi:10.1016/s0009-2614(97)04014-1'],
  [
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    'doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  ],
  [
    '10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O',
    'doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  ],
  ['doi:10.1000%2FAb', 'doi:10.1000/ab'],
  ['10.1000/x).', 'doi:10.1000/x'],
  ['10.1000/x(1).', 'doi:10.1000/x(1)'],
  ['10.48550/arXiv.2511.08567', 'arxiv:2511.08567'],
  ['10.48550/ARXIV.HEP-TH/9901001', 'arxiv:hep-th/9901001'],
  ['10.18653/v1/2021.naacl-main.208', 'acl:2021.naacl-main.208'],
  ['10.18653/v1/P17-2044', 'acl:P17-2044'],
  ['10.3115/v1/p14-1001', 'acl:P14-1001'],
  ['10.3115/1073083.1073135', 'doi:10.3115/1073083.1073135'],
  ['10.1101/696633v1', 'doi:10.1101/696633'],
  ['10.1101/2020.03.01.123456v2.full.pdf', 'doi:10.1101/2020.03.01.123456'],
  ['10.1101/gr.123456.107', 'doi:10.1101/gr.123456.107'],
  ['openreview:_3FyT_W1DW', 'openreview:_3FyT_W1DW'],
  ['openreview:B1QRgziT-', 'openreview:B1QRgziT-'],
  ['openreview:HJGv1Z-AW', 'openreview:HJGv1Z-AW'],
  ['P19-1001', 'acl:P19-1001'],
  ['W19-4201', 'acl:W19-4201'],
  ['N04-1001', 'acl:N04-1001'],
  ['2020.acl-main.1', 'acl:2020.acl-main.1'],
  ['2022.in2writing-1.1', 'acl:2022.in2writing-1.1'],
  ['2023.findings-emnlp.5', 'acl:2023.findings-emnlp.5'],
  ['PMID: 20565167', 'pmid:20565167'],
  ['pmid 123', 'pmid:123'],
  ['PMC419918', 'pmcid:PMC419918'],
  ['PMCID: PMC419918', 'pmcid:PMC419918'],
  ['516c2035d29bb711be2e027be4ad38224419065a', 's2:516c2035d29bb711be2e027be4ad38224419065a'],
  ['CorpusID:12345', 's2corpus:12345'],
  ['CorpusId: 12345', 's2corpus:12345'],
  ['conf/iclr/DasMYTM19', 'dblp:conf/iclr/DasMYTM19'],
  ['DBLP:journals/corr/abs-1706-03762', 'dblp:journals/corr/abs-1706-03762'],
];

const INVALID = [
  '2113.00001',
  '1412.69801',
  '1501.0001',
  '0703.0001',
  '10.1103',
  '3.14159',
  '2511.00000',
  '9901.00001',
  'hep-th/0704001',
  'hep-th/9001001',
  'hep-th/9901000',
  'nosuch-archive/9901001',
  '10.2/3',
  '10.1000/',
  '10.1000/a/../b',
  'openreview:abc',
  'C18-1',
  'W19-42',
  'P19-1000',
  '2020.acl-main.0',
  '2022.in2writing-1',
  'PMID: 0123',
  'PMID: 123456789',
  '20565167',
  'CorpusID:abc',
  'pid/12/3456',
  'db/conf/iclr',
  'https://arxiv.org/list/cs.LG/new',
  'https://openreview.net/group?id=ICLR.cc/2024/Conference',
  'https://openreview.net/profile?id=~Ada_Lovelace1',
  'https://huggingface.co/papers/date/2024-08-01',
  'https://huggingface.co/papers/week/2024-W31',
  'https://huggingface.co/papers/month/2024-08',
  'https://huggingface.co/papers/trending',
  'https://www.semanticscholar.org/author/Ada-Lovelace/1741101',
  'see arXiv:2511.08567',
  '',
  ' ',
  'Attention is all you need',
];

describe('ids as people and pages write them', () => {
  test.each(VALID)('%s is %s', (text, id) => expect(parseId(text)).toBe(id));
  test.each(INVALID)('"%s" is no id', (text) => expect(parseId(text)).toBeUndefined());
});

test('A17: one paper in a thousand versions and every other form is one id', () => {
  const ids = new Set<string | undefined>();
  for (let v = 1; v <= 999; v++) ids.add(parseId(`2511.08567v${v}`)).add(parseId(`arXiv:2511.08567v${v}`));
  for (const text of [
    'arxiv:2511.08567',
    'ARXIV: 2511.08567V3',
    ' 2511.08567 ',
    'doi:10.48550/arXiv.2511.08567',
    'https://doi.org/10.48550/ARXIV.2511.08567',
    'http://dx.doi.org/10.48550%2FarXiv.2511.08567',
    'arxiv.org/abs/2511.08567',
    'http://arxiv.org/pdf/2511.08567v2.pdf#page=3',
    'https://www.arxiv.org/html/2511.08567v1',
    'https://export.arxiv.org/abs/2511.08567?context=cs',
    'https://huggingface.co/papers/2511.08567#community',
    'https://hf.co/papers/2511.08567.md',
    'https://www.alphaxiv.org/overview/2511.08567v2',
  ])
    ids.add(parseId(text));
  expect([...ids]).toEqual(['arxiv:2511.08567']);
  const old = ['hep-th/9901001', 'HEP-TH/9901001v2', 'arXiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001v1'];
  expect(new Set(old.map(parseId))).toEqual(new Set(['arxiv:hep-th/9901001']));
});

test('an OpenReview id keeps its case, a DOI has none', () => {
  expect(parseId('openreview:b1qrgzit-')).not.toBe(parseId('openreview:B1QRgziT-'));
  expect(parseId('10.1000/ABC')).toBe(parseId('10.1000/abc'));
});

/** Texts made of the pieces that ids are made of: far more of them are nearly ids than of random texts. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'arxiv:',
          'doi:',
          '10.',
          '10.48550/arxiv.',
          '10.18653/v1/',
          '10.1101/',
          'v1',
          '.full',
          '.pdf',
          '/',
          '%2F',
          '%25',
          '&amp;',
          '&lt;',
          'lt;',
          'amp;',
        ],
        ...[
          '2511.08567',
          'hep-th/9901001',
          'P19-1001',
          '2020.acl-main.1',
          'PMC1',
          'PMID:',
          'https://',
          'arxiv.org/abs/',
          '.',
          ')',
          '(',
          '>',
          ' ',
          ':',
          'A',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.stringMatching(/^\d{1,6}$/),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** A DOI of random letters, with everything around it that is taken off again. */
const doiLike = fc
  .tuple(
    fc.constantFrom(
      '',
      'doi:',
      'https://doi.org/',
      'https://dl.acm.org/doi/abs/',
      'https://link.springer.com/article/',
    ),
    fc.constantFrom(
      '10.1000/',
      '10.1101/',
      '10.1101/2020.01.01.',
      '10.48550/arXiv.',
      '10.18653/v1/',
      '10.1000.1/',
      '10.1000%2F',
    ),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          'v1',
          '.full',
          '.pdf',
          '/pdf',
          '%25',
          '%41',
          '&amp;',
          '&lt;',
          'amp;',
          'lt;',
          '.',
          '..',
          '/',
          ')',
          '(',
          '>',
          '<',
          '…',
          '?',
        ),
        fc.stringMatching(/^[ -~]{1,6}$/),
        fc.constantFrom('2511.08567', '123456', 'P19-1001', 'É', 'İ', 'ß'),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([before, start, rest]) => before + start + rest.join(''));

test('reading an id again gives the same id, and no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(pieces, doiLike, fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
      const id = parseId(text);
      if (id !== undefined) expect(parseId(id)).toBe(id);
    }),
    { numRuns: runs(5000) },
  );
});

test('A16: a megabyte of hostile text costs nothing', () => {
  const hostile = ['0', ' ', '10.1000/', '(', '.', 'a/', '%2f', '&amp;', '10.', 'arxiv:', '<A', 'HREF=""', '\0'];
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const ms = fastest(() => {
      parseId(text);
      parseId(`https://doi.org/${text}`);
    });
    expect(ms, `a megabyte of ${JSON.stringify(piece)}`).toBeLessThan(100);
  }
});
