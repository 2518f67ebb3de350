import { isHost } from '../overlay/host.ts';

/**
 * Tells that the page changed in a way that may matter: the one MutationObserver, on the document's own element, since frameworks
 * replace containers whole. Only looks at names; what the page now says is read later, in one go.
 * @param lost a host of ours that the page took out; what we took out ourselves does not matter */
export function watchChanges(
  root: Element,
  lost: (host: Node) => boolean,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    if (records.some((record) => matters(record, lost))) changed();
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Our own doing does not matter; a note that was taken out does, and so does anything that holds a link. */
function matters({ addedNodes, removedNodes }: MutationRecord, lost: (host: Node) => boolean): boolean {
  for (const node of removedNodes) if (isHost(node) ? lost(node) : hasLink(node)) return true;
  for (const node of addedNodes) if (!isHost(node) && hasLink(node)) return true;
  return false;
}

/** MathJax and counters add thousands of nodes without a link. */
const hasLink = (node: Node): boolean =>
  node instanceof Element && (node.localName === 'a' || Element.prototype.querySelector.call(node, 'a[href]') !== null);
