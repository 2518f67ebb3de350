/** A small builder of elements. Text is only ever textContent; nothing here parses HTML. */

export type Child = Node | string | undefined | false;
/** Attribute values; `true` is the empty attribute, undefined and false leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  setAttributes(node, attributes);
  for (const child of children) if (child) node.append(child);
  return node;
}

/** Text that others wrote: kept apart from the direction of what surrounds it. */
export const foreign = (text: string): HTMLElement => el('bdi', {}, text);

/** A link, or plain text where the address is not https. They come through safeUrl; this is the last look. */
export function linkTo(url: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  if (!url.startsWith('https://')) return el('span', attributes, ...children);
  return el('a', { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function setAttributes(node: Element, attributes: Attributes): void {
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
  }
}
