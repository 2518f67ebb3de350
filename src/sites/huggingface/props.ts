import { arxivOf } from '../../core/identity/arxiv-id.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { attribute, collapse } from '../dom.ts';

/**
 * The JSON that Hugging Face's server puts beside each part of a page (`data-props` of `.SVELTE_HYDRATER`). It is what the
 * server knew; after a move inside the page it is stale, so it is only ever looked up by the id that the page shows.
 */

/** What we take of an element of `dailyPapers` or `searchResults`, or of `paper` on a paper's page. */
export interface PropsPaper {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** Repository and project page, as stated. */
  readonly hrefs: readonly string[];
}

export interface Props {
  readonly value: unknown;
  /** The page's list of papers, whole, as the API gives it; empty on other pages. */
  readonly list: readonly unknown[];
  readonly papers: ReadonlyMap<PaperId, PropsPaper>;
}

const NONE: Props = { value: undefined, list: [], papers: new Map() };

/** Parsing a month's half megabyte takes milliseconds, so it is done once for each state of the attribute. */
const parsed = new WeakMap<Element, { readonly raw: string; readonly props: Props }>();

/** @param island element with `data-props` */
export function propsOf(island: Element | undefined): Props {
  const raw = island === undefined ? undefined : attribute(island, 'data-props');
  if (!island || !raw) return NONE;
  const known = parsed.get(island);
  if (known?.raw === raw) return known.props; // nothing parsed yet
  const value = parse(raw);
  const list = [fieldOf(value, 'dailyPapers'), fieldOf(value, 'searchResults')].find(
    (l) => Array.isArray(l) && l.length > 0,
  );
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const single = fieldOf(value, 'paper');
  const papers = new Map<PaperId, PropsPaper>();
  for (const item of single === undefined ? items : [single]) {
    const paper = fieldOf(item, 'paper') ?? item;
    const id = idOf(paper);
    if (id !== undefined) papers.set(id, read(paper));
  }
  const props = { value, list: items, papers };
  parsed.set(island, { raw, props });
  return props;
}

/** The arXiv id of an element of the list, or of the paper in it. */
export const idOf = (item: unknown): PaperId | undefined => arxivOf(textOf(fieldOf(item, 'paper') ?? item, 'id') ?? '');

export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name] // an object that has it
    : undefined;

export function textOf(value: unknown, name: string): string | undefined {
  const text = fieldOf(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined; // as good as absent: the page's own elements are read instead
  }
}

function read(paper: unknown): PropsPaper {
  const authors = fieldOf(paper, 'authors');
  const names = (Array.isArray(authors) ? authors : [])
    .filter((author) => fieldOf(author, 'hidden') !== true)
    .map((author) => textOf(author, 'name')?.trim() ?? ''); // a nameless author is not shown either
  return {
    title: textOf(paper, 'title'),
    // older abstracts keep arXiv's line breaks
    summary: collapse(textOf(paper, 'summary') ?? '') || undefined,
    authors: names.length > 0 && names.every((name) => name !== '') ? names : undefined,
    hrefs: [textOf(paper, 'githubRepo'), textOf(paper, 'projectPage')].filter(
      (href) => href !== undefined && /^https?:/i.test(href),
    ) as string[], // undefined is filtered
  };
}
