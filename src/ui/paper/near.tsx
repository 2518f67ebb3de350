import type { Hint } from '../../core/related/hint.ts';
import { t } from '../../platform/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { statusWord } from '../parts/words.ts';
import { Section } from './section.tsx';

/** Close papers of the library, each with the terms that it shares. */
export const Near = (p: { readonly hints: readonly Hint[]; readonly onOpen: (hint: Hint) => void }) => {
  if (p.hints.length === 0) return null;
  return (
    <Section name="near" title={t('paperClose')}>
      <ul class="papers">
        {p.hints.map((hint) => (
          <li key={hint.id}>
            {hint.status && (
              <span class={`bm ${hint.status}`} title={statusWord(hint.status)}>
                <Icon name={hint.status} size={14} />
                <span class="unseen">{statusWord(hint.status)}</span>
              </span>
            )}
            <button type="button" class="t" onClick={() => p.onOpen(hint)}>
              <bdi>{hint.title || t('commonUntitled')}</bdi>
            </button>
            {hint.shared.length > 0 && (
              <span class="m">
                {t('cardShares')} <bdi>{hint.shared.join(', ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
