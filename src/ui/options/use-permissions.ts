import { useCallback, useEffect, useState } from 'preact/hooks';
import { permissions, runtime } from '../../platform/browser.ts';

/** What the person allowed beyond what the extension was installed with. */
export interface Given {
  readonly origins: readonly string[];
  readonly permissions: readonly string[];
}

export interface GivenPermissions {
  /** Undefined until it is known. */
  readonly given: Given | undefined;
  /** May files be put into the downloads folder, whoever gave it? Undefined until it is known. */
  readonly downloads: boolean | undefined;
  readonly takeBack: (what: Given) => void;
}

/** Renewed when anything is given or taken back, here or in the browser's own settings. */
export function usePermissions(): GivenPermissions {
  const [given, setGiven] = useState<Given>();
  const [downloads, setDownloads] = useState<boolean>();
  const look = useCallback(async () => {
    const all = await permissions.getAll();
    const { host_permissions: hosts = [], permissions: own = [] } = runtime.getManifest();
    const beyond = (list: readonly string[] = [], installed: readonly string[]): readonly string[] =>
      list.filter((one) => !installed.includes(one));
    setDownloads(all.permissions?.includes('downloads') ?? false);
    setGiven({ origins: beyond(all.origins, hosts), permissions: beyond(all.permissions, own) });
  }, []);
  useEffect(() => {
    const again = (): void => void look();
    again();
    permissions.onAdded.addListener(again);
    permissions.onRemoved.addListener(again);
    return () => {
      permissions.onAdded.removeListener(again);
      permissions.onRemoved.removeListener(again);
    };
  }, [look]);
  return {
    given,
    downloads,
    takeBack: (what) =>
      void permissions
        .remove({ origins: [...what.origins], permissions: [...what.permissions] as never }) // names that the browser gave
        .finally(() => void look()),
  };
}
