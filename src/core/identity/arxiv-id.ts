import type { PaperId } from './paper-id.ts';

/** arXiv ids, new (2007-04 on) and old, by SITES.md 1 and arXiv's own parser (arXiv/arxiv-base, arxiv/identifier). */

/** Every archive that ever gave old ids, with those since subsumed (arxiv-base taxonomy, ARCHIVES_SUBSUMED). */
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con';

const VERSION = '(?:v[1-9]\\d{0,5})?';
const NEW = new RegExp(`^(\\d{2})(0[1-9]|1[0-2])\\.(\\d{4,5})${VERSION}$`, 'i');
const OLD = new RegExp(`^(${ARCHIVES})(?:\\.[a-z-]{2,20})?/(\\d{2})(0[1-9]|1[0-2])(\\d{3})${VERSION}$`, 'i');

/**
 * A bare arXiv id, any case, with or without version: `2511.08567v2`, `math.GT/0309136` (the subject class is no part of
 * the id: `arxiv:math/0309136`). Undefined where no such paper can exist, e.g. month 13 or five digits before 2015.
 */
export function arxivOf(text: string): PaperId | undefined {
  if (text.length > 64) return undefined;
  const modern = NEW.exec(text);
  if (modern) {
    const [, yy = '', mm = '', number = ''] = modern;
    const month = Number(yy + mm);
    // 91 to 99 would be 2091 on; here they are prices and page numbers.
    if (month < 704 || month >= 9100 || Number(number) === 0) return undefined;
    if (number.length !== (month < 1501 ? 4 : 5)) return undefined;
    return `arxiv:${yy}${mm}.${number}` as PaperId; // checked above
  }
  const [, archive = '', yy = '', mm = '', number = ''] = OLD.exec(text) ?? [];
  const year = Number(yy);
  const exists = archive !== '' && number !== '000' && (year >= 91 || year < 7 || (year === 7 && Number(mm) <= 3));
  return exists ? (`arxiv:${archive.toLowerCase()}/${yy}${mm}${number}` as PaperId) : undefined; // checked above
}

/** `2511.08567v2.pdf`, `hep-th/9901001v1`, `2407.21783/anything`: an id at the start of the rest of a path. */
export function arxivAtStart(path: string): PaperId | undefined {
  const whole = arxivOf(path);
  if (whole !== undefined) return whole;
  const [first = '', second = ''] = path.slice(0, 256).split('/', 2);
  const bare = (s: string): string => s.replace(/(?:\.(?:pdf|ps|gz|md|html))+$/i, '');
  return arxivOf(bare(first)) ?? arxivOf(`${first}/${bare(second)}`);
}

/** The year in which an arXiv paper was first announced, as its id says; undefined for ids of other kinds. */
export function yearOfArxiv(id: PaperId): number | undefined {
  const yy = Number(/^arxiv:(?:[a-z-]+\/)?(\d{2})/.exec(id)?.[1] ?? Number.NaN);
  return Number.isNaN(yy) ? undefined : yy >= 91 ? 1900 + yy : 2000 + yy;
}
