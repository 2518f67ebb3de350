/** Optional permissions in a browser without a person to press the prompt. */
import type { Extension } from './extension.ts';

/**
 * Makes the browser give a host on the next request without asking, as where the person gave it before: until then it is not given, and
 * the request must still come from a press. Chromium asks in a window that no test can press (seen in Chromium 156); its own page of
 * extensions can note the host as allowed.
 */
export async function willAllow(ext: Extension, origin: string): Promise<void> {
  const page = await ext.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async ([id, host]) => {
      // The page's own API: https://chromium.googlesource.com/chromium/src/+/main/chrome/common/extensions/api/developer_private.idl
      const api = (chrome as unknown as { developerPrivate: Record<string, (...args: unknown[]) => Promise<unknown>> })
        .developerPrivate;
      await api['updateExtensionConfiguration']?.({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
      await api['addHostPermission']?.(id, host);
      await api['updateExtensionConfiguration']?.({ extensionId: id, hostAccess: 'ON_ALL_SITES' });
    },
    [ext.id, origin] as const,
  );
  await page.close();
}
