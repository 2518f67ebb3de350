import type { TargetedKeyboardEvent } from 'preact';
import { number, t, tn } from '../../../platform/i18n.ts';
import { Glyph } from '../../parts/icon.tsx';
import { Figure, NoChart } from './figure.tsx';
import { type Topic, type TopicGrid, topicGrid, topicQuery } from './topics.ts';

const TOPICS = 8;
const YEARS = 6;
/** Of the highest bar, in px. */
const BAR = 17;

/** How many papers of each topic came out in each year: small bars on one scale, with their numbers. A press filters. */
export const TopicsChart = (p: { readonly topics: readonly Topic[]; readonly onFilter: (text: string) => void }) => {
  const grid = topicGrid(p.topics, TOPICS, YEARS);
  if (grid.years.length === 0)
    return (
      <Figure title={t('lookTopics')}>
        <NoChart>{t('lookTopicsNone')}</NoChart>
      </Figure>
    );
  return (
    <Figure title={t('lookTopics')} table={() => <TopicsTable topics={p.topics} onFilter={p.onFilter} />}>
      <Grid grid={grid} onFilter={p.onFilter} />
    </Figure>
  );
};

/** Arrow keys go from bar to bar, so that the chart is few tab stops. */
function onArrow(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { key, target } = event;
  if (!(target instanceof HTMLElement)) return;
  const row = target.closest('tr');
  const across = row ? [...row.querySelectorAll<HTMLElement>('button')] : [];
  const at = across.indexOf(target);
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const other = (by: number): HTMLElement | undefined => {
    const next = row ? rows[rows.indexOf(row) + by] : undefined;
    const column = target.dataset['column'] ?? '';
    return next?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? next?.querySelector('button') ?? undefined;
  };
  const next =
    key === 'ArrowDown'
      ? other(1)
      : key === 'ArrowUp'
        ? other(-1)
        : key === 'ArrowRight' || key === 'ArrowLeft'
          ? across[at + (key === forward ? 1 : -1)]
          : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const Grid = ({ grid, onFilter }: { readonly grid: TopicGrid; readonly onFilter: (text: string) => void }) => (
  // The keys move among the buttons inside.
  <table class="heat" onKeyDown={onArrow}>
    <caption class="unseen">{t('lookTopicsKeys')}</caption>
    <thead>
      <tr>
        <td />
        {grid.years.map((year) => (
          <th key={year} scope="col">
            {year}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {grid.rows.map((row) => (
        <tr key={row.name}>
          <th scope="row">
            <button type="button" class="nm" data-column="name" onClick={() => onFilter(topicQuery(row.name))}>
              <Glyph kind={row.kind} />
              <bdi>{row.name}</bdi>
            </button>
          </th>
          {grid.years.map((year, i) => {
            const count = row.counts[i] ?? 0;
            return (
              <td key={year}>
                {count === 0 ? (
                  <span class="ce none">
                    <span aria-hidden="true">·</span>
                    <span class="unseen">{number(0)}</span>
                  </span>
                ) : (
                  <button
                    type="button"
                    class="ce"
                    tabIndex={-1}
                    data-column={year}
                    aria-label={t('lookTopicYear', row.name, year, tn('popupPapers', count))}
                    onClick={() => onFilter(topicQuery(row.name, year))}
                  >
                    {number(count)}
                    <i style={{ height: `${Math.max(1.5, (BAR * count) / grid.most)}px` }} />
                  </button>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

/** All topics and all years. */
const TopicsTable = (p: { readonly topics: readonly Topic[]; readonly onFilter: (text: string) => void }) => {
  const grid = topicGrid(p.topics, p.topics.length, 1_000);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('lookTopic')}</th>
          {grid.years.map((year) => (
            <th key={year} scope="col" class="r">
              {year}
            </th>
          ))}
          <th scope="col" class="r">
            {t('lookAll')}
          </th>
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <button type="button" class="link" onClick={() => p.onFilter(topicQuery(row.name))}>
                <bdi>{row.name}</bdi>
              </button>
            </th>
            {row.counts.map((count, i) => (
              <td key={grid.years[i]} class="r">
                {number(count)}
              </td>
            ))}
            <td class="r">{number(row.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
