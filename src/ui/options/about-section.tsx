import { t } from '../../platform/i18n.ts';
import { Message } from '../parts/message.tsx';

interface KeyRow {
  readonly keys: readonly string[];
  readonly words: string;
}

const onPages = (): readonly KeyRow[] => [
  { keys: ['↓', '↑'], words: t('optionsKeyMove') },
  { keys: ['→', '←'], words: t('optionsKeyAlong') },
  { keys: ['Enter'], words: t('optionsKeyOpen') },
  { keys: ['S'], words: t('optionsKeySave') },
  { keys: ['1', '2', '3', '4'], words: t('optionsKeyStatus') },
  { keys: ['U'], words: t('optionsKeyUndo') },
  { keys: ['Esc'], words: t('optionsKeyClose') },
];
const inPopup = (): readonly KeyRow[] => [
  { keys: ['Alt', t('keyShift'), 'S'], words: t('optionsKeyPopup') },
  { keys: ['↓', 'S'], words: t('optionsKeyTwoStrokes') },
  { keys: [t('keyShift'), 'S'], words: t('optionsKeySaveAll') },
  { keys: [t('keyCtrl'), 'S'], words: t('optionsKeySaveAnywhere') },
  { keys: ['1', '2', '3', '4'], words: t('optionsKeyStatus') },
  { keys: ['L'], words: t('optionsKeyLocate') },
  { keys: ['U'], words: t('optionsKeyUndo') },
  { keys: ['/'], words: t('optionsKeySearch') },
  { keys: [t('keyCtrl'), 'V'], words: t('optionsKeyPaste') },
  { keys: ['Esc'], words: t('optionsKeyEsc') },
];

/** Version, what never happens, and the keys. */
export const AboutSection = (p: { readonly version: string }) => (
  <>
    <Message tone="ok" icon="lock" title={t('optionsPromise')}>
      {t('optionsPromiseText')}
    </Message>
    <h2>{t('optionsKeysPopup')}</h2>
    <Keys rows={inPopup()} />
    <h2>{t('optionsKeysPages')}</h2>
    <Keys rows={onPages()} />
    <h2>{t('optionsVersion')}</h2>
    <p class="num">Scholion {p.version}</p>
  </>
);

const Keys = (p: { readonly rows: readonly KeyRow[] }) => (
  <dl class="keys">
    {p.rows.map((row) => (
      <>
        <dt>
          {row.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>
        <dd>{row.words}</dd>
      </>
    ))}
  </dl>
);
