import { fold } from '../../core/identity/fold.ts';
import type { PaperRow } from './rows.ts';

/**
 * The search line of a paper: its words, folded, in fields parted by tabs: titles, authors, tags, then the year. A line of 256 a
 * chunk belongs to pid `chunk * 256 + place`.
 */
export const CHUNK = 256;
export const chunkOf = (pid: number): number => Math.floor(pid / CHUNK);

/** Longest line: a paper of 5,000 authors is found by the first of them. */
const LONGEST = 4_000;

/** Words of a text: folded letters and digits, parted by single spaces. */
export const searchWords = (text: string): string =>
  fold(text.slice(0, LONGEST))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

export function lineOf(paper: {
  readonly title: string;
  readonly otherTitles?: readonly string[];
  readonly authors?: readonly string[];
  readonly organisation?: { readonly name: string };
  readonly tags?: readonly string[];
  readonly date?: string;
}): string {
  const titles = [paper.title, ...(paper.otherTitles ?? [])].slice(0, 4).map(searchWords);
  const people = [paper.organisation?.name ?? '', ...(paper.authors ?? [])].slice(0, 100);
  const tags = (paper.tags ?? []).map(searchWords);
  return [titles.join(' '), searchWords(people.join(' ')), tags.join('|'), paper.date?.slice(0, 4) ?? ''].join('\t');
}

/** A chunk with some of its lines set; undefined where nothing changes. @param lines by pid; an empty line is no paper */
export function setLines(
  text: string | undefined,
  chunk: number,
  lines: ReadonlyMap<number, string>,
): string | undefined {
  const rows = text === undefined ? [] : text.split('\n');
  let changed = false;
  for (const [pid, line] of lines) {
    const place = pid - chunk * CHUNK;
    if ((rows[place] ?? '') === line) continue;
    changed = true;
    while (rows.length < place) rows.push('');
    rows[place] = line;
  }
  return changed ? rows.join('\n').replace(/\n+$/, '') : undefined;
}

export type LineSource = Parameters<typeof lineOf>[0] & Pick<PaperRow, 'pid'>;
