import { useId } from 'preact/hooks';
import type { CitedWork } from '../../core/citations/citation.ts';
import { citationKeys, DEFAULT_KEY_PATTERN } from '../../core/citations/citation-key.ts';
import { LONGEST_PATTERN } from '../../core/citations/citation-settings.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';

/** A paper whose key most people in the field have typed; a fact, so not translated. */
const EXAMPLE: CitedWork = {
  ids: ['arxiv:1706.03762' as PaperId], // of the canonical form
  title: 'Attention Is All You Need',
  kind: 'conference',
  authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
  year: 2017,
  venue: 'NeurIPS',
};

/** Fields and modifiers of citation-key.ts. */
const PARTS = [
  '[auth]',
  '[auth3]',
  '[authEtAl]',
  '[authors]',
  '[year]',
  '[shortyear]',
  '[veryshorttitle]',
  '[shorttitle]',
  '[title]',
  '[venue]',
  '[id]',
] as const;

export const exampleKey = (pattern: string): string => citationKeys([EXAMPLE], pattern)[0] ?? '';

/** The pattern of citation keys, with what it makes of a known paper. */
export const KeyPattern = (p: {
  readonly pattern: string;
  readonly disabled?: boolean;
  readonly onPattern: (pattern: string) => void;
}) => {
  const id = useId();
  return (
    <div class="keypat">
      <label for={id}>{t('exportKeyPattern')}</label>
      <span class="row">
        <input
          id={id}
          type="text"
          class="text mono"
          value={p.pattern}
          placeholder={DEFAULT_KEY_PATTERN}
          maxLength={LONGEST_PATTERN}
          readOnly={p.disabled ?? false}
          aria-describedby={`${id}-x`}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => p.onPattern(event.currentTarget.value)}
        />
        <Button
          kind="quiet"
          small
          disabled={p.disabled === true || p.pattern === DEFAULT_KEY_PATTERN}
          onPress={() => p.onPattern(DEFAULT_KEY_PATTERN)}
        >
          {t('exportKeyReset')}
        </Button>
      </span>
      <span id={`${id}-x`} class="small muted">
        {t('exportKeyExample')} <code>{exampleKey(p.pattern || DEFAULT_KEY_PATTERN)}</code>
      </span>
      <details class="small">
        <summary>{t('exportKeyParts')}</summary>
        <dl>
          {PARTS.map((part) => (
            <div key={part}>
              <dt>
                <code>{part}</code>
              </dt>
              <dd>
                <code>{exampleKey(`x${part}`).slice(1)}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>{t('exportKeyModifiers', ':lower', ':upper', ':abbr')}</p>
      </details>
    </div>
  );
};
