import { useRef, useState } from 'preact/hooks';
import type { CalendarDay } from '../../../core/calendar-day.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import { dayMonth, dayWords } from '../../parts/words.ts';
import { Figure, NoChart } from './figure.tsx';
import { type Size, useSize } from './use-size.ts';
import { lastWeeks, ticks, totals, type Week } from './weeks.ts';

const RANGES = [13, 26, 52] as const;
type Range = (typeof RANGES)[number];

const BEFORE: Size = { width: 460, height: 180 };
const TOP = 18;
/** Under the bars: the days. */
const FOOT = 24;
const START = 30;
/** What a written number or day needs, in px. */
const DAY_WIDTH = 54;
const NUMBER_WIDTH = 15;
/** Two bars of at most this width a week. */
const WIDEST = 12;

/** How many papers were saved, and how many read, in each week: two steps of one hue, side by side. */
export const WeeksChart = (p: { readonly known: readonly Week[]; readonly today: CalendarDay }) => {
  const [range, setRange] = useState<Range>(26);
  const weeks = lastWeeks(p.known, p.today, range);
  const sum = totals(weeks);
  const any = p.known.some(({ saved, read }) => saved + read > 0);
  if (!any)
    return (
      <Figure title={t('lookWeeks')}>
        <NoChart>{t('lookWeeksNone')}</NoChart>
      </Figure>
    );
  return (
    <Figure
      title={t('lookWeeks')}
      legend={
        <>
          <span class="lg">
            <span>
              <i class="saved" />
              {t('lookSaved')}
            </span>
            <span>
              <i class="read" />
              {t('lookRead')}
            </span>
          </span>
          <RangeChoice range={range} onRange={setRange} />
        </>
      }
      table={() => <WeeksTable weeks={weeks} />}
    >
      <Bars weeks={weeks} />
      <p class="cap">{t('lookWeeksSum', tn('lookSavedCount', sum.saved), tn('lookReadCount', sum.read))}</p>
    </Figure>
  );
};

const RangeChoice = (p: { readonly range: Range; readonly onRange: (range: Range) => void }) => (
  <select
    class="pick num"
    aria-label={t('lookRange')}
    value={String(p.range)}
    onChange={(event) => {
      const chosen = RANGES.find((range) => String(range) === event.currentTarget.value);
      if (chosen) p.onRange(chosen);
    }}
  >
    {RANGES.map((range) => (
      <option key={range} value={String(range)}>
        {tn('lookLastWeeks', range)}
      </option>
    ))}
  </select>
);

const Bars = ({ weeks }: { readonly weeks: readonly Week[] }) => {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box, BEFORE);
  const base = height - FOOT;
  const scale = ticks(Math.max(...weeks.map(({ saved, read }) => Math.max(saved, read))));
  const top = scale.at(-1) ?? 1;
  const step = (width - START) / weeks.length;
  const bar = Math.min(WIDEST, (step - 3) / 2);
  const y = (count: number): number => base - ((base - TOP) * count) / top;
  const every = Math.ceil(DAY_WIDTH / step);
  const written = bar >= NUMBER_WIDTH - 3;
  return (
    <div ref={box} class="bars">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('lookWeeksLabel', number(weeks.length))}
      >
        {[0, ...scale].map((count) => (
          <g key={count}>
            <path class="rule" d={`M${START} ${y(count)}H${width}`} />
            {count > 0 && (
              <text x={START - 8} y={y(count) + 4} text-anchor="end">
                {number(count)}
              </text>
            )}
          </g>
        ))}
        {weeks.map((week, i) => {
          const x = START + step * i + Math.max(0, step - 2 * bar - 2) / 2;
          return (
            <g key={week.from}>
              <title>{weekWords(week)}</title>
              {/* the whole column answers to the pointer */}
              <rect class="hit" x={START + step * i} y={TOP} width={step} height={base - TOP} />
              <Bar kind="saved" count={week.saved} x={x} width={bar} y={y(week.saved)} base={base} written={written} />
              <Bar
                kind="read"
                count={week.read}
                x={x + bar + 2}
                width={bar}
                y={y(week.read)}
                base={base}
                written={written}
              />
              {i % every === 0 && x + DAY_WIDTH - 12 < width && (
                <text x={x} y={height - 6}>
                  {dayMonth(week.from)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
};

const Bar = (p: {
  readonly kind: 'saved' | 'read';
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  /** The line that it stands on. */
  readonly base: number;
  readonly written: boolean;
}) =>
  p.count === 0 ? null : (
    <>
      <rect class={p.kind} x={p.x} y={p.y} width={p.width} height={p.base - p.y} rx="1.5" />
      {p.written && p.count < 100 && (
        <text class="n" x={p.x + p.width / 2} y={p.y - 4} text-anchor="middle">
          {number(p.count)}
        </text>
      )}
    </>
  );

const weekWords = ({ from, saved, read }: Week): string =>
  `${t('lookWeekOf', dayWords(from))}: ${tn('lookSavedCount', saved)}, ${tn('lookReadCount', read)}`;

const WeeksTable = ({ weeks }: { readonly weeks: readonly Week[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{t('lookWeek')}</th>
        <th scope="col" class="r">
          {t('lookSaved')}
        </th>
        <th scope="col" class="r">
          {t('lookRead')}
        </th>
      </tr>
    </thead>
    <tbody>
      {[...weeks].reverse().map(({ from, saved, read }) => (
        <tr key={from}>
          <th scope="row">{dayWords(from)}</th>
          <td class="r">{number(saved)}</td>
          <td class="r">{number(read)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
