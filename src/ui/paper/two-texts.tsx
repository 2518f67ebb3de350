import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../../core/library/edits.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { bothTexts, mergeTexts, partsOf } from './merge-texts.ts';

export interface Copy {
  /** Where or when it was written. */
  readonly title: string;
  readonly text: string;
}

/**
 * Texts of one note that do not know of each other, side by side as they were typed, and one made of them, with what is not in all of
 * them marked. Nothing is dropped before the person chose.
 */
export const TwoTexts = (p: {
  readonly title: string;
  /** Oldest first. */
  readonly copies: readonly Copy[];
  readonly onUse?: ((text: string) => void) | undefined;
}) => {
  const texts = p.copies.map((copy) => copy.text);
  const merged = texts.reduce(mergeTexts);
  /** The merged text as the person goes on with it; kept here alone until it is used. */
  const [edited, setEdited] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const isEdited = edited !== undefined;
  useEffect(() => {
    if (isEdited) field.current?.focus();
  }, [isEdited]);
  return (
    <div class="two">
      <p class="strong">{p.title}</p>
      <div class="copies">
        {p.copies.map((copy, i) => (
          // Two may have been written in one minute.
          <div key={`${copy.title} ${i}`} class="copy">
            <h4>{copy.title}</h4>
            <Marked text={copy.text} others={texts} />
            {p.onUse && (
              <Button small kind="quiet" onPress={() => p.onUse?.(copy.text)}>
                {t('paperUseThis')}
              </Button>
            )}
          </div>
        ))}
        <div class="copy merged">
          <h4>{t('paperMerged')}</h4>
          {isEdited ? (
            <textarea
              ref={field}
              class="area"
              aria-label={t('paperMerged')}
              dir="auto"
              rows={6}
              maxLength={LONGEST_NOTE}
              value={edited}
              onInput={(event) => setEdited(event.currentTarget.value)}
              // Letters are text here, whatever they mean in the page around.
              onKeyDown={(event) => event.stopPropagation()}
            />
          ) : (
            <Marked text={merged} others={texts} />
          )}
        </div>
      </div>
      {p.onUse && (
        <div class="row wrap">
          <Button small kind="quiet" onPress={() => p.onUse?.(bothTexts(...texts))}>
            {t('paperKeepBoth')}
          </Button>
          <span class="sp" />
          {!isEdited && (
            <Button small onPress={() => setEdited(merged)}>
              {t('paperEditMerged')}
            </Button>
          )}
          <Button small kind="main" onPress={() => p.onUse?.(edited ?? merged)}>
            {t('paperUseMerged')}
          </Button>
        </div>
      )}
    </div>
  );
};

/** As it was typed: a mark in the middle of drawn Markdown would fall apart. */
const Marked = ({ text, others }: { readonly text: string; readonly others: readonly string[] }) => (
  <p class="typed" dir="auto">
    {partsOf(text, others).map(({ text: part, own }, i) => (own ? <ins key={i}>{part}</ins> : part))}
  </p>
);
