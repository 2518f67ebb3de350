import type { Asker } from '../messaging/server.ts';
import { tellTabs } from './sites/open-tabs.ts';

/** Calls after which notes on pages may show something else. */
const ANNOUNCED = [
  'library.save',
  'library.undo',
  'library.restore',
  'library.edit',
  'library.mark',
  'library.mergePapers',
  'library.written',
  'settings.set',
] as const;

type Handler = (body: never, asker: Asker) => unknown;

/** Long work of the engine is announced at most so often. ms */
const REST = 1_000;
let announced = false;

function announce(name: string, tab: number | undefined): void {
  const tell = (): void => {
    void tellTabs('page.refresh', {}, undefined, tab).catch(() => undefined); // a tab that closes meanwhile needs no news
  };
  if (name !== 'library.written') tell();
  else if (!announced) {
    announced = true;
    setTimeout(() => {
      announced = false;
      tell();
    }, REST);
  }
}

/**
 * Handlers that, once done, tell the notes of open tabs to ask again, where their call changes what notes show. The tab that asked
 * knows the answer already. Not awaited: an acknowledgement waits for nothing but the disk.
 */
export function announcing<H extends object>(handlers: H): H {
  const all = Object.entries(handlers).map(([name, handler]: [string, Handler]) => {
    if (!ANNOUNCED.some((one) => one === name)) return [name, handler];
    const after = async (body: never, asker: Asker): Promise<unknown> => {
      const value = await handler(body, asker);
      announce(name, asker.tab);
      return value;
    };
    return [name, after];
  });
  return Object.fromEntries(all) as H; // the same names, each with a function of the same kind
}
