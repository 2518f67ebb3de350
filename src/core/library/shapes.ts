import { type CalendarDay, dayOfIso } from '../calendar-day.ts';
import type { WorkKind } from '../citations/citation.ts';
import { LINK_KINDS, LINK_STATUSES, type Link } from '../links/link.ts';
import { TAG_KINDS } from '../tags/tag.ts';
import { isRecord } from './merge.ts';
import type { Topic } from './saved-row.ts';

/** Is a value, read from a state that may come from a file or another version, what a field of a record holds? */

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isTitle = (value: unknown): value is string => isText(value) && value.trim() !== '';
export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isDay = (value: unknown): value is CalendarDay => typeof value === 'string' && dayOfIso(value) === value;

/** Links reach an href: https only, whatever a file says. */
export const isLink = (value: unknown): value is Link =>
  isRecord(value) &&
  typeof value['url'] === 'string' &&
  value['url'].startsWith('https://') &&
  LINK_KINDS.some((kind) => kind === value['kind']) &&
  LINK_STATUSES.some((status) => status === value['status']) &&
  typeof value['label'] === 'string' &&
  (value['key'] === undefined || typeof value['key'] === 'string') &&
  isRecord(value['evidence']);

export const isLinks = (value: unknown): value is readonly Link[] => Array.isArray(value) && value.every(isLink);

const WORK_KINDS: readonly WorkKind[] = [
  'journal',
  'conference',
  'preprint',
  'book',
  'chapter',
  'thesis',
  'report',
  'other',
];
export const isWorkKind = (value: unknown): value is WorkKind => WORK_KINDS.some((kind) => kind === value);

/** Volumes, pages and the like: longer ones are no such thing. */
const SHORT = 500;
export const isShort = (value: unknown): value is string => isText(value) && value.length <= SHORT;

/** More than the tagger ever gives. */
const MOST_TOPICS = 64;
export const isTopics = (value: unknown): value is readonly Topic[] =>
  Array.isArray(value) && value.length <= MOST_TOPICS && value.every(isTopic);

const isTopic = (value: unknown): value is Topic =>
  isRecord(value) && isShort(value['name']) && TAG_KINDS.some((kind) => kind === value['kind'] && kind !== 'own');
