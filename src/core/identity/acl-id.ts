import type { PaperId } from './paper-id.ts';

/** ACL Anthology ids (SITES.md 1). Volumes and front matter (paper 0) are no papers. */

const OLD = /^([A-Z])(\d{2})-(\d{4})$/i;
const NEW = /^\d{4}\.[a-z0-9]{1,40}-[a-z0-9]{1,40}\.[1-9]\d{0,5}$/i;

/** `P19-1001`, `W19-4201`, `2020.acl-main.1`; any case in, the Anthology's own case out. */
export function aclOf(text: string): PaperId | undefined {
  if (text.length > 100) return undefined;
  if (NEW.test(text)) return `acl:${text.toLowerCase()}` as PaperId; // checked above
  const [, letter = '', year = '', number = ''] = OLD.exec(text) ?? [];
  if (letter === '') return undefined;
  const venue = letter.toUpperCase();
  // W (workshops) has two digits each for volume and paper, all others one and three
  const paper = number.slice(venue === 'W' ? 2 : 1);
  return Number(paper) === 0 ? undefined : (`acl:${venue}${year}-${number}` as PaperId); // checked above
}
