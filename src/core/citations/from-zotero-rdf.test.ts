/** Zotero's RDF and its cousins, and files made to break readers of XML. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest, runs } from '../identity/runs.testing.ts';
import { fromZoteroRdf } from './from-zotero-rdf.ts';
import { htmlText } from './html-text.ts';
import type { ImportedFile } from './imported.ts';

const rdf = (body: string): string => `<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:bibo="http://purl.org/ontology/bibo/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
${body}
</rdf:RDF>`;

function read(text: string): ImportedFile {
  const file = fromZoteroRdf(text);
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.works.length + file.value.skipped.reduce((sum, s) => sum + s.count, 0)).toBe(file.value.total);
  return file.value;
}

const LIBRARY = rdf(`
  <bib:Article rdf:about="https://journal.example/nets">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
    <bib:authors><rdf:Seq>
      <rdf:li><foaf:Person><foaf:surname>van den Berg</foaf:surname><foaf:givenName>Zoë</foaf:givenName></foaf:Person></rdf:li>
      <rdf:li><foaf:Person><foaf:surname>The Net Team</foaf:surname></foaf:Person></rdf:li>
    </rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_9"/>
    <link:link rdf:resource="#item_3"/>
    <dc:subject>to cite</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>Computer Science - Nets</rdf:value></z:AutomaticTag></dc:subject>
    <dc:subject><dcterms:LCC><rdf:value>QA 76</rdf:value></dcterms:LCC></dc:subject>
    <dc:title>On Nets &amp; Fish</dc:title>
    <dcterms:abstract>We &lt;b&gt;net&lt;/b&gt;.</dcterms:abstract>
    <dc:date>2019-03-04</dc:date>
    <dc:identifier><dcterms:URI><rdf:value>https://journal.example/nets</rdf:value></dcterms:URI></dc:identifier>
    <bib:pages>1-9</bib:pages>
    <dc:description>PMID: 123
Borrowed from Ann.</dc:description>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:1234-5678">
    <dc:title>Journal of Nets</dc:title>
    <prism:volume>7</prism:volume><prism:number>2</prism:number>
    <dc:identifier>DOI 10.1000/nets</dc:identifier><dc:identifier>ISSN 1234-5678</dc:identifier>
  </bib:Journal>
  <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
  <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;Read &lt;strong&gt;twice&lt;/strong&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;/ul&gt;</rdf:value></bib:Memo>
  <bib:Memo rdf:about="#item_10"><rdf:value>&lt;p&gt;Alone&lt;/p&gt;</rdf:value></bib:Memo>
  <rdf:Description rdf:about="http://arxiv.org/abs/1706.03762">
    <z:itemType>preprint</z:itemType>
    <dc:publisher><foaf:Organization><foaf:name>arXiv</foaf:name></foaf:Organization></dc:publisher>
    <dc:title>Attention</dc:title><dc:date>2017</dc:date><prism:number>arXiv:1706.03762</prism:number>
  </rdf:Description>
  <bib:Thesis rdf:about="#item_4"><z:itemType>thesis</z:itemType>
    <dc:publisher><foaf:Organization><foaf:name>University of Bonn</foaf:name></foaf:Organization></dc:publisher>
    <dc:title>Deep Fish</dc:title></bib:Thesis>
  <z:Collection rdf:about="#collection_1"><dc:title>Reading</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
  <z:Collection rdf:about="#collection_2"><dc:title>Nets</dc:title>
    <dcterms:hasPart rdf:resource="https://journal.example/nets"/><dcterms:hasPart rdf:resource="#collection_1"/></z:Collection>
  <z:Collection rdf:about="#collection_3"><dc:title>Thesis</dc:title><dcterms:hasPart rdf:resource="https://journal.example/nets"/></z:Collection>`);

const lineOf = (piece: string): number => LIBRARY.slice(0, LIBRARY.indexOf(piece)).split('\n').length;

test('a library of Zotero: journals, ids, tags, notes as text, files left out, collections with their paths', () => {
  const file = read(LIBRARY);
  expect(file.works.map(({ work }) => work)).toEqual([
    {
      ids: ['doi:10.1000/nets', 'pmid:123'],
      title: 'On Nets & Fish',
      kind: 'journal',
      authors: ['Zoë van den Berg', 'The Net Team'],
      year: 2019,
      date: '2019-03-04',
      venue: 'Journal of Nets',
      volume: '7',
      issue: '2',
      pages: '1–9',
      categories: ['Computer Science - Nets'],
      abstract: 'We <b>net</b>.',
      url: 'https://journal.example/nets',
      tags: ['to cite'],
      note: 'Read twice.\n\n- one\n\nBorrowed from Ann.',
      collections: [['Reading', 'Nets'], ['Thesis']],
    },
    { ids: ['arxiv:1706.03762'], title: 'Attention', kind: 'preprint', year: 2017 },
    { ids: [], title: 'Deep Fish', kind: 'thesis', venue: 'University of Bonn' },
  ]);
  expect(file.skipped).toEqual([
    { line: lineOf('<bib:Memo rdf:about="#item_10'), reason: 'not-a-paper', text: '<p>Alone</p>', count: 1 },
  ]);
});

test('BIBO with other prefixes, people elsewhere, and a conference', () => {
  const file =
    read(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:b="http://purl.org/ontology/bibo/"
    xmlns="http://purl.org/dc/terms/" xmlns:f="http://xmlns.com/foaf/0.1/">
    <b:AcademicArticle r:ID="a"><title>One</title><b:authorList><r:Seq><r:li r:nodeID="p"/></r:Seq></b:authorList>
      <b:doi>10.1000/one</b:doi><isPartOf><b:Journal><title>J</title><b:volume>3</b:volume></b:Journal></isPartOf>
      <b:pageStart>1</b:pageStart><b:pageEnd>4</b:pageEnd><issued>2020</issued></b:AcademicArticle>
    <f:Person r:nodeID="p"><f:givenname>Ada</f:givenname><f:surname>Lovelace</f:surname></f:Person>
  </r:RDF>`);
  expect(file.works[0]?.work).toEqual({
    ids: ['doi:10.1000/one'],
    title: 'One',
    kind: 'journal',
    authors: ['Ada Lovelace'],
    year: 2020,
    venue: 'J',
    volume: '3',
    pages: '1–4',
  });
});

describe('files made to break readers', () => {
  test.each([
    [
      'a document type with entities',
      `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rdf('')}`,
      /Line 1: a document type/,
    ],
    ['an outside entity', `<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd">${rdf('')}`, /document type/],
    ['100,000 elements in one another', rdf('<bib:Book>'.repeat(100_000)), /deep/],
    ['XML that is no RDF', '<html><body/></html>', /no rdf:RDF/],
    ['a feed', '<rss version="2.0"><channel/></rss>', /no rdf:RDF/],
    ['RDF without items', rdf('<foaf:Person><foaf:name>A</foaf:name></foaf:Person>'), /none of its parts/],
    ['nothing but brackets', '<'.repeat(100_000), /./],
  ])('%s is refused by name', (_, text, detail) => {
    const file = fromZoteroRdf(text);
    expect(file).toMatchObject({ ok: false, error: 'unknown-format' });
    expect(file.ok ? '' : file.detail).toMatch(detail);
    expect(fastest(() => void fromZoteroRdf(text))).toBeLessThan(1000);
  });
  test('entities that are not defined stay text; a bare ampersand costs nothing', () => {
    expect(read(rdf('<bib:Book><dc:title>A &xxe; B & C</dc:title></bib:Book>')).works[0]?.work.title).toBe(
      'A &xxe; B & C',
    );
  });
  test('lists and people that point to themselves end', () => {
    expect(
      read(
        rdf(
          '<bib:Book><dc:title>A</dc:title><bib:authors rdf:resource="#s"/></bib:Book><rdf:Seq rdf:about="#s"><rdf:li rdf:resource="#s"/></rdf:Seq>',
        ),
      ).works,
    ).toHaveLength(1);
  });
  test('B04: a file cut anywhere gives its whole records and names the one it ends in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 700, max: LIBRARY.length }), (at) => {
        const file = fromZoteroRdf(LIBRARY.slice(0, at));
        if (!file.ok) return;
        expect(file.value.works.length + file.value.skipped.reduce((sum, s) => sum + s.count, 0)).toBe(
          file.value.total,
        );
      }),
      { numRuns: runs(200) },
    );
    const at = LIBRARY.indexOf('<dc:title>Deep');
    expect(read(LIBRARY.slice(0, at)).skipped.at(-1)).toMatchObject({
      line: lineOf('<bib:Thesis'),
      reason: 'unclosed',
    });
  });
  test('notes keep their words and nothing else', () => {
    expect(
      htmlText('<p>a&nbsp;&lt;b&gt; <script>x()</script><img src=x onerror=y> 1 < 2</p><!-- c --><p>&#65;&#x42;'),
    ).toBe('a <b>  1 < 2\n\nAB');
    for (const piece of ['<', '<a ', '<!--', '<script>', '&', '\n', '<p>'])
      expect(fastest(() => void htmlText(piece.repeat(100_000)))).toBeLessThan(1000);
  });
});
