import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseId } from './ids.ts';
import type { PaperId } from './paper-id.ts';
import { runs } from './runs.testing.ts';
import { idsInUrl } from './urls.ts';
import { labelOf, urlOf } from './urls-of.ts';

const PAGES: readonly (readonly [string, string])[] = [
  ['https://arxiv.org/abs/2407.21783v3', 'arxiv:2407.21783'],
  ['http://arxiv.org/pdf/2407.21783', 'arxiv:2407.21783'],
  ['https://arxiv.org/pdf/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/pdf/hep-th/9901001v2.pdf', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/abs/math.GT/0309136', 'arxiv:math/0309136'],
  ['https://arxiv.org/abs//2407.21783', 'arxiv:2407.21783'],
  ['https://arxiv.org/abs/hep-th%2F9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/format/2407.21783', 'arxiv:2407.21783'],
  ['https://arxiv.org/src/2407.21783v1', 'arxiv:2407.21783'],
  ['https://arxiv.org/e-print/2407.21783', 'arxiv:2407.21783'],
  ['https://arxiv.org/ps/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/html/2407.21783v3#S1', 'arxiv:2407.21783'],
  ['https://de.arxiv.org/abs/2407.21783', 'arxiv:2407.21783'],
  ['https://lanl.arxiv.org/abs/2407.21783', 'arxiv:2407.21783'],
  ['http://xxx.lanl.gov/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://ar5iv.org/abs/2407.21783', 'arxiv:2407.21783'],
  ['https://ar5iv.labs.arxiv.org/html/2407.21783', 'arxiv:2407.21783'],
  ['https://alphaxiv.org/abs/2407.21783v1', 'arxiv:2407.21783'],
  ['https://scirate.com/arxiv/2407.21783', 'arxiv:2407.21783'],
  ['https://hf.co/papers/2407.21783', 'arxiv:2407.21783'],
  ['https://huggingface.co/papers/2407.21783#community', 'arxiv:2407.21783'],
  ['https://papers.cool/arxiv/2407.21783', 'arxiv:2407.21783'],
  [
    'https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
    'doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  ],
  ['https://dl.acm.org/doi/abs/10.1145/3375627.3375832', 'doi:10.1145/3375627.3375832'],
  ['https://link.springer.com/content/pdf/10.1007/BF02727953.pdf', 'doi:10.1007/bf02727953'],
  ['https://onlinelibrary.wiley.com/doi/full/10.1002/asi.1', 'doi:10.1002/asi.1'],
  ['https://www.science.org/doi/10.1126/science.aac4716', 'doi:10.1126/science.aac4716'],
  ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001', 'doi:10.1371/journal.pone.0000001'],
  [
    'https://api.taylorfrancis.com/content/books/mono/download?identifierName=doi&identifierValue=10.1201/9781315380711&type=googlepdf',
    'doi:10.1201/9781315380711',
  ],
  ['https://www.biorxiv.org/content/10.1101/696633v1.full.pdf', 'doi:10.1101/696633'],
  ['https://www.medrxiv.org/content/10.1101/2020.03.01.20030000v2.full-text', 'doi:10.1101/2020.03.01.20030000'],
  ['https://aclanthology.org/P19-1001.pdf', 'acl:P19-1001'],
  ['https://aclanthology.org/2020.acl-main.1/', 'acl:2020.acl-main.1'],
  ['https://www.aclweb.org/anthology/P17-2044/', 'acl:P17-2044'],
  ['https://openreview.net/forum?id=_3FyT_W1DW', 'openreview:_3FyT_W1DW'],
  ['https://openreview.net/forum?noteId=abcdefgh&id=B1QRgziT-', 'openreview:B1QRgziT-'],
  ['https://openreview.net/pdf?id=HJGv1Z-AW', 'openreview:HJGv1Z-AW'],
  ['https://openreview.net/forum?arxivid=2103.00020', 'arxiv:2103.00020'],
  ['https://pubmed.ncbi.nlm.nih.gov/20565167/', 'pmid:20565167'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC419918/', 'pmcid:PMC419918'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC419918/', 'pmcid:PMC419918'],
  ['https://europepmc.org/article/MED/20565167', 'pmid:20565167'],
  [
    'https://www.semanticscholar.org/paper/A-Slug/516c2035d29bb711be2e027be4ad38224419065a',
    's2:516c2035d29bb711be2e027be4ad38224419065a',
  ],
  [
    'https://www.semanticscholar.org/reader/516c2035d29bb711be2e027be4ad38224419065a',
    's2:516c2035d29bb711be2e027be4ad38224419065a',
  ],
  ['https://api.semanticscholar.org/CorpusID:12345', 's2corpus:12345'],
  ['https://dblp.org/rec/conf/iclr/DasMYTM19.html', 'dblp:conf/iclr/DasMYTM19'],
  ['https://dblp.uni-trier.de/rec/journals/corr/abs-1706-03762.bib', 'dblp:journals/corr/abs-1706-03762'],
  ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=123', 'doi:10.2139/ssrn.123'],
];

const NO_PAPER = [
  'https://evil.example/abs/2407.21783',
  'https://notarxiv.org/abs/2407.21783',
  'https://arxiv.org.evil.example/abs/2407.21783',
  'https://evil.example/arxiv.org/abs/2407.21783',
  'https://arxiv.org@evil.example/abs/2407.21783',
  'https://me:secret@arxiv.org/abs/2407.21783',
  'https://arxiv.org:8443/abs/2407.21783',
  'https://аrxiv.org/abs/2407.21783', // Cyrillic а
  'javascript:location="https://arxiv.org/abs/2407.21783"',
  'data:text/html,https://arxiv.org/abs/2407.21783',
  'ftp://arxiv.org/abs/2407.21783',
  '/abs/2407.21783',
  'https://constructor/abs/2407.21783',
  'https://arxiv.org/list/cs.LG/2407',
  'https://arxiv.org/a/lovelace_a_1',
  'https://huggingface.co/meta-llama/2407.21783',
  'https://openreview.net/group?id=ICLR.cc/2024/Conference',
  'https://openreview.net/profile?id=~Ada_Lovelace1',
  'https://aclanthology.org/volumes/P19-1/',
  'https://aclanthology.org/people/ada-lovelace/',
  'https://dblp.org/pid/12/3456.html',
  'https://dblp.org/db/conf/iclr/index.html',
  'https://evil.example/doi/10.1145/3375627.3375832',
];

test.each(PAGES)('%s shows %s', (url, id) => expect(idsInUrl(url)).toEqual([id]));
test.each(NO_PAPER)('C13: %s proves nothing', (url) => expect(idsInUrl(url)).toEqual([]));

const someId = fc
  .oneof(
    fc
      .tuple(fc.integer({ min: 1501, max: 8912 }), fc.integer({ min: 1, max: 99999 }))
      .map(([m, n]) => `${m}.${String(n).padStart(5, '0')}`),
    fc
      .tuple(fc.stringMatching(/^[ -~]{1,30}$/), fc.integer({ min: 1000, max: 99999 }))
      .map(([s, r]) => `doi:10.${r}/${s}`),
    fc.stringMatching(/^openreview:[A-Za-z0-9_-]{5,20}$/),
    fc.stringMatching(/^[A-Z]\d{2}-[1-9]\d{3}$/),
    fc.stringMatching(/^20\d\d\.[a-z]{2,9}-[a-z0-9]{1,9}\.[1-9]\d{0,3}$/),
    fc.stringMatching(/^pmid:[1-9]\d{0,7}$/),
    fc.stringMatching(/^PMC[1-9]\d{0,7}$/),
    fc.stringMatching(/^[0-9a-f]{40}$/),
    fc.stringMatching(/^CorpusID:[1-9]\d{0,8}$/),
    fc.stringMatching(/^dblp:conf\/[a-z]{2,8}\/[A-Z][A-Za-z]{1,9}\d\d$/),
  )
  .map(parseId)
  .filter((id): id is PaperId => id !== undefined);

test('the page that an id opens leads back to the id', () => {
  fc.assert(
    fc.property(someId, (id) => {
      expect(idsInUrl(urlOf(id))).toEqual([id]);
      expect(new URL(urlOf(id)).protocol).toBe('https:');
      expect(labelOf(id).length).toBeGreaterThan(3);
    }),
    { numRuns: runs(5000) },
  );
});

test('no address throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (url) => void idsInUrl(url),
    ),
    { numRuns: runs(2000) },
  );
  expect(idsInUrl('https://doi.org/%E0%A4%A')).toEqual([]);
});

test('people see the id in the words they know', () => {
  const label = (text: string): string => labelOf(parseId(text) ?? ('' as PaperId)); // all are ids
  expect(['2511.08567', '10.1000/x', 'P19-1001', 'PMID:1', 'PMC12', 'CorpusID:7'].map(label)).toEqual([
    'arXiv:2511.08567',
    'doi:10.1000/x',
    'ACL P19-1001',
    'PMID 1',
    'PMC12',
    'CorpusID 7',
  ]);
});
