/**
 * Papers whose titles and abstracts are put together by chance, with a record of what was put in. What a note must show follows from
 * that record alone: no part of the extension is asked for it.
 */
import { randomOf } from './invented.ts';
import type { PageRecord } from './record.ts';

export interface RandomPaper {
  readonly record: PageRecord;
  /** Names of the vocabulary in title and abstract, sorted. */
  readonly names: readonly string[];
  /** The one address in the abstract. */
  readonly code: string;
}

/** Names that are their own canonical form, of every kind that is not a field. */
const NAMES =
  'GRPO|GSPO|HIQL|Optimal Transport|D4RL|ImageNet|MTEB|nuScenes|GSM8K|HumanEval|Mixtral|InternLM|DistilBERT|Text-to-SQL|Machine Translation|Speech Recognition'.split(
    '|',
  );
/** Words that are no topic of anything. */
const OPENERS = 'Quiet Tidal Copper Braided Patient Hollow Woven Crooked Gentle Amber'.split(' ');
const THINGS = 'Lanterns Orchards Harbours Meadows Chimneys Ferries Kettles Bridges Pebbles Gardens'.split(' ');
const PLACES = 'Winter Harvest Twilight Autumn Rainfall Morning Midsummer Fog'.split(' ');
/** Without vowels no name comes to be by chance. */
const LETTERS = 'bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ';
const SURNAMES = 'Aldermoor Bellwether Corrinsky Dunmarrow Elvesham Farrowdale Greymontes Hollinwick'.split(' ');

/** @param count how many, with distinct ids and titles @param seed the same seed gives the same papers */
export function randomPapers(count: number, seed: number): readonly RandomPaper[] {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = (from: string | readonly string[]): string => from[below(from.length)] ?? '';
  const word = (): string => Array.from({ length: 6 + below(5) }, () => pick(LETTERS)).join('');
  const used = new Set<string>();
  const fresh = (make: () => string): string => {
    let made = make();
    while (used.has(made)) made = make();
    used.add(made);
    return made;
  };
  const some = (most: number): readonly string[] => {
    const names = new Set<string>();
    const wanted = 1 + below(most);
    while (names.size < wanted) names.add(pick(NAMES));
    return [...names];
  };
  return Array.from({ length: count }, (): RandomPaper => {
    const names = some(3);
    const titled = 1 + below(names.length);
    const [inTitle, inAbstract] = [names.slice(0, titled), names.slice(titled)];
    const code = `https://github.com/${word()}/${word()}${pick(['', '-v2', '_lab', `.${word()}`])}`;
    const about = `${pick(OPENERS)} ${pick(THINGS)} ${pick(PLACES)}`;
    const id = fresh(() => `25${String(1 + below(12)).padStart(2, '0')}.${String(1 + below(29_999)).padStart(5, '0')}`);
    const title = fresh(() => `${about} ${10_000 + below(90_000)} and ${inTitle.join(' with ')}`);
    const authors = Array.from({ length: 1 + below(4) }, () => `${pick('ABCDEFGH')}. ${pick(SURNAMES)}`);
    return {
      names: [...names].sort(),
      code,
      record: {
        id,
        title,
        authors,
        authorCount: authors.length,
        abstract:
          `Little is known of how ${about.toLowerCase()} behave when the days grow short. We look at many of them, one after the other. ` +
          inAbstract.map((name) => `All of it is measured with ${name} once more. `).join('') +
          `Nothing of what we saw was expected. Code is available at ${code}.`,
        categories: [pick(['cs.LG', 'cs.CL', 'cs.RO', 'cs.DB'])],
        date: `2025-${id.slice(2, 4)}-${String(1 + below(28)).padStart(2, '0')}`,
        kind: 'new',
        upvotes: below(90),
        comments: below(5),
      },
    };
  });
}
