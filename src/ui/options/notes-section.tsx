import type { NoteSettings } from '../../core/settings.ts';
import type { TagKind } from '../../core/tags/tag.ts';
import { t } from '../../platform/i18n.ts';
import { NotePreview } from './note-preview.tsx';
import { SwitchRow } from './setting-row.tsx';

/** In the order of a note. */
const KINDS = ['own', 'task', 'method', 'bench', 'model', 'field', 'auto'] as const satisfies readonly TagKind[];

const kindWords = (kind: TagKind): readonly [name: string, about: string] =>
  (
    ({
      own: [t('optionsKindOwn'), t('optionsKindOwnAbout')],
      task: [t('optionsKindTask'), t('optionsKindTaskAbout')],
      method: [t('optionsKindMethod'), t('optionsKindMethodAbout')],
      bench: [t('optionsKindBench'), t('optionsKindBenchAbout')],
      model: [t('optionsKindModel'), t('optionsKindModelAbout')],
      field: [t('optionsKindField'), t('optionsKindFieldAbout')],
      auto: [t('optionsKindAuto'), t('optionsKindAutoAbout')],
    }) as const
  )[kind];

/** What a note shows, with a listing drawn small that follows each choice. */
export const NotesSection = (p: {
  readonly notes: NoteSettings;
  readonly readOnly: boolean;
  readonly onNotes: (notes: NoteSettings) => void;
}) => {
  const { notes } = p;
  const setKind = (kind: TagKind, on: boolean): void =>
    p.onNotes({ ...notes, kindsOff: [...notes.kindsOff.filter((other) => other !== kind), ...(on ? [] : [kind])] });
  return (
    <>
      <NotePreview notes={notes} />
      <h2>{t('optionsLine')}</h2>
      <div class="tg">
        <div class="ti plain stack">
          <div>
            <div class="n">{t('optionsDensity')}</div>
            <div class="d">{t('optionsDensityAbout')}</div>
          </div>
          <Density
            density={notes.density}
            readOnly={p.readOnly}
            onDensity={(density) => p.onNotes({ ...notes, density })}
          />
        </div>
        <SwitchRow
          name={t('optionsLinks')}
          about={t('optionsLinksAbout')}
          on={notes.links}
          disabled={p.readOnly}
          onChange={(links) => p.onNotes({ ...notes, links })}
        />
        <SwitchRow
          name={t('optionsHints')}
          about={t('optionsHintsAbout')}
          on={notes.hints}
          disabled={p.readOnly}
          onChange={(hints) => p.onNotes({ ...notes, hints })}
        />
      </div>
      <h2>{t('optionsTags')}</h2>
      <div class="tg">
        {KINDS.map((kind) => {
          const [name, about] = kindWords(kind);
          return (
            <SwitchRow
              key={kind}
              name={name}
              about={about}
              on={!notes.kindsOff.includes(kind)}
              disabled={p.readOnly}
              onChange={(on) => setKind(kind, on)}
            />
          );
        })}
      </div>
    </>
  );
};

const Density = (p: {
  readonly density: NoteSettings['density'];
  readonly readOnly: boolean;
  readonly onDensity: (density: NoteSettings['density']) => void;
}) => (
  <fieldset class="seg" aria-label={t('optionsDensity')} disabled={p.readOnly}>
    {(['cosy', 'compact'] as const).map((density) => (
      <label key={density}>
        <input type="radio" name="density" checked={p.density === density} onChange={() => p.onDensity(density)} />
        {density === 'cosy' ? t('optionsCosy') : t('optionsCompact')}
      </label>
    ))}
  </fieldset>
);
