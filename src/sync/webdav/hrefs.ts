import type { BlobEntry } from '../target.ts';
import type { DavResponse } from './multistatus.ts';

/**
 * What the hrefs of a listing name in the folder that was asked for. Servers write them absolute and relative, with and without a slash at
 * the end, and escape as they like (SYNC.md 8, 35). What lies elsewhere, on other hosts or behind `..` is passed over (FAULTS.md D12): an
 * href is only ever read as a name, nothing is asked at it.
 */

export interface Child extends BlobEntry {
  readonly modified?: string;
}

/**
 * @param folder address of the folder, as it was asked for
 * @returns undefined where the folder itself is not in it: then nothing can be said of what is not there either
 */
export function childrenIn(folder: string, responses: readonly DavResponse[]): readonly Child[] | undefined {
  const asked = new URL(folder);
  const placed = responses.flatMap((response) => {
    const path = pathOf(response.href, asked);
    return path === undefined ? [] : [{ response, path }];
  });
  const base = baseOf(
    segmentsOf(asked.pathname) ?? [],
    placed.map(({ path }) => path),
  );
  if (base === undefined) return undefined;
  const children = new Map<string, Child>();
  for (const { response, path } of placed) {
    const name = path.at(-1);
    if (name === undefined || path.length !== base.length + 1 || !begins(path, base)) continue;
    const { folder: isFolder = /\/$/.test(response.href), size, modified } = response;
    children.set(name, {
      name,
      folder: isFolder,
      ...(size === undefined || isFolder ? {} : { size }),
      ...(modified === undefined ? {} : { modified }),
    });
  }
  return [...children.values()];
}

/**
 * Path of the folder in the server's own words. A proxy may have taken a prefix away (`/cloud/dav/lib/` is `/dav/lib/` behind it) without
 * writing it back into the answer.
 */
function baseOf(folder: readonly string[], paths: readonly (readonly string[])[]): readonly string[] | undefined {
  const inside = (path: readonly string[]): boolean => path.length - folder.length <= 1 && begins(path, folder);
  if (paths.some(inside)) return folder;
  return paths.find((path) => path.length > 0 && ends(folder, path));
}

const begins = (path: readonly string[], start: readonly string[]): boolean =>
  path.length >= start.length && start.every((part, i) => path[i] === part);
const ends = (path: readonly string[], end: readonly string[]): boolean =>
  path.length >= end.length && end.every((part, i) => path[path.length - end.length + i] === part);

/** Undefined for hrefs that are of another host, or of no path at all. */
function pathOf(href: string, asked: URL): readonly string[] | undefined {
  // URL resolves `..` in every spelling; no listing has a reason to hold one.
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(href) || /[\\\n\r\t]/.test(href) || !URL.canParse(href, asked))
    return undefined;
  const url = new URL(href, asked);
  const web = url.protocol === 'https:' || url.protocol === 'http:'; // a proxy may speak http to the server behind it
  return web && url.hostname === asked.hostname ? segmentsOf(url.pathname) : undefined;
}

/** Parts of a path, unescaped; undefined where one of them is no name. */
function segmentsOf(pathname: string): readonly string[] | undefined {
  try {
    const parts = pathname.split('/').filter((part) => part !== '');
    // Disks of Apple take accents apart.
    const names = parts.map((part) => decodeURIComponent(part).normalize('NFC'));
    return names.every(isName) ? names : undefined;
  } catch {
    return undefined; // escapes that are no UTF-8
  }
}

const isName = (name: string): boolean => name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
