import { useState } from 'preact/hooks';
import type { Place } from '../../../core/sync/place.ts';
import type { CallError, In } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { errorWords } from '../../parts/words.ts';
import { TextField } from './text-field.tsx';

export type Changed = 'rename' | 'login' | 'password' | 'passphrase';

const titleOf = (what: Changed): string =>
  ({
    rename: t('syncRename'),
    login: t('syncChangeLogin'),
    password: t('syncEnterPassword'),
    passphrase: t('syncEnterPassphrase'),
  })[what];

/** Another name, another login, or a secret once more. A login is tried at once. */
export const ChangeSheet = (p: { readonly place: Place; readonly what: Changed; readonly onClose: () => void }) => {
  const { place, what } = p;
  const [name, setName] = useState(place.name);
  const [login, setLogin] = useState(place.login ?? '');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<CallError>();
  const isLogin = what === 'login' || what === 'password';
  const isWhole = what === 'rename' ? name.trim() !== '' : secret !== '';

  const body = (): In<'sync.change'> => {
    const { id } = place;
    if (what === 'rename') return { id, name: name.trim() };
    if (what === 'passphrase') return { id, secrets: { passphrase: secret } };
    return { id, ...(login.trim() === '' ? {} : { login: login.trim() }), secrets: { password: secret } };
  };
  const save = async (): Promise<void> => {
    const answer = await call('sync.change', body());
    if (!answer.ok) return setError(answer.error);
    p.onClose(); // with a new login the background syncs by itself
  };
  return (
    <Sheet
      title={titleOf(what)}
      about={<bdi>{place.name}</bdi>}
      onClose={p.onClose}
      foot={
        <>
          <Button kind="quiet" onPress={p.onClose}>
            {t('commonCancel')}
          </Button>
          <span class="sp" />
          <Button kind="main" disabled={!isWhole} onPress={() => void save()}>
            {t('syncSave')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void save();
        }}
      >
        {what === 'rename' && <TextField label={t('syncName')} value={name} onText={setName} />}
        {isLogin && <TextField label={t('syncLogin')} value={login} onText={setLogin} />}
        {isLogin && (
          <TextField
            label={t('syncPassword')}
            type="password"
            complete="new-password"
            value={secret}
            hint={t('syncLoginHint')}
            onText={setSecret}
          />
        )}
        {what === 'passphrase' && (
          <TextField
            label={t('syncPassphrase')}
            type="password"
            complete="new-password"
            value={secret}
            onText={setSecret}
          />
        )}
        {/* Enter in a field of several needs something to press. */}
        <button type="submit" hidden />
      </form>
      {error && (
        <Message tone="bad" title={t('syncNotDone')}>
          {errorWords(error)}
        </Message>
      )}
    </Sheet>
  );
};
