/**
 * Asking a page without trusting it. `<img name="querySelectorAll">` hides the document's own method of that name, and an
 * `<input>` does the same to the form around it ("DOM clobbering"): the prototype's methods are asked instead.
 */

interface Asking {
  querySelectorAll<E extends Element = Element>(selector: string): NodeListOf<E>;
  querySelector<E extends Element = Element>(selector: string): E | null;
}

const methodsOf = (root: Document | Element): Asking => Object.getPrototypeOf(root) as Asking; // every node's prototype chain has them

export const all = <E extends Element = Element>(root: Document | Element, selector: string): readonly E[] => [
  ...(methodsOf(root).querySelectorAll.call(root, selector) as NodeListOf<E>), // `call` forgets the type parameter
];

export const first = (root: Document | Element, selector: string): Element | undefined =>
  methodsOf(root).querySelector.call(root, selector) ?? undefined;

/** A `<meta name="…" content="…">` of the head. */
export const metaContent = (doc: Document, name: string): string | undefined =>
  first(doc, `meta[name="${name}"]`)?.getAttribute('content') ?? undefined; // not on every page

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where the page names its own labels ("Title:"), and what MathJax 2.7 draws beside the source that it keeps in a script. */
const SKIP = /^(?:descriptor|MathJax|MJX|has-text-black-bis|is-size-7)/;

/**
 * The text a person reads, in one line: labels left out, TeX as `$…$` whether MathJax has run or not, and the address
 * itself where arXiv writes "this https URL".
 */
export const readableText = (element: Element): string => collapse(rawText(element));

/** As `readableText`, with the line breaks of the source. */
export function rawText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1) text += textOfChild(node as Element); // 1 is ELEMENT_NODE
  }
  return text;
}

function textOfChild(child: Element): string {
  const name = child.localName;
  if (name === 'script') {
    const type = child.getAttribute('type') ?? '';
    return type.startsWith('math/tex') ? `$${child.textContent ?? ''}$` : '';
  }
  if (name === 'style' || name.startsWith('scholion-') || SKIP.test(child.getAttribute('class') ?? '')) return '';
  if (name === 'br') return '\n';
  const text = rawText(child);
  return name === 'a' && /^this https? URL$/i.test(text.trim()) ? (child.getAttribute('href') ?? text) : text;
}
