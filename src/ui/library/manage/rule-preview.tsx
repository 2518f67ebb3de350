import { number, t, tn } from '../../../platform/i18n.ts';
import { Message } from '../../parts/message.tsx';
import { errorWords } from '../../parts/words.ts';
import type { Preview } from './use-preview.ts';

/** "14 of 23 papers that match would change", with some of them. @param adds does the rule add anything yet? */
export const RulePreview = ({ preview, adds }: { readonly preview: Preview; readonly adds: boolean }) => {
  if (preview.state === 'error')
    return (
      <Message tone="bad" title={t('manageNoPreview')}>
        {errorWords(preview.error)}
      </Message>
    );
  if (preview.state === 'none') return <p class="preview muted">{t('managePreviewNone')}</p>;
  if (preview.state === 'asking') return <p class="preview muted" aria-busy="true" />;
  const { matches, changes, sample } = preview.value;
  // Those that would change stand in the sample; all that match, where none would.
  const count = changes === 0 ? matches : changes;
  return (
    <div class="preview">
      <p role="status">
        <b class="num">{matchWords(matches, adds ? changes : undefined)}</b>
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
      {count > sample.length && sample.length > 0 && (
        <p class="small muted">{tn('manageMoreTitles', count - sample.length)}</p>
      )}
    </div>
  );
};

/** @param changes undefined where the rule adds nothing yet */
function matchWords(matches: number, changes: number | undefined): string {
  if (matches === 0) return t('manageMatchesNone');
  return changes === undefined ? tn('manageMatching', matches) : tn('manageMatches', matches, number(changes));
}
