import type { Asker } from '../messaging/server.ts';
import type { LibraryHandlers } from './handlers/library.ts';
import { tellTabs } from './sites/open-tabs.ts';

/**
 * Library handlers that, once done, tell the notes of open tabs to ask again. The tab that asked knows the answer already.
 * Not awaited: an acknowledgement waits for nothing but the disk.
 */
export function announcing(handlers: LibraryHandlers): LibraryHandlers {
  const after =
    <Body, Value>(handler: (body: Body, asker: Asker) => Promise<Value> | Value) =>
    async (body: Body, asker: Asker): Promise<Value> => {
      const value = await handler(body, asker);
      void tellTabs('page.refresh', {}, undefined, asker.tab).catch(() => undefined); // a tab that closes meanwhile needs no news
      return value;
    };
  return {
    ...handlers,
    'library.save': after(handlers['library.save']),
    'library.undo': after(handlers['library.undo']),
    'library.restore': after(handlers['library.restore']),
    'settings.set': after(handlers['settings.set']),
  };
}
