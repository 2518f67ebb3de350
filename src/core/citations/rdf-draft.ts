import { LIMITS } from '../digest/limits.ts';
import { parseId } from '../identity/ids.ts';
import type { PaperId } from '../identity/paper-id.ts';
import type { WorkKind } from './citation.ts';
import { kindOfCell } from './csv-columns.ts';
import type { Draft } from './draft.ts';
import { htmlText } from './html-text.ts';
import { nameInverted } from './names.ts';
import type { RdfNode } from './rdf-nodes.ts';
import { writtenDate } from './written-date.ts';

/** What an item of Zotero's RDF says of a work. Its journal or book is a node of its own, in it or elsewhere in the file. */

type Nodes = ReadonlyMap<string, RdfNode>;

/** The text of the first of these children that has any; of a value in a node of its own, that. */
export function textIn(node: RdfNode | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const child of node?.children ?? []) {
      if (child.name !== name) continue;
      const text = (child.text || valueIn(child)).trim();
      if (text !== '') return text;
    }
  return undefined;
}

/** `<dcterms:URI><rdf:value>…`, `<foaf:Organization><foaf:name>…`. */
function valueIn(node: RdfNode): string {
  for (const child of node.children) {
    if (child.name === 'rdf:value' || child.name === 'foaf:name') return child.text;
    const inner = child.children.find((grand) => grand.name === 'rdf:value' || grand.name === 'foaf:name');
    if (inner !== undefined) return inner.text;
  }
  return '';
}

export function rdfDraft(item: RdfNode, nodes: Nodes, collections: readonly (readonly string[])[]): Draft {
  const wholes = related(item, 'dcterms:isPartOf', nodes);
  const whole = wholes.find((node) => !node.name.endsWith(':Series')) ?? wholes[0];
  const event = related(item, 'bib:presentedAt', nodes)[0] ?? related(item, 'bibo:presentedAt', nodes)[0];
  const type = textIn(item, 'z:itemType');
  const kind = kindOf(type ?? item.name.replace(/^\w+:/, ''));
  const publisher = textIn(item, 'dc:publisher', 'dcterms:publisher');
  const isPublished = kind !== 'thesis' && kind !== 'report';
  const date = writtenDate(textIn(item, 'dc:date', 'dcterms:date', 'dcterms:issued', 'bibo:date') ?? '');
  const extra = (textIn(item, 'dc:description', 'dcterms:description') ?? '').slice(0, LIMITS.abstract).split('\n');
  const urls = [...addresses(item), ...(item.about !== undefined && /^https?:/.test(item.about) ? [item.about] : [])];
  const pages = [textIn(item, 'bibo:pageStart'), textIn(item, 'bibo:pageEnd')].filter((page) => page !== undefined);
  return {
    ids: [...numbersIn(item), ...soleDoi(whole), ...extra.map(idOfLine)].filter((id) => id !== undefined),
    title: textIn(item, 'dc:title', 'dcterms:title'),
    kind,
    authors: authorsOf(item, nodes),
    year: date.year,
    date: date.date,
    venue:
      textIn(whole, 'dc:title', 'dcterms:title') ??
      textIn(event, 'dc:title', 'dcterms:title') ??
      textIn(item, 'prism:publicationName', 'z:conferenceName') ??
      (isPublished ? undefined : publisher),
    volume: textIn(item, 'prism:volume', 'bibo:volume') ?? textIn(whole, 'prism:volume', 'bibo:volume'),
    issue: issueOf(item) ?? issueOf(whole),
    pages: textIn(item, 'bib:pages', 'bibo:pages') ?? (pages.length === 0 ? undefined : pages.join('–')),
    publisher: isPublished ? publisher : undefined,
    categories: subjects(item, true),
    abstract: textIn(item, 'dcterms:abstract', 'bibo:abstract'),
    urls: numbersIn(item).length > 0 ? addresses(item) : urls,
    tags: subjects(item, false),
    note: [
      ...memos(item, nodes),
      extra
        .filter((line) => !isMachine(line))
        .join('\n')
        .trim(),
    ]
      .filter((note) => note !== '')
      .join('\n\n'),
    collections,
    added: writtenDate(textIn(item, 'z:dateAdded') ?? '').date,
  };
}

/** What a child with this name holds or points to. */
function related(node: RdfNode, name: string, nodes: Nodes): readonly RdfNode[] {
  return node.children.flatMap((child) => {
    if (child.name !== name) return [];
    const pointed = child.resource === undefined ? undefined : nodes.get(child.resource);
    return pointed === undefined ? child.children : [pointed];
  });
}

function kindOf(type: string): WorkKind {
  if (type === 'AcademicArticle') return 'journal';
  if (/^(?:manuscript|document)$/i.test(type)) return 'other';
  return kindOfCell(type) ?? 'other';
}

/** Preprints have their archive's number where journals have their issue. */
const issueOf = (node: RdfNode | undefined): string | undefined => {
  const number = textIn(node, 'prism:number', 'bibo:issue', 'bibo:number');
  return number !== undefined && /^arxiv:/i.test(number) ? undefined : number;
};

function authorsOf(item: RdfNode, nodes: Nodes): readonly string[] {
  const lists = item.children.filter((child) => /^(?:bib:authors|bibo:authorList)$/.test(child.name));
  const creators = item.children.filter((child) => /^(?:dc|dcterms):creator$/.test(child.name));
  const people =
    lists.length > 0
      ? lists.flatMap((list) => peopleIn(list, nodes))
      : creators.flatMap((node) => peopleIn(node, nodes));
  return people.slice(0, LIMITS.authors + 1);
}

/**
 * The list, its members and their persons nest; each step is one of these names.
 * @param steps how often a node may point to one elsewhere: to the list and from a member to its person, so that a circle ends
 */
function peopleIn(node: RdfNode, nodes: Nodes, steps = 2): readonly string[] {
  const pointed = node.resource === undefined || steps === 0 ? undefined : nodes.get(node.resource);
  const inside = pointed === undefined ? node.children : [pointed];
  if (inside.length === 0) return node.text.trim() === '' ? [] : [node.text];
  return inside.flatMap((child) => {
    if (/^rdf:(?:Seq|Bag|List|li|_\d+)$/.test(child.name))
      return peopleIn(child, nodes, pointed === undefined ? steps : steps - 1);
    const name = personIn(child);
    return name === undefined ? [] : [name];
  });
}

function personIn(node: RdfNode): string | undefined {
  const part = (...names: readonly string[]): string | undefined => {
    const text = textIn(node, ...names)
      ?.replace(/[,{}]/g, ' ')
      .trim();
    return text === '' ? undefined : text;
  };
  const family = part('foaf:surname', 'foaf:familyName', 'foaf:family_name');
  const given = part('foaf:givenName', 'foaf:givenname', 'foaf:firstName');
  if (family === undefined) return given ?? textIn(node, 'foaf:name');
  return given === undefined ? `{${family}}` : nameInverted({ family, given });
}

const addresses = (item: RdfNode): readonly string[] =>
  item.children.flatMap((child) => {
    if (!/^(?:dc:identifier|dcterms:identifier|bibo:uri)$/.test(child.name)) return [];
    const value = (child.text || valueIn(child)).trim();
    return /^https?:/i.test(value) ? [value] : [];
  });

/** "DOI 10.1000/x", "arXiv:1706.03762": what says of itself that it is an id. */
function numbersIn(node: RdfNode | undefined): readonly PaperId[] {
  const named = ['dc:identifier', 'dcterms:identifier', 'prism:doi', 'bibo:doi', 'bibo:pmid', 'prism:number'];
  return (node?.children ?? []).flatMap((child) => {
    if (!named.includes(child.name)) return [];
    const text = (child.text || valueIn(child)).trim().replace(/^(DOI|PMID|PMCID)\s+/i, '$1:');
    if (/^https?:/i.test(text) || (child.name === 'prism:number' && !/^arxiv:/i.test(text))) return [];
    const id = parseId(child.name === 'bibo:pmid' && /^\d+$/.test(text) ? `pmid:${text}` : text);
    return id === undefined ? [] : [id];
  });
}

/** Zotero writes an article's DOI to its journal. A journal that several articles share has several: then it says nothing. */
function soleDoi(whole: RdfNode | undefined): readonly PaperId[] {
  const dois = numbersIn(whole).filter((id) => id.startsWith('doi:'));
  return dois.length === 1 ? dois : [];
}

/** Tags the person gave, or those that Zotero found on the page. Call numbers are neither. */
const subjects = (item: RdfNode, automatic: boolean): readonly string[] =>
  item.children.flatMap((child) => {
    if (child.name !== 'dc:subject' && child.name !== 'dcterms:subject') return [];
    const inner = child.children[0];
    if (inner !== undefined && inner.name !== 'z:AutomaticTag') return [];
    return (inner !== undefined) === automatic ? [inner === undefined ? child.text : valueIn(child)] : [];
  });

const memos = (item: RdfNode, nodes: Nodes): readonly string[] =>
  related(item, 'dcterms:isReferencedBy', nodes)
    .filter((node) => node.name === 'bib:Memo')
    .map((node) => htmlText(textIn(node, 'rdf:value') ?? ''));

const idOfLine = (line: string): PaperId | undefined =>
  /^\s*(?:arxiv|doi|pmid|pmcid)\s{0,3}:/i.test(line) ? parseId(line.trim().replace(/\s*\[[\w.-]+\]$/, '')) : undefined;

/** Lines of Zotero's Extra field that programs wrote: "arXiv:1706.03762 [cs]", "Citation Key: lee2020". */
const isMachine = (line: string): boolean =>
  /^\s*(?:arxiv|doi|pmid|pmcid|citation key|tex\.[\w-]+|_eprint|publisher|type|number|issue|google ?books? id|zsc[cb]?|read_status(?:_date)?)\s{0,3}:/i.test(
    line,
  );
