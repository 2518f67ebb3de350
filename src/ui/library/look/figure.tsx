import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CallError } from '../../../messaging/calls.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { useLate } from '../../parts/use-late.ts';
import { errorWords } from '../../parts/words.ts';

interface Props {
  readonly title: string;
  /** Over both columns. */
  readonly wide?: boolean;
  /** What the marks mean, and what else stands in the head. */
  readonly legend?: ComponentChildren;
  /** The same as a table; without it there is nothing to show yet. */
  readonly table?: () => ComponentChildren;
  readonly children: ComponentChildren;
}

/** A chart with its title and a link to its table. */
export const Figure = (p: Props) => {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  const { table } = p;
  return (
    <section class={p.wide ? 'fig w' : 'fig'} aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{p.title}</h3>
        {!asTable && p.legend}
        {table && (
          <button
            type="button"
            class="link"
            aria-label={asTable ? t('lookChartOf', p.title) : t('lookTableOf', p.title)}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('lookChart') : t('lookTable')}
          </button>
        )}
      </header>
      {table && asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div class="twin" role="group" tabIndex={0} aria-label={t('lookTableOf', p.title)}>
          {table()}
        </div>
      ) : (
        p.children
      )}
    </section>
  );
};

/** In place of a chart: nothing to show yet, and what would change that. */
export const NoChart = (p: { readonly children: ComponentChildren }) => <p class="no">{p.children}</p>;

export const ChartError = (p: { readonly error: CallError; readonly onAgain: () => void }) => (
  <Message
    tone="bad"
    title={t('lookFailed')}
    actions={
      <Button small onPress={p.onAgain}>
        {t('commonTryAgain')}
      </Button>
    }
  >
    {errorWords(p.error)}
  </Message>
);

const BARS = [38, 62, 30, 84, 55, 72, 46, 90, 40, 66] as const;

/** Still bars, and only after 300 ms. */
export const ChartLoading = () => {
  const late = useLate();
  if (!late) return <div class="wait" aria-busy="true" />;
  return (
    <div class="wait" aria-busy="true" role="status" aria-label={t('commonLoading')}>
      {BARS.map((height) => (
        <i key={height} class="sk" style={{ height: `${height}%` }} />
      ))}
    </div>
  );
};
