import type { TargetedKeyboardEvent } from 'preact';
import type { Rating } from '../../core/library/edits.ts';
import { STATUSES, type Status } from '../../core/library/status.ts';
import { direction, t, tn } from '../../platform/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { nextRadio } from './radios.ts';
import { standWord } from './status-words.ts';

/**
 * Moves the focus to a radio button of the row and chooses it. It goes on from where the focus is: keys come faster than what holds is
 * written and drawn. @param at where the row begins without the focus
 */
function onArrow(
  event: TargetedKeyboardEvent<HTMLElement>,
  at: number,
  count: number,
  choose: (next: number) => void,
): void {
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
  const focused = radios.findIndex((radio) => radio === event.target);
  const next = nextRadio(event.key, focused < 0 ? at : focused, count, direction() === 'rtl');
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  radios[next]?.focus();
  choose(next);
}

/** Where the paper stands: a segmented control. 1 to 4 do the same from anywhere in the pane. */
export const StatusBar = (p: {
  readonly status: Status;
  readonly readOnly: boolean;
  readonly onStatus: (status: Status) => void;
}) => {
  const choose = (status: Status | undefined): void => {
    if (!p.readOnly && status && status !== p.status) p.onStatus(status);
  };
  return (
    <div
      class="seg"
      role="radiogroup"
      aria-label={t('commonStatus')}
      aria-disabled={p.readOnly ? 'true' : undefined}
      onKeyDown={(event) =>
        onArrow(event, STATUSES.indexOf(p.status), STATUSES.length, (next) => {
          const status = STATUSES[next];
          if (status && !p.readOnly) p.onStatus(status);
        })
      }
    >
      {STATUSES.map((status, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control of buttons with icons, one stop, arrows inside
        <button
          key={status}
          type="button"
          role="radio"
          aria-checked={status === p.status}
          aria-keyshortcuts={String(i + 1)}
          tabIndex={status === p.status ? 0 : -1}
          onClick={() => choose(status)}
        >
          <Icon name={status} size={14} />
          {standWord(status)}
        </button>
      ))}
    </div>
  );
};

const STARS = [1, 2, 3, 4, 5] as const satisfies readonly Rating[];

/** Five stars. The star that holds takes the rating away when it is pressed again; so does 0 or Delete. */
export const Stars = (p: {
  readonly rating: Rating;
  readonly readOnly: boolean;
  readonly onRating: (rating: Rating) => void;
}) => {
  const choose = (rating: Rating): void => {
    if (!p.readOnly && rating !== p.rating) p.onRating(rating);
  };
  return (
    <div
      class="stars"
      role="radiogroup"
      aria-label={t('paperRating')}
      aria-disabled={p.readOnly ? 'true' : undefined}
      onKeyDown={(event) => {
        if (event.key === '0' || event.key === 'Delete' || event.key === 'Backspace') {
          event.stopPropagation();
          choose(0);
        } else
          onArrow(event, Math.max(0, p.rating - 1), STARS.length, (next) => {
            if (!p.readOnly) p.onRating(STARS[next] ?? 0);
          });
      }}
    >
      {STARS.map((star) => (
        // biome-ignore lint/a11y/useSemanticElements: stars are drawn filled up to the one that holds, one stop, arrows inside
        <button
          key={star}
          type="button"
          role="radio"
          class={star <= p.rating ? 'on' : ''}
          aria-checked={star === p.rating}
          aria-label={tn('paperStars', star)}
          title={tn('paperStars', star)}
          tabIndex={star === Math.max(1, p.rating) ? 0 : -1}
          onClick={() => choose(star === p.rating ? 0 : star)}
        >
          <Icon name={star <= p.rating ? 'star-full' : 'star'} size={15} />
        </button>
      ))}
    </div>
  );
};
