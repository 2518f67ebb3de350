import { useState } from 'preact/hooks';
import type { Place } from '../../../core/sync/place.ts';
import type { CallError, Reply } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';
import { permissions } from '../../../platform/browser.ts';
import { t } from '../../../platform/i18n.ts';
import type { Deed } from '../../parts/toast.tsx';
import { errorWords } from '../../parts/words.ts';
import { originOf } from '../../sync/use-places.ts';
import { readBundle, writeBundle } from './bundle-files.ts';
import type { Changed } from './change-sheet.tsx';
import { askForFolder, folders } from './folders.ts';
import type { PlaceDeed } from './place-row.tsx';

/** What is open over the list. */
export type OpenSheet = { readonly place: Place; readonly what: 'guard' | 'log' | 'remove' | Changed };

/** Carries out what a person does with a place. */
export function usePlaceDeeds(onTell: (deed: Deed) => void, onRestore: () => void) {
  const [open, setOpen] = useState<OpenSheet>();
  const fail = (error: CallError): void => onTell({ words: t('syncNotDone'), more: errorWords(error) });
  const told = async (reply: Promise<Reply<unknown>>): Promise<boolean> => {
    const answer = await reply;
    if (!answer.ok) fail(answer.error);
    return answer.ok;
  };

  const run = (id: string): Promise<boolean> => told(call('sync.run', { id }));
  const allow = async (place: Place): Promise<void> => {
    const origin = originOf(place);
    if (origin === undefined || (await permissions.request({ origins: [origin] }).catch(() => false)))
      await run(place.id);
  };
  const allowFolder = async ({ id }: Place): Promise<void> => {
    const folder = await folders()?.get(id);
    if (folder !== undefined && (await askForFolder(folder))) await run(id);
  };
  const write = async (id: string): Promise<void> => {
    const done = await writeBundle(id);
    if ('error' in done) fail(done.error);
    else onTell({ words: done.words });
  };
  const read = async (id: string, file: File): Promise<void> => {
    const error = await readBundle(id, file);
    if (error) fail(error);
    else onTell({ words: t('syncBundleReading', file.name) });
  };

  const act = (place: Place, deed: PlaceDeed): void => {
    const { id } = place;
    if (deed.do === 'sync' || deed.do === 'try') void run(id);
    else if (deed.do === 'stop') void told(call('sync.stop', { id }));
    else if (deed.do === 'pause' || deed.do === 'resume')
      void told(call('sync.change', { id, paused: deed.do === 'pause' }));
    else if (deed.do === 'allow') void allow(place);
    else if (deed.do === 'folder') void allowFolder(place);
    else if (deed.do === 'restore') onRestore();
    else if (deed.do === 'write') void write(id);
    else if (deed.do === 'read') void read(id, deed.file);
    else setOpen({ place, what: deed.do === 'look' ? 'guard' : deed.do });
  };
  const remove = async (place: Place): Promise<void> => {
    setOpen(undefined);
    if (!(await told(call('sync.remove', { id: place.id })))) return;
    if (place.kind === 'folder') await folders()?.forget(place.id);
    onTell({ words: t('syncRemoved', place.name) });
  };
  return { open, act, remove: (place: Place) => void remove(place), close: () => setOpen(undefined) };
}
