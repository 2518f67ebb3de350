import type { PaperId } from '../../core/identity/paper-id.ts';

export const HOST = 'scholion-note';
/** Says that the notes of a page are hidden; there only for some seconds. */
export const NOTICE = 'scholion-notice';

/**
 * The only thing of ours in the page. `data-paper` is its one attribute; marks, tags and hints exist only inside the closed root.
 * @returns undefined where the page has made an element of this name that cannot take a root; then there is no note
 */
export function makeHost(id: PaperId | undefined): { host: HTMLElement; root: ShadowRoot } | undefined {
  const host = document.createElement(HOST);
  if (id !== undefined) host.setAttribute('data-paper', id);
  try {
    return { host, root: host.attachShadow({ mode: __OPEN_ROOTS__ ? 'open' : 'closed' }) };
  } catch {
    return undefined;
  }
}

export function isHost(node: Node): boolean {
  const name = node.nodeName.toLowerCase();
  return name === HOST || name === NOTICE;
}

/** Removes notes that are not ours: left by a script that ran before an update, or copied by the page with the rows around them. */
export function removeStrangers(isOurs: (host: Element) => boolean): void {
  const hosts = Reflect.get(Document.prototype, 'getElementsByTagName', document).call(document, HOST);
  for (const host of [...hosts]) if (!isOurs(host)) host.remove();
}
