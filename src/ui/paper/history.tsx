import { useState } from 'preact/hooks';
import { number, t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Markdown } from '../parts/markdown.tsx';
import type { Line } from './history-lines.ts';
import { Section } from './section.tsx';
import { momentWords } from './times.ts';

/** Lines shown before "Show all". */
const FIRST = 6;

/** What was done to the paper, newest first, with the value before and a way back to it. */
export const History = (p: {
  readonly lines: readonly Line[];
  readonly mayChange: boolean;
  readonly onBack: (back: NonNullable<Line['back']>) => void;
}) => {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string>();
  if (p.lines.length === 0) return null;
  const shown = all ? p.lines : p.lines.slice(0, FIRST);
  return (
    <Section name="history" title={t('paperHistory')}>
      <ul class="lines">
        {shown.map(({ id, words, at, before, back, elsewhere }) => (
          <li key={id}>
            <bdi>{words}</bdi>
            {elsewhere && <span class="muted"> {t('paperDidElsewhere')}</span>}
            {before && (
              <button
                type="button"
                class="link"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                {t('paperSeeBefore')}
              </button>
            )}
            <span class="r num">{momentWords(at)}</span>
            {before && open === id && (
              <div class="before">
                {before.note ? <Markdown text={before.text} /> : <bdi>{before.text}</bdi>}
                {p.mayChange && back && (
                  <Button
                    small
                    onPress={() => {
                      setOpen(undefined);
                      p.onBack(back);
                    }}
                  >
                    {t('paperBringBack')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {!all && p.lines.length > FIRST && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t('paperShowAll', number(p.lines.length))}
        </button>
      )}
    </Section>
  );
};
