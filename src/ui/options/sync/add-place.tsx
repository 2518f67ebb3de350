import { useEffect, useRef } from 'preact/hooks';
import type { Collection } from '../../../core/library/things.ts';
import { PLACE_KINDS, type PlaceKind } from '../../../core/sync/place.ts';
import { number, t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { canPickFolder, folders } from './folders.ts';
import { PlaceForm } from './place-form.tsx';
import { KIND_ICONS, kindAbout, kindName } from './place-words.ts';
import { TestLines } from './test-lines.tsx';
import { fits, hasPassed, useAdding } from './use-adding.ts';

interface Props {
  readonly collections: readonly Collection[];
  readonly readOnly: boolean;
  readonly onAdded: (name: string) => void;
}

/** A new place in three steps: its kind; its details; what a test found and what would happen. */
export const AddPlace = (p: Props) => {
  const adding = useAdding(p.onAdded);
  const { form, stage, faults } = adding;
  const box = useRef<HTMLDivElement>(null);
  const kinds = useRef<HTMLFieldSetElement>(null);
  const isReady =
    form !== undefined &&
    (form.kind === 'bundle' ||
      (stage.at === 'tested' && hasPassed(stage.result) && fits(stage.result, form) && stage.preview !== undefined));
  const step = form === undefined ? 1 : isReady && form.kind !== 'bundle' ? 3 : 2;
  const wrong = Object.keys(faults).join();
  useEffect(() => {
    if (wrong !== '') box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong !== '']);
  // What had the focus goes with the form.
  const was = useRef(false);
  useEffect(() => {
    if (was.current && form === undefined) kinds.current?.querySelector<HTMLElement>('input')?.focus();
    was.current = form !== undefined;
  }, [form === undefined]);
  return (
    <>
      <h2>
        {t('syncAdd')}
        <span class="sp" />
        <span class="muted small num">{t('syncAddStep', number(step))}</span>
      </h2>
      <fieldset class="pick" ref={kinds} aria-label={t('syncAddKind')} disabled={p.readOnly}>
        {PLACE_KINDS.filter(isOffered).map((kind) => (
          <Kind key={kind} kind={kind} on={form?.kind === kind} onChoose={() => adding.choose(kind)} />
        ))}
      </fieldset>
      {form && (
        <div class="form" ref={box}>
          <PlaceForm
            form={form}
            faults={faults}
            collections={p.collections}
            onChange={adding.change}
            onPick={adding.pick}
          />
          <TestLines form={form} stage={stage} />
          <div class="row wrap">
            <Button kind="quiet" onPress={() => adding.choose(undefined)}>
              {t('syncBack')}
            </Button>
            <span class="sp" />
            {form.kind !== 'bundle' && (
              <Button
                kind={isReady ? 'plain' : 'main'}
                disabled={stage.at === 'testing' || stage.at === 'adding'}
                onPress={adding.test}
              >
                {stage.at === 'tested' ? t('syncTestAgain') : t('syncTest')}
              </Button>
            )}
            {isReady && (
              <Button kind="main" disabled={stage.at === 'adding'} onPress={adding.add}>
                {t('syncTurnOn')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
};

/** A folder is shown where the browser has none, to say so; not where the engine could do nothing with it. */
const isOffered = (kind: PlaceKind): boolean => kind !== 'folder' || folders() !== undefined;

const Kind = (p: { readonly kind: PlaceKind; readonly on: boolean; readonly onChoose: () => void }) => {
  const isHere = p.kind !== 'folder' || canPickFolder();
  return (
    <label class={isHere ? 'pk' : 'pk not'}>
      <input type="radio" name="place-kind" checked={p.on} disabled={!isHere} onChange={p.onChoose} />
      <Icon name={KIND_ICONS[p.kind]} />
      <b>{kindName(p.kind)}</b>
      <span>{isHere ? kindAbout(p.kind) : t('syncKindFolderNot')}</span>
    </label>
  );
};
