import { LINK_KINDS, LINK_STATUSES, type Link } from './link.ts';

/** A digest's own field is a statement about this very paper; its text may speak of others. */
const SOURCES: readonly Link['evidence']['source'][] = ['digest', 'remark', 'abstract', 'title'];

/** What makes two links one: the repository key, else the address without its decoration. */
export function linkIdentity(link: Link): string {
  return link.key ?? link.url.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/(?=$|[?#])/, '');
}

/**
 * One link per artefact, the best of each kind first: code, project, model … ; released before promised before third-party.
 * The result does not depend on the order of the input.
 */
export function mergeLinks(links: readonly Link[]): readonly Link[] {
  const best = new Map<string, Link>();
  for (const link of links) {
    const identity = linkIdentity(link);
    const known = best.get(identity);
    if (known === undefined || compare(link, known) < 0) best.set(identity, link);
  }
  return [...best.values()].sort((a, b) => LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind) || compare(a, b));
}

function compare(a: Link, b: Link): number {
  return (
    LINK_STATUSES.indexOf(a.status) - LINK_STATUSES.indexOf(b.status) ||
    SOURCES.indexOf(a.evidence.source) - SOURCES.indexOf(b.evidence.source) ||
    a.url.length - b.url.length ||
    textOrder(a.url, b.url) ||
    LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind) ||
    textOrder(a.evidence.text, b.evidence.text) ||
    textOrder(a.label, b.label)
  );
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
