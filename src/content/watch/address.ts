/** The navigation API, where the type library does not have it. */
interface Navigation {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Tells of a new address without a new document (history.pushState and the like; a content script cannot patch the page's history).
 * @returns a function that compares at once, for use after each change of the page
 */
export function watchAddress(changed: (url: URL) => void, signal: AbortSignal): () => void {
  let last = location.href;
  const compare = (): void => {
    const now = location.href;
    if (signal.aborted || withoutHash(now) === withoutHash(last)) return;
    last = now;
    changed(new URL(now));
  };
  const { navigation } = globalThis as { readonly navigation?: Navigation }; // absent in older browsers
  navigation?.addEventListener('currententrychange', compare, { signal });
  addEventListener('popstate', compare, { signal });
  return compare;
}

const withoutHash = (url: string): string => url.split('#', 1)[0] ?? url;
