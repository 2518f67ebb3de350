import { otherForms } from '../../core/search/plurals.ts';
import type { Clause } from '../../core/search/query.ts';
import { plainName } from '../../core/search/tokens.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { Slices } from './slices.ts';

/**
 * Search without an index: over titles, authors and tags of papers that the full-text index does not know yet, and of the trash. Words
 * as they are, in either number, and the beginning of the last one; no typos.
 */
export class Scan {
  /** ` title words \t author | author \t tag | tag `, folded. Made when first looked at. */
  readonly #lines = new Map<string, string>();
  readonly #rowOf: (key: string) => SavedRow | undefined;

  constructor(rowOf: (key: string) => SavedRow | undefined) {
    this.#rowOf = rowOf;
  }

  /** A paper changed, or needs no scan any more. */
  forget(key: string): void {
    this.#lines.delete(key);
  }

  /** @returns the papers that meet all clauses, with a score: of their titles' words, how many were asked for */
  async find(keys: Iterable<string>, clauses: readonly Clause[]): Promise<ReadonlyMap<string, number>> {
    const tests = clauses.map(testOf);
    const slices = new Slices();
    const found = new Map<string, number>();
    for (const key of keys) {
      await slices.pause();
      const line = this.#line(key);
      if (line === '' || !tests.every((test) => test(line))) continue;
      const title = line.slice(0, line.indexOf('\t'));
      found.set(key, tests.filter((test, i) => clauses[i]?.not === false && test(title)).length);
    }
    return found;
  }

  #line(key: string): string {
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const row = this.#rowOf(key);
    const line = row === undefined ? '' : lineOf(row);
    this.#lines.set(key, line);
    return line;
  }
}

function lineOf({ title, authors = [], tags, auto = [], topics = [], year }: SavedRow): string {
  const names = [...tags, ...auto, ...topics.map(({ name }) => name)];
  const many = (texts: readonly string[]): string => texts.map(plainName).join(' | ');
  return ` ${plainName(title)} \t ${many(authors)} \t ${many(names)} | ${year ?? ''} `;
}

type Test = (line: string) => boolean;

function testOf(clause: Clause): Test {
  const test = positive(clause);
  return clause.not ? (line) => !test(line) : test;
}

function positive(clause: Clause): Test {
  if (clause.kind === 'word') {
    const ends = clause.prefix ? '' : ' ';
    const forms = [` ${clause.word}${ends}`, ...otherForms(clause.word).map((form) => ` ${form} `)];
    return (line) => forms.some((form) => line.includes(form));
  }
  if (clause.kind === 'phrase') {
    const row = ` ${clause.words.join(' ')}${clause.open ? '' : ' '}`;
    return (line) => line.includes(row);
  }
  if (clause.kind === 'author') {
    const ends = clause.whole ? ' ' : '';
    const words = clause.words.map((word) => ` ${word}${ends}`);
    return (line) => {
      const authors = line.split('\t')[1] ?? '';
      return authors.split('|').some((name) => words.every((word) => ` ${name} `.includes(word)));
    };
  }
  return () => true;
}
