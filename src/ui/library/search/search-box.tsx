import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { LONGEST_QUERY, type ParsedQuery, type Span } from '../../../core/search/query.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';

interface Props {
  readonly text: string;
  readonly parsed: ParsedQuery;
  /** Is this text a saved search? */
  readonly saved: boolean;
  readonly readOnly: boolean;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
  readonly onStar: () => void;
}

/** The search field. Its own letters are clear; the same text stands behind them with its operators tinted, and scrolls along. */
export const SearchBox = (p: Props) => {
  const tint = useRef<HTMLSpanElement>(null);
  const follow = (field: HTMLInputElement): void => {
    if (tint.current) tint.current.scrollLeft = field.scrollLeft;
  };
  return (
    <search class="inp sf">
      <Icon name="search" />
      <span class="sfw">
        <span class="tint" ref={tint} aria-hidden="true">
          <Tinted text={p.text} spans={p.parsed.spans} />
        </span>
        <input
          type="search"
          ref={p.fieldRef}
          value={p.text}
          placeholder={t('librarySearch')}
          aria-label={t('librarySearchLabel')}
          aria-keyshortcuts="/"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={LONGEST_QUERY}
          onInput={(event) => {
            p.onText(event.currentTarget.value);
            follow(event.currentTarget);
          }}
          onScroll={(event) => follow(event.currentTarget)}
        />
      </span>
      {p.text.trim() !== '' && (
        <button
          type="button"
          class="starb"
          aria-pressed={p.saved}
          aria-label={p.saved ? t('libraryDropSearch') : t('librarySaveSearch')}
          title={p.saved ? t('libraryDropSearch') : t('librarySaveSearch')}
          aria-disabled={p.readOnly ? 'true' : undefined}
          onClick={() => {
            if (!p.readOnly) p.onStar();
          }}
        >
          <Icon name={p.saved ? 'star-full' : 'star'} size={15} />
        </button>
      )}
      <span class="slash" aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </search>
  );
};

/** The text cut into its spans; what stands between them is drawn as it is. */
const Tinted = ({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) => {
  const parts: (string | preact.JSX.Element)[] = [];
  let at = 0;
  for (const { from, to, part } of spans) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(
      part === 'word' || part === 'value' ? (
        text.slice(from, to)
      ) : (
        <span key={from} class={`op ${part}`}>
          {text.slice(from, to)}
        </span>
      ),
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
};
