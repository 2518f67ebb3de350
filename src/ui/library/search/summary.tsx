import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { number, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import type { ListState } from '../list/list-store.ts';
import { Pills } from './pills.tsx';

interface Props {
  readonly state: ListState;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What limits the page now. */
  readonly children?: ComponentChildren;
}

/** How many papers there are, of how many, how long it took, and what they were asked for. */
export const Summary = (p: Props) => {
  const { state } = p;
  const known = state.counted;
  const isAll = state.query.text.trim() === '';
  return (
    <div class="sum">
      {known && (
        <span>
          <b>{tn('libraryCount', state.total)}</b>
          {!isAll && ` ${t('libraryOf', number(state.of))}`}
        </span>
      )}
      {state.phase === 'ready' && !isAll && (
        <span class="muted num">{t('libraryMs', number(Math.round(state.ms)))}</span>
      )}
      {state.indexing && <span class="pill">{t('libraryIndexing')}</span>}
      {p.children}
      <Spoken words={known && !state.busy ? tn('libraryCount', state.total) : ''} />
      <span class="sp" />
      <Pills text={p.text} onText={p.onText} />
      {p.text.trim() !== '' && (
        <Button kind="quiet" small onPress={() => p.onText('')}>
          {t('libraryClear')}
        </Button>
      )}
    </div>
  );
};

/** Rest in typing before the count is said, in ms. */
const REST = 700;

/** The count for screen readers, once it stands still. */
const Spoken = ({ words }: { readonly words: string }) => {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(words), REST);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span class="unseen" role="status">
      {said}
    </span>
  );
};
