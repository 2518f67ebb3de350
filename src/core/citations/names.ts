import { cleanField } from '../digest/clean-text.ts';

/**
 * People's names in parts, after BibTeX's three forms ("First von Last", "von Last, First", "von Last, Jr, First"; O. Patashnik,
 * "BibTeXing", 1988) with RIS's "Last, First, Jr." and PubMed's "Last FM". A group is one literal, written in braces where
 * it would be read as a person.
 */

export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** "van der": before the family name, lower case; styles may put it after the given names. */
  readonly particle?: string;
  /** "Jr.", "III". */
  readonly suffix?: string;
}

export type Name = PersonName | { readonly literal: string };

export const isGroup = (name: Name): name is { readonly literal: string } => 'literal' in name;

const SUFFIX = /^(?:jr|sr)\.?$/i;
const ROMAN = /^(?:II|III|IV)$/;
const GROUP =
  /\b(?:team|group|collaboration|consortium|committee|institute|university|laborator(?:y|ies)|labs?|organi[sz]ation|society|association|foundation|project|council|agency|ministry|department|network|initiative|contributors|community|research|company|corporation|google|openai|deepmind|microsoft|nvidia)\b|\b(?:Inc|Ltd|LLC|GmbH|Corp)\b/i;
/** "Mistral AI"; "Ai" is a family name. */
const AI_COMPANY = /\sAI$/;
const COMPANY_TAIL = /^(?:inc|ltd|llc|gmbh|corp|co|plc)\.?$/i;
/** Written alone before a family name, these are its particle, though no given name stands before them. */
const PARTICLES = /^(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ter|ten|zu|zur|af|av)$/;
/** With a capital they belong to the family name ("Luc Van Gool"), except in Vietnamese middle names ("Thi Van Nguyen"). */
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Del|Della|Di|Dos|El|Le|La|St\.|Saint)$/;
const VIETNAMESE =
  /^(?:Nguyen|Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Dinh|Doan|Trinh|Luong|Mai)$/;

/** Never throws; a text that cannot be taken apart, or not be put together again from its parts, is a group's name. */
export function parseName(text: string): Name {
  const name = partsOf(text);
  return sameName(partsOf(nameInverted(name)), name) ? name : { literal: nameText(name) };
}

function partsOf(text: string): Name {
  const clean = cleanField(text);
  const braced = /^\{([^{}]*)\}$/.exec(clean)?.[1]?.trim();
  if (braced !== undefined && braced !== '') return { literal: braced };
  const [first = '', second, ...rest] = cleanField(clean.replace(/[{}]/g, ''))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (second === undefined) return natural(first);
  if (rest.length === 0 && isSuffix(second)) return withSuffix(natural(first), second);
  if (COMPANY_TAIL.test(second)) return { literal: [first, second, ...rest].join(', ') };
  if (isSuffix(second)) return inverted(first, rest.join(' '), second);
  const last = rest.at(-1);
  if (last !== undefined && isSuffix(last)) return inverted(first, [second, ...rest.slice(0, -1)].join(' '), last);
  return inverted(first, [second, ...rest].join(' '), undefined);
}

/** As people write it: "Ludwig van Beethoven", "Martin Luther King Jr.", "OpenAI". */
export const nameText = (name: Name): string =>
  isGroup(name) ? name.literal : joined([name.given, name.particle, name.family, name.suffix]);

/** BibTeX's form that leaves no doubt: "van Beethoven, Ludwig", "King, Jr., Martin Luther"; a group in braces. */
export const nameInverted = (name: Name): string =>
  isGroup(name)
    ? `{${name.literal}}`
    : [joined([name.particle, name.family]), name.suffix, name.given].filter((part) => part !== undefined).join(', ');

/** One line that `parseName` reads back to the same parts: the natural form where it can be, else the form with commas. */
export function nameLine(name: Name): string {
  const text = nameText(name);
  return sameName(parseName(text), name) ? text : nameInverted(name);
}

export const sameName = (a: Name, b: Name): boolean =>
  isGroup(a) || isGroup(b)
    ? isGroup(a) && isGroup(b) && a.literal === b.literal
    : a.family === b.family && a.given === b.given && a.particle === b.particle && a.suffix === b.suffix;

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

const isSuffix = (word: string): boolean => SUFFIX.test(word) || ROMAN.test(word);

/** "First von Last Jr". */
function natural(text: string): Name {
  const words = text.split(' ').filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || GROUP.test(text) || AI_COMPANY.test(text)) return { literal: text };
  if (isSuffix(last)) return withSuffix(natural(words.slice(0, -1).join(' ')), last);
  // PubMed: one or two capitals after a name that is not all capitals are initials
  if (words.length === 2 && /^[A-Z]{1,2}$/.test(last) && /\p{Ll}/u.test(words[0] ?? ''))
    return { family: words[0] ?? '', given: last };
  if (PARTICLES.test(words[0] ?? '')) return inverted(text, '', undefined);
  const from = familyFrom(words);
  const [particle, family] = apart(words.slice(from));
  return person(family, words.slice(0, from).join(' '), particle, undefined);
}

/** Index of the word where the particle or family name begins, at least 1. */
function familyFrom(words: readonly string[]): number {
  const end = words.length - 1;
  for (let i = 1; i < end; i++) {
    const word = words[i] ?? '';
    // "Ortega y Gasset": the name before the link belongs to the family name
    if (i > 1 && /^(?:y|i|e)$/.test(word)) return i - 1;
    if (/^\p{Ll}/u.test(word)) return i;
    if (CAPITAL_PARTICLE.test(word) && !VIETNAMESE.test(words[end] ?? '')) return i;
  }
  return end;
}

/** The lower-case words at the front are the particle; the last word never is. */
function apart(words: readonly string[]): readonly [particle: string | undefined, family: string] {
  let end = 0;
  while (end < words.length - 1 && /^\p{Ll}/u.test(words[end] ?? '')) end++;
  return [end === 0 ? undefined : words.slice(0, end).join(' '), words.slice(end).join(' ')];
}

function inverted(before: string, given: string, suffix: string | undefined): Name {
  const [particle, family] = apart(before.split(' ').filter((word) => word !== ''));
  return person(family, given, particle, suffix);
}

/** A lone word is no person's name in parts; "Jr." is nobody's given name. */
function person(family: string, given: string, particle: string | undefined, suffix: string | undefined): Name {
  const words = given.split(' ');
  const tail = words.at(-1) ?? '';
  if (suffix === undefined && isSuffix(tail)) return person(family, words.slice(0, -1).join(' '), particle, tail);
  if (COMPANY_TAIL.test(given)) return { literal: joined([given, particle, family, suffix]) };
  if (given === '' && particle === undefined && suffix === undefined) return { literal: family };
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(particle === undefined ? {} : { particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function withSuffix(name: Name, suffix: string): Name {
  if (!isGroup(name))
    return name.suffix === undefined ? { ...name, suffix } : { literal: `${nameText(name)} ${suffix}` };
  return name.literal.includes(' ') || name.literal === ''
    ? { literal: `${name.literal} ${suffix}` }
    : { family: name.literal, suffix };
}
