import { type CalendarDay, dayOfIso } from '../calendar-day.ts';
import { LINK_KINDS, LINK_STATUSES, type Link } from '../links/link.ts';
import { isRecord } from './merge.ts';

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
