/**
 * Starts a worker from a file of the package. Extension pages require trusted types: the policy lets nothing pass but our own files.
 * @param path of the worker's file, as the build gives it
 */
export function ownWorker(path: string): Worker {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) throw new TypeError('A worker must be a file of the package.');
  // Asked by name where the browser has trusted types; TypeScript's library does not know them yet.
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('scholion', { createScriptURL: (text) => text });
  return new Worker((policy?.createScriptURL(url.href) ?? url.href) as string, { type: 'module' }); // a TrustedScriptURL is taken as well
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): unknown };
}
