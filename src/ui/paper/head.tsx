import { useState } from 'preact/hooks';
import { dayOfIso } from '../../core/calendar-day.ts';
import { cleanField } from '../../core/digest/clean-text.ts';
import { labelOf } from '../../core/identity/urls-of.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { dayWords } from '../parts/words.ts';

/** Names shown before "and 31 more". */
const FIRST = 8;
const FIRST_IDS = 3;

/** Title, authors, and one line of what tells this paper from others. */
export const Head = (p: {
  readonly record: SaveInput;
  readonly dateInferred?: boolean | undefined;
  readonly onClose?: (() => void) | undefined;
}) => {
  const { record } = p;
  const day = record.date === undefined ? undefined : dayOfIso(record.date);
  const date = day ? dayWords(day) : record.year === undefined ? undefined : String(record.year);
  const ids = record.ids.slice(0, FIRST_IDS).map(labelOf);
  const parts = [
    ...(date ? [p.dateInferred ? t('paperDateInferred', date) : date] : []),
    ...ids,
    ...(record.venue ? [record.venue] : []),
  ];
  return (
    <header class="hd">
      {p.onClose && (
        <span class="x">
          <Button kind="quiet" small icon="cross" label={t('commonClose')} keys="Escape" onPress={p.onClose} />
        </span>
      )}
      <h2>
        <bdi>{cleanField(record.title) || t('commonUntitled')}</bdi>
      </h2>
      <Authors record={record} />
      {parts.length > 0 && (
        <p class="meta">
          {parts.map((part, i) => (
            <span key={part}>
              {i > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
      )}
    </header>
  );
};

const Authors = ({ record }: { readonly record: SaveInput }) => {
  const [all, setAll] = useState(false);
  const names = record.authors ?? [];
  if (names.length === 0)
    return record.authorCount === undefined ? null : <p class="meta">{tn('commonAuthors', record.authorCount)}</p>;
  const shown = all || names.length <= FIRST + 1 ? names : names.slice(0, FIRST);
  const hidden = names.length - shown.length;
  const unnamed = Math.max(0, (record.authorCount ?? 0) - names.length);
  return (
    <p class="meta">
      <bdi>{cleanField(shown.join(', '))}</bdi>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {tn('paperMoreAuthors', hidden + unnamed)}
        </button>
      )}
      {hidden === 0 && unnamed > 0 && ` ${tn('paperMoreAuthors', unnamed)}`}
    </p>
  );
};
