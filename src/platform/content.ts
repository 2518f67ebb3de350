/**
 * The browser's own API as a content script may use it: native, without polyfill, safe after the extension was updated under the page
 * (then `runtime.id` is undefined and every call throws at once).
 */
interface NativeRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown): void;
    removeListener(listener: (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown): void;
  };
}
interface NativeApi {
  readonly runtime?: NativeRuntime;
  readonly i18n?: { getMessage(key: string, substitutions?: readonly string[]): string };
  readonly extension?: { readonly inIncognitoContext?: boolean };
}

const scope = globalThis as { readonly browser?: NativeApi; readonly chrome?: NativeApi }; // both names are optional by type
const api: NativeApi = scope.browser ?? scope.chrome ?? {};

export const native = {
  /** False once the extension was updated, reloaded or removed under this page. */
  alive: (): boolean => api.runtime?.id !== undefined,

  send(message: unknown): Promise<unknown> {
    const runtime = api.runtime;
    if (runtime?.id === undefined) return Promise.reject(new Error('Extension context invalidated.'));
    return runtime.sendMessage(message);
  },

  /** @param handle gives a reply, or undefined to stay silent */
  listen(handle: (message: unknown) => unknown, signal: AbortSignal): void {
    const listener = (message: unknown, _sender: unknown, reply: (value: unknown) => void): undefined => {
      const value = handle(message);
      if (value !== undefined) reply(value);
      return undefined;
    };
    api.runtime?.onMessage.addListener(listener);
    signal.addEventListener('abort', () => {
      if (native.alive()) api.runtime?.onMessage.removeListener(listener);
    });
  },

  privateWindow: (): boolean => api.extension?.inIncognitoContext === true,

  /** A sentence of the interface in the person's language; the key itself where it is missing or the extension is gone. */
  message(key: string, ...substitutions: readonly (string | number)[]): string {
    try {
      return api.i18n?.getMessage(key, substitutions.map(String)) || key;
    } catch {
      return key; // the extension was updated under the page: i18n throws
    }
  },
};
