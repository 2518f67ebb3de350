import { labelOf } from '../../../core/identity/urls-of.ts';
import { STATUSES } from '../../../core/library/status.ts';
import type { NoteData } from '../../../core/note-data.ts';
import type { Conflict } from '../../../core/paper.ts';
import { dayText, t } from '../../words.ts';
import { bookmarks } from '../drawings.ts';
import { el, foreign } from '../el.ts';
import { icon } from '../icons.ts';
import { cross } from './drawings.ts';

/** Title, what is known about the paper itself, and doubts that a person should see. */
export function headOf(data: NoteData): HTMLElement {
  const doubts = [
    ...(data.match === 'probably' ? [t('cardProbably')] : []),
    ...data.otherTitles.map((title) => t('cardAlsoTitled', title)),
    ...data.conflicts.map(conflictText),
  ];
  return el(
    'div',
    { class: 'c-head' },
    el('h2', { dir: 'auto' }, data.title),
    el('button', { class: 'x', 'data-do': 'close', 'aria-label': t('cardClose') }, icon(cross, 14)),
    el('p', {}, ...separated(metaOf(data))),
    ...doubts.filter(Boolean).map((text) => el('p', { class: 'warn' }, foreign(text))),
  );
}

/** What digests disagree on, in words; other titles are told apart above. */
function conflictText({ field, values }: Conflict): string {
  if (field === 'title') return '';
  if (field === 'abstract') return t('cardConflictAbstract');
  if (field === 'date') return t('cardConflictDate', values.map(dayText).join(' / '));
  return t(field === 'ids' ? 'cardConflictIds' : 'cardConflictAuthors', values.join(' / '));
}

function metaOf(data: NoteData): readonly string[] {
  const count = data.authorCount ?? data.authors?.length;
  const [only] = data.authors ?? [];
  const [id] = data.ids;
  const authors = count === 1 ? (only ?? t('cardAuthor')) : count === undefined ? undefined : t('cardAuthors', count);
  const date = data.date === undefined ? undefined : dayText(data.date);
  const parts = [
    authors,
    data.organisation,
    date !== undefined && data.dateInferred === true ? t('cardYearInferred', date) : date,
    data.venue,
    id === undefined ? undefined : labelOf(id),
  ];
  return parts.filter((part) => part !== undefined);
}

/** Parts of a line, each with its own direction, a dot between them. */
export const separated = (parts: readonly string[]): readonly Node[] =>
  parts.flatMap((part, i): Node[] => [...(i > 0 ? [new Text(' · ')] : []), foreign(part)]);

/** Save, or the status once it is saved. Acts at once; the choice shows only what is durable. */
export function libraryOf(data: NoteData, busy: boolean): HTMLElement {
  const status = data.saved?.status;
  const wait = busy && 'true';
  if (status === undefined) {
    const words = el('span', {}, busy ? t('noteSaving') : t('cardSave'));
    const button = el('button', { class: 'main', 'data-do': 'save', 'aria-busy': wait, 'aria-keyshortcuts': 'S' });
    button.append(icon(bookmarks.none, 15), words, el('kbd', { 'aria-hidden': 'true' }, 'S'));
    return el('div', { class: 'c-lib', 'data-sec': 'status' }, button);
  }
  const choices = STATUSES.map((choice, i) =>
    el(
      'button',
      {
        role: 'radio',
        'aria-checked': choice === status ? 'true' : 'false',
        tabindex: choice === status ? 0 : -1,
        'aria-keyshortcuts': i + 1,
        'data-do': 'status',
        'data-at': choice,
      },
      icon(bookmarks[choice === 'to-read' && choice !== status ? 'none' : choice], 14),
      choiceWord(choice),
    ),
  );
  const group = el(
    'div',
    { class: 'seg', role: 'radiogroup', 'aria-label': t('cardStatus'), 'aria-busy': wait },
    ...choices,
  );
  return el('div', { class: 'c-lib', 'data-sec': 'status' }, group);
}

/** In the group the plain save is named for what it means; elsewhere it is "Saved". */
function choiceWord(status: (typeof STATUSES)[number]): string {
  if (status === 'to-read') return t('cardToRead');
  if (status === 'reading') return t('noteStatusReading');
  return status === 'read' ? t('noteStatusRead') : t('cardAside');
}
