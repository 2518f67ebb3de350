import { useRef, useState } from 'preact/hooks';
import type { PlaceKind } from '../../../core/sync/place.ts';
import type { CallError } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';
import type { SyncPreview, TestResult } from '../../../messaging/sync-calls.ts';
import { permissions } from '../../../platform/browser.ts';
import { originOf } from '../../sync/use-places.ts';
import { folders, pickFolder } from './folders.ts';
import { emptyForm, type Faults, type Form, faultsOf, secretsOf, settingsOf } from './form.ts';

export type Stage =
  | { readonly at: 'form' }
  | { readonly at: 'testing' }
  /** The browser was not allowed to ask the server. */
  | { readonly at: 'denied' }
  | { readonly at: 'tested'; readonly result: TestResult; readonly preview?: SyncPreview; readonly error?: CallError }
  | { readonly at: 'failed'; readonly error: CallError }
  | { readonly at: 'adding' };

export interface Adding {
  readonly form: Form | undefined;
  /** What must be put right, once the person pressed on. */
  readonly faults: Faults;
  readonly stage: Stage;
  readonly choose: (kind: PlaceKind | undefined) => void;
  readonly change: (change: Partial<Form>) => void;
  readonly pick: () => void;
  /** Must be called by a press: the browser asks the person. */
  readonly test: () => void;
  readonly add: () => void;
}

/** Did every step pass, or all but writing where the place is one to read? */
export const hasPassed = ({ steps, readOnly }: TestResult): boolean =>
  steps.length > 0 &&
  steps.every(({ what, fault }) => fault === undefined || (what === 'write' && readOnly !== undefined));

/** Is what lies there as the form says: encrypted or not? */
export const fits = ({ holds = 'nothing' }: TestResult, { encrypted }: Form): boolean =>
  holds === 'nothing' || (holds === 'encrypted') === encrypted;

/** A place from its kind to the moment in which it is turned on. @param onAdded its name */
export function useAdding(onAdded: (name: string) => void): Adding {
  const [form, setForm] = useState<Form>();
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const [pressed, setPressed] = useState(false);
  const id = useRef(crypto.randomUUID());
  /** An answer that comes when the form has changed is of no use. */
  const turn = useRef(0);

  const renew = (next: Form | undefined): void => {
    turn.current += 1;
    setForm(next);
    setStage({ at: 'form' });
  };
  const choose = (kind: PlaceKind | undefined): void => {
    if (form?.folder) void folders()?.forget(id.current);
    id.current = crypto.randomUUID();
    setPressed(false);
    renew(kind && { ...emptyForm(kind), ...(form && kind === form.kind ? form : {}) });
  };
  const pick = async (): Promise<void> => {
    const folder = await pickFolder();
    if (folder === undefined || form === undefined) return;
    await folders()?.keep(id.current, folder);
    renew({ ...form, folder: folder.name });
  };

  const isRight = (): boolean => {
    setPressed(true);
    return form !== undefined && Object.keys(faultsOf(form)).length === 0;
  };
  const test = async (): Promise<void> => {
    if (form === undefined || !isRight()) return;
    turn.current += 1;
    const mine = turn.current;
    const settings = settingsOf(form);
    const origin = originOf(settings);
    setStage({ at: 'testing' });
    // First of all: after any wait the press would no longer count.
    const allowed = origin === undefined || (await permissions.request({ origins: [origin] }).catch(() => false));
    if (mine !== turn.current) return;
    if (!allowed) return setStage({ at: 'denied' });
    const draft = { ...(form.kind === 'folder' ? { id: id.current } : {}), settings, secrets: secretsOf(form) };
    const answer = await call('sync.test', { draft });
    if (mine !== turn.current) return;
    if (!answer.ok) return setStage({ at: 'failed', error: answer.error });
    const result = answer.value;
    setStage({ at: 'tested', result });
    if (!hasPassed(result) || !fits(result, form)) return;
    const preview = await call('sync.preview', { draft });
    if (mine !== turn.current) return;
    setStage({ at: 'tested', result, ...(preview.ok ? { preview: preview.value } : { error: preview.error }) });
  };
  const add = async (): Promise<void> => {
    if (form === undefined || !isRight()) return;
    turn.current += 1;
    const mine = turn.current;
    const settings = settingsOf(form);
    setStage({ at: 'adding' });
    const place = { ...settings, id: id.current, paused: false, addedAt: Date.now() };
    const answer = await call('sync.add', { place, secrets: secretsOf(form) });
    if (mine !== turn.current) return;
    if (!answer.ok) return setStage({ at: 'failed', error: answer.error });
    id.current = crypto.randomUUID();
    setPressed(false);
    renew(undefined);
    onAdded(settings.name);
  };
  return {
    form,
    faults: pressed && form ? faultsOf(form) : {},
    stage,
    choose,
    change: (change) => form && renew({ ...form, ...change }),
    pick: () => void pick(),
    test: () => void test(),
    add: () => void add(),
  };
}
