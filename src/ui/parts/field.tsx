import type { Ref } from 'preact';
import { type CalendarDay, dayOfIso } from '../../core/calendar-day.ts';
import { Icon } from './icon.tsx';

/** The search field: `/` leads to it from anywhere on its page. */
export const SearchField = (p: {
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly fieldRef?: Ref<HTMLInputElement>;
}) => (
  <search class="inp">
    <Icon name="search" />
    <input
      type="search"
      ref={p.fieldRef ?? null}
      value={p.text}
      placeholder={p.label}
      aria-label={p.label}
      aria-keyshortcuts="/"
      autocomplete="off"
      spellcheck={false}
      maxLength={500}
      onInput={(event) => p.onText(event.currentTarget.value)}
    />
    {p.text === '' && (
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    )}
  </search>
);

/** A calendar day; what is not a day is ignored until it is one. */
export const DayField = (p: {
  readonly day: CalendarDay;
  readonly label: string;
  readonly onDay: (day: CalendarDay) => void;
}) => (
  <input
    type="date"
    class="date num"
    aria-label={p.label}
    value={p.day}
    required
    min="1991-01-01"
    max="9999-12-31"
    onInput={(event) => {
      const day = dayOfIso(event.currentTarget.value);
      if (day) p.onDay(day);
    }}
  />
);
