import { artefactOf } from './artefact.ts';
import type { Link, LinkEvidence, LinkStatus } from './link.ts';
import { safeUrl } from './safe-url.ts';

/** Query fields that follow people around and change nothing about the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)$/;
const SHARING: Readonly<Record<string, RegExp>> = { 'youtu.be': /^si$/, 'www.youtube.com': /^(?:si|feature)$/ };

/**
 * One address as a link: what it is, what to show, and the key by which it equals other spellings of itself.
 * @param status `released` unless the caller knows better
 * @returns undefined where the address is unsafe (safe-url.ts) or names nothing (`https://github.com/`, `github.com/anonymous/…`)
 */
export function linkOfUrl(text: string, evidence: LinkEvidence, status: LinkStatus = 'released'): Link | undefined {
  const safe = safeUrl(text);
  if (safe === undefined) return undefined;
  const url = new URL(safe);
  const artefact = artefactOf(url);
  if (artefact === undefined) return undefined;
  if (artefact.path !== undefined) {
    url.pathname = artefact.path;
    url.search = '';
  }
  if (artefact.key !== undefined) url.hostname = url.hostname.replace(/^www\./, '');
  url.hash = artefact.kind === 'code' || artefact.path !== undefined ? '' : url.hash;
  withoutTracking(url);
  return {
    url: url.href,
    kind: artefact.kind,
    status,
    label: artefact.name ?? labelOf(url),
    ...(artefact.key === undefined ? {} : { key: artefact.key }),
    evidence: { source: evidence.source, text: shortened(evidence.text) },
  };
}

/** At most 120 characters, no half of one at either end. */
function shortened(text: string): string {
  return text.slice(0, 120).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function withoutTracking(url: URL): void {
  if (url.search === '') return;
  const sharing = Object.hasOwn(SHARING, url.hostname) ? SHARING[url.hostname] : undefined;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => {
      const name = part.split('=', 1)[0] ?? '';
      return !TRACKING.test(name) && sharing?.test(name) !== true;
    });
  url.search = kept.join('&');
}

/** The true host (punycode where it is not ASCII), so that a look-alike shows what it is. */
function labelOf(url: URL): string {
  return url.host.replace(/^www\./, '');
}
