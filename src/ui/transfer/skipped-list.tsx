import type { ReferenceFormat } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { placeWords, type Skipped, skippedText, skipWords } from './transfer-words.ts';

/** Rows that are drawn; the file that can be saved has all. */
const SHOWN = 50;

/** Records that were left out, each with its place and why. */
export const SkippedList = (p: {
  readonly name: string;
  readonly skipped: readonly Skipped[];
  readonly count: number;
  readonly format: ReferenceFormat | undefined;
}) => {
  if (p.count === 0) return null;
  const told = p.skipped.slice(0, SHOWN).reduce((sum, one) => sum + one.count, 0);
  return (
    <details class="skipped">
      <summary>{tn('importSkippedCount', p.count)}</summary>
      <ul aria-label={t('importSkippedList')}>
        {p.skipped.slice(0, SHOWN).map((one, i) => (
          // Their places alone tell them apart: one line may be skipped for two reasons.
          <li key={`${one.line} ${i}`}>
            <span class="num muted">{placeWords(one.line, p.format)}</span>
            <span>
              {skipWords(one.reason)}
              {one.count > 1 && <span class="num"> × {number(one.count)}</span>}
              {one.text !== '' && <bdi class="small muted">{one.text}</bdi>}
            </span>
          </li>
        ))}
      </ul>
      <div class="row">
        {told < p.count && <span class="small muted">{tn('importSkippedRest', p.count - told)}</span>}
        <span class="sp" />
        <Button
          small
          icon="receive"
          onPress={() =>
            download(
              new Blob([skippedText(p.name, p.skipped, p.format)], { type: 'text/plain' }),
              `${t('importSkippedFile')}.txt`,
            )
          }
        >
          {t('importSkippedSave')}
        </Button>
      </div>
    </details>
  );
};
