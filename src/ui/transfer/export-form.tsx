import { EXPORT_FORMATS, type ExportFormat } from '../../messaging/library-calls.ts';
import { t } from '../../platform/i18n.ts';
import { KeyPattern } from './key-pattern.tsx';
import { exportAbout, formatName } from './transfer-words.ts';

/** Which papers: what was chosen before the dialog was opened, or all. */
export interface Scope {
  readonly id: 'given' | 'all';
  /** "12 selected papers" */
  readonly words: string;
}

export interface ExportChoice {
  readonly scope: Scope['id'];
  readonly format: ExportFormat;
  readonly keyPattern: string;
  readonly abstracts: boolean;
  readonly notes: boolean;
}

/** Formats in which a paper has a citation key. */
const KEYED: readonly ExportFormat[] = ['bibtex', 'biblatex', 'csl-json'];

interface Props {
  readonly scopes: readonly Scope[];
  readonly choice: ExportChoice;
  readonly onChoice: (choice: ExportChoice) => void;
}

/** What is exported, as what, and how much of it. */
export const ExportForm = (p: Props) => {
  const { choice } = p;
  const change = (more: Partial<ExportChoice>): void => p.onChoice({ ...choice, ...more });
  return (
    <>
      {p.scopes.length > 1 && (
        <fieldset class="seg2">
          <legend>{t('exportWhat')}</legend>
          {p.scopes.map(({ id, words }) => (
            <label key={id}>
              <input type="radio" name="scope" checked={choice.scope === id} onChange={() => change({ scope: id })} />
              {words}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset class="formats">
        <legend>{t('exportAs')}</legend>
        <div>
          {EXPORT_FORMATS.map((format) => (
            <label key={format}>
              <input
                type="radio"
                name="format"
                checked={choice.format === format}
                onChange={() => change({ format })}
              />
              <span>
                <b>{formatName(format)}</b>
                <span class="small muted">{exportAbout(format)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {KEYED.includes(choice.format) && (
        <KeyPattern pattern={choice.keyPattern} onPattern={(keyPattern) => change({ keyPattern })} />
      )}
      <fieldset class="with">
        <legend>{t('exportWith')}</legend>
        <label>
          <input
            type="checkbox"
            checked={choice.abstracts}
            onChange={(event) => change({ abstracts: event.currentTarget.checked })}
          />
          {t('exportAbstracts')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={choice.notes}
            onChange={(event) => change({ notes: event.currentTarget.checked })}
          />
          <span>
            {t('exportNotes')} <span class="small muted">{t('exportNotesPrivate')}</span>
          </span>
        </label>
      </fieldset>
    </>
  );
};
