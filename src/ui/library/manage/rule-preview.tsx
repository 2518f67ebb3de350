import { number, t, tn } from '../../../platform/i18n.ts';
import { Message } from '../../parts/message.tsx';
import { errorWords } from '../../parts/words.ts';
import type { Preview } from './use-preview.ts';

/** "14 of 23 papers that match would change", with some of them. */
export const RulePreview = ({ preview }: { readonly preview: Preview }) => {
  if (preview.state === 'error')
    return (
      <Message tone="bad" title={t('manageNoPreview')}>
        {errorWords(preview.error)}
      </Message>
    );
  if (preview.state === 'none') return <p class="preview muted">{t('managePreviewNone')}</p>;
  if (preview.state === 'asking') return <p class="preview muted" aria-busy="true" />;
  const { matches, changes, sample } = preview.value;
  return (
    <div class="preview">
      <p role="status">
        <b class="num">{matches === 0 ? t('manageMatchesNone') : tn('manageMatches', matches, number(changes))}</b>
      </p>
      {sample.length > 0 && (
        <ul>
          {sample.map(({ key, title }) => (
            <li key={key}>
              <bdi>{title || t('commonUntitled')}</bdi>
            </li>
          ))}
        </ul>
      )}
      {changes > sample.length && sample.length > 0 && (
        <p class="small muted">{tn('manageMoreTitles', changes - sample.length)}</p>
      )}
    </div>
  );
};
