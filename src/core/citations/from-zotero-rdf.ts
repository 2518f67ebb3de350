import { err, ok, type Result } from '../result.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { rdfCollections } from './rdf-collections.ts';
import { rdfDraft, textIn } from './rdf-draft.ts';
import { type RdfNode, rdfForest } from './rdf-nodes.ts';

/**
 * Zotero's RDF (its export "Zotero RDF"), and the same vocabularies as other programs write them, BIBO among them. Items have
 * their tags, notes as text, and collections with their paths. Attachments belong to their items and are left out.
 */

const ITEM = /^(?:bib|bibo):(?!(?:Journal|Series|Periodical|Memo|Conference|Collection|Issue)$)[A-Z]/;

export function fromZoteroRdf(text: string): Result<ImportedFile, ImportError> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const forest = rdfForest(checked.value);
  if (!forest.ok) return forest;
  const { nodes, cut } = forest.value;
  const byAbout = new Map<string, RdfNode>();
  for (const node of nodes) if (node.about !== undefined) byAbout.set(node.about, node);
  const collections = rdfCollections(nodes);
  const parts = partsOf(nodes);
  const tally = new Tally();
  for (const node of nodes) {
    const type = textIn(node, 'z:itemType');
    const isPart = node.about !== undefined && parts.has(node.about);
    if (node.name === 'z:Collection') continue;
    if (node.name === 'bib:Memo' || node.name === 'z:Attachment' || type === 'note' || type === 'attachment') {
      if (!isPart) tally.skip(node.line, 'not-a-paper', textIn(node, 'dc:title', 'rdf:value') ?? type ?? '');
    } else if (type !== undefined || (!isPart && ITEM.test(node.name))) {
      tally.add(rdfDraft(node, byAbout, collections.get(node.about ?? '') ?? []), node.line);
    }
  }
  if (cut !== undefined) tally.skip(cut, 'unclosed', '');
  const file = tally.file();
  return file.total === 0
    ? err('unknown-format', 'The file is RDF, but none of its parts is an item of a library.')
    : ok(file);
}

/** What other nodes point to as their note, file or journal. */
function partsOf(nodes: readonly RdfNode[]): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const node of nodes) {
    if (node.name === 'z:Collection') continue;
    for (const child of node.children) {
      if (child.resource !== undefined && PART.test(child.name)) parts.add(child.resource);
    }
  }
  return parts;
}

const PART = /^(?:dcterms:isReferencedBy|dcterms:isPartOf|link:link|bib:presentedAt|z:attachment)$/;
