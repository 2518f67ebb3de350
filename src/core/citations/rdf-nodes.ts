import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../result.ts';

/**
 * RDF/XML as a forest of small nodes. Nothing outside of the text is read and nothing in it expands: a document type ends the
 * reading, further entities do not exist, and depth and number of nodes are bounded. Damage that XML forbids but that can be
 * read past (a bare ampersand) is.
 */

export interface RdfNode {
  /** With the usual prefix of its vocabulary, whatever the file calls it: `bib:Article`. */
  readonly name: string;
  readonly about: string | undefined;
  /** What it points to: `rdf:resource` or `rdf:nodeID`. */
  readonly resource: string | undefined;
  readonly children: readonly RdfNode[];
  /** The character data directly in it. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface RdfForest {
  /** The children of `rdf:RDF`. */
  readonly nodes: readonly RdfNode[];
  /** Where the last one begins, if the file ends inside it. */
  readonly cut: number | undefined;
}

const VOCABULARIES: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.zotero.org/namespaces/export#', 'z'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/net/biblio#', 'bib'],
  ['http://purl.org/ontology/bibo/', 'bibo'],
  ['http://xmlns.com/foaf/0.1/', 'foaf'],
  ['http://purl.org/rss/1.0/modules/link/', 'link'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
  ['http://prismstandard.org/namespaces/basic/2.0/', 'prism'],
  ['http://nwalsh.com/rdf/vCard#', 'vcard'],
]);

/** Elements in one another; Zotero's nest ten deep. */
const MOST_DEPTH = 32;
const MOST_NODES = 5_000_000;
/** A file with more errors is no XML. */
const MOST_ERRORS = 1000;
const PIECE = 64 * 1024;

/** Ends the reading; never leaves this file. */
class Refused extends Error {}

interface OpenNode {
  readonly name: string;
  readonly about: string | undefined;
  readonly resource: string | undefined;
  readonly children: RdfNode[];
  readonly line: number;
  text: string;
}

export function rdfForest(text: string): Result<RdfForest, 'unknown-format'> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenNode[] = [];
  const nodes: RdfNode[] = [];
  let isRdf = false;
  let count = 0;
  let errors = 0;
  parser.on('doctype', () => refuse(parser.line, 'a document type, which no reference file needs'));
  parser.on('error', () => {
    if (++errors > MOST_ERRORS) refuse(parser.line, 'more than XML allows');
  });
  parser.on('opentag', (tag) => {
    const attribute = (name: string): string | undefined =>
      Object.values(tag.attributes).find((found) => found.local === name && VOCABULARIES.get(found.uri) === 'rdf')
        ?.value;
    const name = `${VOCABULARIES.get(tag.uri) ?? '?'}:${tag.local}`;
    if (open.length === 0 && name === 'rdf:RDF') isRdf = true;
    if (open.length === 0 && !isRdf) refuse(parser.line, 'no rdf:RDF element');
    if (open.length >= MOST_DEPTH) refuse(parser.line, `elements more than ${MOST_DEPTH} deep`);
    if (++count > MOST_NODES) refuse(parser.line, 'too many elements');
    const node = attribute('nodeID');
    open.push({
      name,
      about: attribute('about') ?? (attribute('ID') === undefined ? node : `#${attribute('ID')}`),
      resource: attribute('resource') ?? node,
      children: [],
      line: parser.line,
      text: '',
    });
  });
  const write = (data: string): void => {
    const node = open.at(-1);
    if (node !== undefined) node.text += data;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    const node = open.pop();
    const parent = open.at(-1);
    if (node === undefined || parent === undefined) return;
    // blanks between elements say nothing
    const made: RdfNode = node.children.length > 0 && node.text.trim() === '' ? { ...node, text: '' } : node;
    if (open.length === 1) nodes.push(made);
    else parent.children.push(made);
  });
  try {
    const body = withEscapes(text.replace(/^\ufeff/, ''));
    for (let at = 0; at < body.length; at += PIECE) parser.write(body.slice(at, at + PIECE));
    const cut = open.length > 1 ? open[1]?.line : undefined;
    open.length = 0;
    if (!isRdf) return err('unknown-format', 'The file holds no rdf:RDF element.');
    return ok({ nodes, cut });
  } catch (error) {
    if (error instanceof Refused) return err('unknown-format', error.message);
    throw error;
  }
}

/** Ampersands that begin nothing XML knows by itself become text. Programs that put their XML together by hand forget them. */
const withEscapes = (text: string): string =>
  text.includes('<![CDATA[')
    ? text
    : text.replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/g, '&amp;');

function refuse(line: number, what: string): never {
  throw new Refused(`Line ${line}: ${what}.`);
}
