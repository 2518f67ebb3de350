import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { bothTexts, mergeTexts } from './merge-texts.ts';

export interface Copy {
  /** Where or when it was written. */
  readonly title: string;
  readonly text: string;
}

/** Texts of one note that do not know of each other, side by side, and one made of them. Nothing is dropped before the person chose. */
export const TwoTexts = (p: {
  readonly title: string;
  /** Oldest first. */
  readonly copies: readonly Copy[];
  readonly onUse?: ((text: string) => void) | undefined;
}) => {
  const texts = p.copies.map((copy) => copy.text);
  const merged = texts.reduce(mergeTexts);
  return (
    <div class="two">
      <p class="strong">{p.title}</p>
      <div class="copies">
        {p.copies.map((copy) => (
          <div key={copy.title} class="copy">
            <h4>{copy.title}</h4>
            <Markdown text={copy.text} />
            {p.onUse && (
              <Button small kind="quiet" onPress={() => p.onUse?.(copy.text)}>
                {t('paperUseThis')}
              </Button>
            )}
          </div>
        ))}
        <div class="copy merged">
          <h4>{t('paperMerged')}</h4>
          <Markdown text={merged} />
        </div>
      </div>
      {p.onUse && (
        <div class="row wrap">
          <Button small kind="quiet" onPress={() => p.onUse?.(bothTexts(...texts))}>
            {t('paperKeepBoth')}
          </Button>
          <span class="sp" />
          <Button small kind="main" onPress={() => p.onUse?.(merged)}>
            {t('paperUseMerged')}
          </Button>
        </div>
      )}
    </div>
  );
};
