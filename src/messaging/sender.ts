import type { SenderClass } from './protocol.ts';

/** What the browser says of a sender; the fields of runtime.MessageSender that are read. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: unknown;
  readonly frameId?: number | undefined;
}

/**
 * Sorts a sender into its class, or undefined for a stranger (another extension, a web page).
 * `sender.url` and `tab` are set by the browser, not by the sender; a content script has the page's url and a tab,
 * an extension page has ours (and a tab when it is one). Only a top frame may speak for its page.
 * @param own `runtime.id` and the extension's own origin, `chrome-extension://…`
 */
export function classifySender(
  sender: Sender,
  own: { readonly id: string; readonly origin: string },
): SenderClass | undefined {
  if (sender.id !== own.id) return undefined;
  const url = sender.url;
  if (url?.startsWith(`${own.origin}/`)) {
    const path = url.slice(own.origin.length);
    if (path.startsWith('/src/engine/')) return 'engine';
    return path.startsWith('/src/ui/') ? 'page' : 'background';
  }
  if (sender.tab !== undefined) return sender.frameId === 0 || sender.frameId === undefined ? 'content' : undefined;
  return url === undefined ? 'background' : undefined;
}
