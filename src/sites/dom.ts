/**
 * Asking a page without trusting it. `<img name="querySelectorAll">` hides the document's own method of that name, and an
 * `<input>` does the same to the form around it ("DOM clobbering"): the prototype's methods are asked instead.
 */

/** A property or method as the platform defines it, whatever the page named after it. */
const native = <N extends Node, K extends keyof N>(node: N, name: K): N[K] =>
  Reflect.get(Object.getPrototypeOf(node) as N, name, node); // the prototype has what the node has, but for the page's names

type Root = Document | Element;

export const all = <E extends Element = Element>(root: Root, selector: string): readonly E[] => [
  ...(native(root as Element, 'querySelectorAll').call(root, selector) as NodeListOf<E>), // documents have it too; `call` forgets the type parameter
];

export const first = (root: Root, selector: string): Element | undefined =>
  native(root as Element, 'querySelector').call(root, selector) ?? undefined; // documents have it too

export const attribute = (element: Element, name: string): string | undefined =>
  native(element, 'getAttribute').call(element, name) ?? undefined;

/** The first group of a match; undefined where there is none. */
export function groupIn(form: RegExp, text: string): string | undefined {
  const match = form.exec(text);
  return match === null ? undefined : match[1];
}

/** One space for each run of white space; single spaces are passed over, since abstracts are full of them. */
export const collapse = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim();

/** Where the page names its own labels ("Title:"), and what MathJax 2.7 draws beside the source that it keeps in a script. */
const SKIP = /^(?:descriptor|MathJax|MJX|has-text-black-bis|is-size-7)/;

/**
 * The text a person reads, in one line: labels left out, TeX as `$…$` whether MathJax has run or not, and the address
 * itself where arXiv writes "this https URL".
 */
export const readableText = (element: Element): string => collapse(rawText(element));

/** As `readableText`, with the white space of the source. */
export function rawText(element: Element): string {
  if (native(element, 'firstElementChild') === null) return native(element, 'textContent') ?? '';
  let text = '';
  for (const node of native(element, 'childNodes')) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1) text += textOfChild(node as Element); // 1 is ELEMENT_NODE
  }
  return text;
}

function textOfChild(child: Element): string {
  const name = native(child, 'localName');
  if (name === 'script') {
    const type = child.getAttribute('type') ?? '';
    return type.startsWith('math/tex') ? `$${child.textContent ?? ''}$` : '';
  }
  if (name === 'style' || name.startsWith('scholion-') || SKIP.test(attribute(child, 'class') ?? '')) return '';
  if (name === 'br') return '\n';
  const text = rawText(child);
  return name === 'a' && /^this https? URL$/i.test(text.trim()) ? (child.getAttribute('href') ?? text) : text;
}
