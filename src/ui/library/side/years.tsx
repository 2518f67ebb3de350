import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { number, t, tn } from '../../../platform/i18n.ts';
import { yearWords } from '../search/pills.tsx';
import { binsOf } from './year-bins.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

interface Props {
  /** Of the papers that all other conditions let through. */
  readonly years: readonly (readonly [year: number, count: number])[];
  readonly range: Range | undefined;
  readonly onRange: (range: Range | undefined) => void;
}

/** Papers by year. A press chooses a year, a drag or Shift with an arrow a range, the same again lets go. */
export const Years = (p: Props) => {
  const bins = binsOf(p.years);
  const heading = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(bins.length - 1);
  /** Bars of a drag, or of a choice by key, that is not finished. */
  const [drawn, draw] = useState<readonly [number, number]>();
  const dragging = useRef(false);
  const highest = Math.max(1, ...bins.map((bin) => bin.count));

  const rangeOf = ([a, b]: readonly [number, number]): Range | undefined => {
    const first = bins[Math.min(a, b)];
    const last = bins[Math.max(a, b)];
    return first && last && { from: first.from, to: last.to };
  };
  const choose = (span: readonly [number, number]): void => {
    const range = rangeOf(span);
    draw(undefined);
    if (range) p.onRange(range.from === p.range?.from && range.to === p.range.to ? undefined : range);
  };
  // A drag may end outside.
  useEffect(() => {
    const up = (): void => {
      if (!dragging.current || drawn === undefined) return;
      dragging.current = false;
      choose(drawn);
    };
    addEventListener('pointerup', up);
    return () => removeEventListener('pointerup', up);
  });
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
    const back = rtl ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: bins.length - 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') choose(drawn ?? [at, at]);
    else if (event.key === 'Escape' && drawn) draw(undefined);
    else if (to === undefined || to < 0 || to >= bins.length) return;
    else {
      draw(event.shiftKey ? [drawn?.[0] ?? at, to] : undefined);
      setAt(to);
      list.current?.querySelectorAll('button')[to]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (bins.length === 0) return null;
  const shown = drawn ? rangeOf(drawn) : p.range;
  const here = Math.max(0, Math.min(at, bins.length - 1));
  return (
    <section>
      <h2>
        <span id={heading}>{t('libraryYear')}</span>
      </h2>
      <div ref={list} class="hist" role="toolbar" aria-labelledby={heading} onKeyDown={onKeyDown}>
        {bins.map((bin, i) => (
          <button
            key={bin.from}
            type="button"
            tabIndex={i === here ? 0 : -1}
            aria-pressed={shown !== undefined && bin.to >= shown.from && bin.from <= shown.to}
            aria-label={t('libraryYearBar', binWords(bin), tn('libraryCount', bin.count))}
            title={t('libraryYearBar', binWords(bin), number(bin.count))}
            onFocus={() => setAt(i)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              // The bar under a finger would otherwise get all further moves.
              event.currentTarget.releasePointerCapture(event.pointerId);
              dragging.current = true;
              draw([event.shiftKey ? at : i, i]);
            }}
            onPointerEnter={() => {
              if (dragging.current && drawn) draw([drawn[0], i]);
            }}
            // What assistive technology presses comes without a pointer.
            onClick={(event) => {
              if (event.detail === 0) choose([i, i]);
            }}
          >
            <i style={{ height: `${bin.count === 0 ? 0 : Math.max(5, (bin.count / highest) * 100)}%` }} />
          </button>
        ))}
      </div>
      <div class="hl num">
        <span>{bins[0]?.from}</span>
        {shown && <span class="now">{yearWords(shown.from, shown.to)}</span>}
        <span>{bins.at(-1)?.to}</span>
      </div>
    </section>
  );
};

const binWords = ({ from, to }: Range): string => (from === to ? String(from) : t('libraryYearBefore', String(to)));
