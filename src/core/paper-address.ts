import { parseId } from './identity/ids.ts';
import type { Query } from './note-data.ts';

/** How the address of the paper page names its paper: a saved one by its key, any other by what is asked about it. */

export interface Addressed {
  /** Key of a saved paper. */
  readonly key?: string;
  readonly query?: Query;
}

const MAX_KEY = 400;
const MAX_TITLE = 1_000;
const MAX_AUTHORS = 20;

/** @returns with its "?" */
export function paperAddress({ key, query }: Addressed): string {
  const fields = new URLSearchParams();
  if (key !== undefined) fields.set('key', key);
  for (const id of query?.ids ?? []) fields.append('id', id);
  if (query?.title) fields.set('title', query.title.slice(0, MAX_TITLE));
  for (const author of query?.authors?.slice(0, MAX_AUTHORS) ?? []) fields.append('author', author);
  if (query?.year !== undefined) fields.set('year', String(query.year));
  return `?${fields.toString()}`;
}

/** Reads an address; what is missing or malformed is left out. @param search with or without its "?" */
export function addressedPaper(search: string): Addressed {
  const fields = new URLSearchParams(search);
  const key = fields.get('key')?.slice(0, MAX_KEY);
  if (key) return { key };
  const ids = fields.getAll('id').flatMap((text) => parseId(text) ?? []);
  const title = (fields.get('title') ?? '').slice(0, MAX_TITLE);
  if (ids.length === 0 && title.trim() === '') return {};
  const authors = fields.getAll('author').slice(0, MAX_AUTHORS);
  const year = fields.get('year');
  return {
    query: {
      ids,
      title,
      ...(authors.length > 0 ? { authors } : {}),
      ...(year !== null && /^[12]\d{3}$/.test(year) ? { year: Number(year) } : {}),
    },
  };
}
