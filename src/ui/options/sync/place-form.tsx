import { useId } from 'preact/hooks';
import type { Collection } from '../../../core/library/things.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Switch } from '../../parts/switch.tsx';
import { type Faults, type Form, isServer, mayBePlain } from './form.ts';
import { FormLine, TextField } from './text-field.tsx';

interface Props {
  readonly form: Form;
  readonly faults: Faults;
  readonly collections: readonly Collection[];
  readonly onChange: (change: Partial<Form>) => void;
  readonly onPick: () => void;
}

/** The details of a new place. */
export const PlaceForm = (p: Props) => {
  const { form, faults, onChange } = p;
  return (
    <>
      {isServer(form.kind) && <ServerFields {...p} />}
      {form.kind === 'folder' && (
        <FormLine label={t('syncKindFolder')} hint={faults.folder} bad>
          <div class="row">
            <Button small icon="folder" onPress={p.onPick}>
              {t('syncFolderChoose')}
            </Button>
            <bdi>{form.folder}</bdi>
          </div>
        </FormLine>
      )}
      <TextField label={t('syncName')} value={form.name} onText={(name) => onChange({ name })} />
      <ShareFields {...p} />
      <FormLine label={t('syncEncrypt')}>
        <div class="row">
          <Switch
            on={form.encrypted}
            label={t('syncEncryptAbout')}
            onChange={(encrypted) => onChange({ encrypted, passphrase: '', again: '' })}
          />
          <span>{t('syncEncryptAbout')}</span>
        </div>
      </FormLine>
      {form.encrypted && (
        <>
          <TextField
            label={t('syncPassphrase')}
            type="password"
            complete="new-password"
            value={form.passphrase}
            fault={faults.passphrase}
            onText={(passphrase) => onChange({ passphrase })}
          />
          <TextField
            label={t('syncPassphraseAgain')}
            type="password"
            complete="new-password"
            value={form.again}
            fault={faults.again}
            onText={(again) => onChange({ again })}
          />
          <Message tone="warn" title={t('syncPassphraseLost')}>
            {t('syncPassphraseLostText')}
          </Message>
        </>
      )}
    </>
  );
};

const ServerFields = ({ form, faults, onChange }: Props) => (
  <>
    <TextField
      label={t('syncAddress')}
      type="url"
      value={form.address}
      hint={t('syncAddressHint')}
      fault={faults.address}
      onText={(address) => onChange({ address })}
    />
    {mayBePlain(form) && (
      <FormLine label={t('syncOpenAddress')} hint={faults.plainHttp} bad>
        <label class="check">
          <input
            type="checkbox"
            checked={form.plainHttp}
            onChange={(event) => onChange({ plainHttp: event.currentTarget.checked })}
          />
          {t('syncPlainHttp')}
        </label>
      </FormLine>
    )}
    {form.kind === 'couch' && (
      <TextField
        label={t('syncDatabase')}
        value={form.database}
        fault={faults.database}
        onText={(database) => onChange({ database })}
      />
    )}
    <TextField label={t('syncLogin')} value={form.login} onText={(login) => onChange({ login })} />
    <TextField
      label={t('syncPassword')}
      type="password"
      complete="new-password"
      value={form.password}
      hint={t('syncLoginHint')}
      onText={(password) => onChange({ password })}
    />
  </>
);

const ShareFields = ({ form, collections, onChange }: Props) => {
  const id = useId();
  return (
    <>
      <div class="fl">
        <label for={id}>{t('syncShare')}</label>
        <select
          id={id}
          class="inp"
          value={form.collection}
          onChange={(event) => onChange({ collection: event.currentTarget.value })}
        >
          <option value="">{t('syncShareAll')}</option>
          {collections.map((one) => (
            <option key={one.id} value={one.id}>
              {t('syncOfCollection', one.name)}
            </option>
          ))}
        </select>
      </div>
      {form.collection !== '' && (
        <FormLine label="" hint={form.share === 'everything' ? t('syncShareDoneHint') : undefined}>
          <fieldset class="seg" aria-label={t('syncShare')}>
            {(['papers', 'everything'] as const).map((share) => (
              <label key={share}>
                <input
                  type="radio"
                  name={`${id}-share`}
                  checked={form.share === share}
                  onChange={() => onChange({ share })}
                />
                {share === 'papers' ? t('syncSharePapers') : t('syncShareDone')}
              </label>
            ))}
          </fieldset>
        </FormLine>
      )}
    </>
  );
};
