import { STATUSES, type Status } from '../../core/library/status.ts';
import {
  type ImportOptions,
  type ImportPreview as Preview,
  REFERENCE_FORMATS,
  type ReferenceFormat,
} from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { Placed } from '../paper/collection-tree.ts';
import { standWord } from '../paper/status-words.ts';
import { Icon } from '../parts/icon.tsx';
import { Switch } from '../parts/switch.tsx';
import { SkippedList } from './skipped-list.tsx';
import { Step } from './step.tsx';
import { TagField } from './tag-field.tsx';
import { formatName } from './transfer-words.ts';

interface Props {
  readonly name: string;
  readonly preview: Preview;
  /** Being read anew, or handed over. */
  readonly busy: boolean;
  readonly options: ImportOptions;
  readonly tags: readonly string[];
  readonly collections: readonly Placed[];
  readonly onFormat: (format: ReferenceFormat) => void;
  readonly onOptions: (options: ImportOptions) => void;
}

/** What an import would do, and how. Nothing is changed yet. */
export const ImportPreview = (p: Props) => {
  const { preview } = p;
  return (
    <Step>
      <div class="facts2">
        <span class="strong num" role="status" aria-busy={p.busy}>
          {countWords(preview)}
        </span>
        <label>
          <span>{t('importFormat')}</span>
          <select
            class="text"
            value={preview.format}
            aria-disabled={p.busy}
            onChange={(event) => {
              const format = REFERENCE_FORMATS.find((one) => one === event.currentTarget.value);
              if (format) p.onFormat(format);
            }}
          >
            {REFERENCE_FORMATS.filter((one) => one !== 'scholion' || preview.format === 'scholion').map((format) => (
              <option key={format} value={format}>
                {formatName(format)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {preview.sample.length > 0 && <Sample sample={preview.sample} rest={preview.fresh + preview.known} />}
      {preview.known > 0 && <p class="small">{tn('importKnownMeans', preview.known)}</p>}
      {preview.trashed > 0 && <p class="small">{tn('importTrashedMeans', preview.trashed)}</p>}
      <SkippedList name={p.name} skipped={preview.skipped} count={preview.skippedCount} format={preview.format} />
      {preview.fresh + preview.known > 0 && <Options {...p} />}
    </Step>
  );
};

/** "1,204 new, 37 in your library, 3 skipped of 1,244". What there is none of is left out. */
export function countWords({ fresh, known, trashed, skippedCount, total }: Preview): string {
  const parts = [
    t('importFresh', number(fresh)),
    ...(known > 0 ? [t('importKnown', number(known))] : []),
    ...(trashed > 0 ? [t('importTrashed', number(trashed))] : []),
    ...(skippedCount > 0 ? [t('importSkipped', number(skippedCount))] : []),
  ];
  return t('importCounts', parts.join(', '), number(total));
}

const Sample = (p: { readonly sample: Preview['sample']; readonly rest: number }) => (
  <ul class="sample" aria-label={t('importSample')}>
    {p.sample.map((one, i) => (
      // Two records of a file may be alike.
      <li key={`${one.title} ${i}`}>
        <span>
          <bdi>{one.title}</bdi>
          <span class="small muted">
            {[one.authors, one.year === undefined ? '' : String(one.year)].filter((text) => text !== '').join(' · ')}
          </span>
        </span>
        <span class={one.state === 'fresh' ? 'pill ok' : 'pill'}>
          {{ fresh: t('importStateFresh'), known: t('importStateKnown'), trashed: t('importStateTrashed') }[one.state]}
        </span>
      </li>
    ))}
    {p.rest > p.sample.length && <li class="rest small muted">{tn('importSampleRest', p.rest - p.sample.length)}</li>}
  </ul>
);

const Options = (p: Props) => {
  const { options, preview } = p;
  const change = (more: Partial<ImportOptions>): void => p.onOptions({ ...options, ...more });
  return (
    <div class="options">
      <div class="opt">
        <span>{t('importPutOn')}</span>
        <TagField label={t('importPutOn')} tags={options.tags} known={p.tags} onTags={(tags) => change({ tags })} />
      </div>
      {p.collections.length > 0 && (
        <label class="opt">
          <span>{t('importPutIn')}</span>
          <select
            class="text"
            value={options.collection ?? ''}
            onChange={(event) => {
              const { collection: _, ...rest } = options;
              const id = event.currentTarget.value;
              p.onOptions(id === '' ? rest : { ...rest, collection: id });
            }}
          >
            <option value="">{t('importNoCollection')}</option>
            {p.collections.map((one) => (
              <option key={one.id} value={one.id}>
                {one.path}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="opt">
        <span>{t('importStatus')}</span>
        <select
          class="text"
          value={options.status ?? ''}
          onChange={(event) => {
            const { status: _, ...rest } = options;
            const status: Status | undefined = STATUSES.find((one) => one === event.currentTarget.value);
            p.onOptions(status === undefined ? rest : { ...rest, status });
          }}
        >
          <option value="">
            {options.marks ? t('importStatusOfFile', standWord('to-read')) : standWord('to-read')}
          </option>
          {STATUSES.filter((status) => options.marks || status !== 'to-read').map((status) => (
            <option key={status} value={status}>
              {standWord(status)}
            </option>
          ))}
        </select>
      </label>
      <div class="opt">
        <span>{t('importMarks')}</span>
        <span class="row">
          <Switch on={options.marks} label={t('importMarksLabel')} onChange={(marks) => change({ marks })} />
          <span class="small muted">{marksWords(preview.tags)}</span>
        </span>
      </div>
      <p class="small safe">
        <Icon name="lock" size={14} />
        {t('importSafe')}
      </p>
    </div>
  );
};

const NAMED = 4;

function marksWords(tags: readonly string[]): string {
  if (tags.length === 0) return t('importMarksAbout');
  const named = tags.slice(0, NAMED).join(', ');
  return tags.length > NAMED ? tn('importMarksTagsMore', tags.length - NAMED, named) : t('importMarksTags', named);
}
