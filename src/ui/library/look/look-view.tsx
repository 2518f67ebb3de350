import { useState } from 'preact/hooks';
import { localDay } from '../../../core/calendar-day.ts';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import { ChartError, ChartLoading, Figure } from './figure.tsx';
import { GRAPH_SIZES, GraphChart, type GraphSize } from './graph-chart.tsx';
import { TopicsChart } from './topics-chart.tsx';
import { useAnswer } from './use-answer.ts';
import { WeeksChart } from './weeks-chart.tsx';
import './look.css';

interface Props {
  /** The papers of the graph are the first ones of this list. */
  readonly query: ListQuery;
  /** The library's number of changes: when it grows, the charts are asked for again. */
  readonly seq?: number | undefined;
  readonly onOpen: (key: string) => void;
  /** A condition, as text of a query, to add to the search. */
  readonly onFilter: (text: string) => void;
}

/** Charts of the library: saved and read by week, topics over years, close papers. Each has a table. */
export const LookView = (p: Props) => {
  const [size, setSize] = useState<GraphSize>(GRAPH_SIZES[0]);
  const charts = useAnswer('library.charts', {}, p.seq);
  const graph = useAnswer('library.graph', { query: p.query, limit: size }, p.seq);
  return (
    <div class="look">
      {charts.answer.state === 'ready' ? (
        <>
          <WeeksChart known={charts.answer.value.weeks} today={localDay(new Date())} />
          <TopicsChart topics={charts.answer.value.topics} onFilter={p.onFilter} />
        </>
      ) : (
        [t('lookWeeks'), t('lookTopics')].map((title) => (
          <Figure key={title} title={title}>
            {charts.answer.state === 'error' ? (
              <ChartError error={charts.answer.error} onAgain={charts.again} />
            ) : (
              <ChartLoading />
            )}
          </Figure>
        ))
      )}
      {graph.answer.state === 'ready' ? (
        <GraphChart graph={graph.answer.value} size={size} onSize={setSize} onOpen={p.onOpen} />
      ) : (
        <Figure wide title={t('lookGraph')}>
          {graph.answer.state === 'error' ? (
            <ChartError error={graph.answer.error} onAgain={graph.again} />
          ) : (
            <ChartLoading />
          )}
        </Figure>
      )}
    </div>
  );
};
