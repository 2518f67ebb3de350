import { useState } from 'preact/hooks';
import { RATINGS } from '../../core/library/edits.ts';
import { STATUSES } from '../../core/library/status.ts';
import type { Collection } from '../../core/library/things.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { statusWord } from '../parts/words.ts';
import type { Line } from './history-lines.ts';
import { Section } from './section.tsx';
import { momentWords } from './times.ts';

/** Lines shown before "Show all". */
const FIRST = 6;

/** What was done to the paper, newest first, with the value before and a way back to it. */
export const History = (p: {
  readonly lines: readonly Line[];
  readonly collections: readonly Collection[];
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
        {shown.map((line) => {
          const id = `${line.stamp} ${line.kind} ${line.name}`;
          return (
            <li key={id}>
              <bdi>{wordsOf(line, p.collections)}</bdi>
              {hasBefore(line) && (
                <button
                  type="button"
                  class="link"
                  aria-expanded={open === id}
                  onClick={() => setOpen(open === id ? undefined : id)}
                >
                  {t('paperSeeBefore')}
                </button>
              )}
              <span class="r num">{momentWords(line.at)}</span>
              {open === id && (
                <div class="before">
                  <Before line={line} />
                  {p.mayChange && line.back && (
                    <Button
                      small
                      onPress={() => {
                        setOpen(undefined);
                        if (line.back) p.onBack(line.back);
                      }}
                    >
                      {t('paperBringBack')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {!all && p.lines.length > FIRST && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t('paperShowAll', number(p.lines.length))}
        </button>
      )}
    </Section>
  );
};

/** Only what holds a value of its own: a tag that was put on was off before. */
const hasBefore = (line: Line): boolean =>
  line.kind === 'status' || line.kind === 'rating'
    ? line.before !== undefined
    : line.kind === 'note' && line.back !== undefined;

const Before = ({ line }: { readonly line: Line }) => {
  if (line.kind === 'note') return <Markdown text={typeof line.before === 'string' ? line.before : ''} />;
  return <span>{line.kind === 'status' ? statusOf(line.before) : ratingOf(line.before)}</span>;
};

const statusOf = (value: unknown): string => statusWord(STATUSES.find((status) => status === value) ?? 'to-read');
const ratingOf = (value: unknown): string => {
  const rating = RATINGS.find((known) => known === value) ?? 0;
  return rating === 0 ? t('paperNotRated') : tn('paperStars', rating);
};

function wordsOf(line: Line, collections: readonly Collection[]): string {
  switch (line.kind) {
    case 'saved':
      return t('paperDidSave');
    case 'status':
      return t('paperDidStatus', statusOf(line.value));
    case 'rating':
      return t('paperDidRate', ratingOf(line.value));
    case 'in':
    case 'out': {
      const name = collections.find((one) => one.id === line.name)?.name ?? t('paperGoneCollection');
      return t(line.kind === 'in' ? 'paperDidPutIn' : 'paperDidTakeOut', name);
    }
    case 'tag-on':
      return t('paperDidTag', line.name);
    case 'tag-off':
      return t('paperDidUntag', line.name);
    case 'rule-on':
      return t('paperDidRule', line.name);
    case 'rule-off':
      return t('paperDidNotWant', line.name);
    case 'deleted':
      return t('paperDidDelete');
    case 'restored':
      return t('paperDidRestore');
    case 'merged':
      return t('paperDidMerge');
    case 'parted':
      return t('paperDidPart');
    case 'note':
      return t(line.before === undefined ? 'paperDidNote' : 'paperDidChangeNote');
  }
}
