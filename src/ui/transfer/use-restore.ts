import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallError, Out } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';

export type RestorePreview = Out<'library.previewRestore'>;

/** A snapshot by its name, or a staged file. */
export type BackupSource = { readonly snapshot: string } | { readonly staged: string };

export type RestoreStep =
  | { readonly at: 'looking' }
  | { readonly at: 'failed'; readonly error: CallError }
  | { readonly at: 'preview'; readonly preview: RestorePreview; readonly busy: boolean; readonly error?: CallError }
  | { readonly at: 'done'; readonly restored: number };

/** Looks into a backup, and restores it where the person says so. */
export function useRestore(source: BackupSource): { readonly step: RestoreStep; readonly restore: () => void } {
  const [step, setStep] = useState<RestoreStep>({ at: 'looking' });
  const [kind, id] = 'staged' in source ? (['staged', source.staged] as const) : (['name', source.snapshot] as const);
  /** One for each backup: pressed again after an answer that did not come, it is restored once. */
  const request = useRef('');

  useEffect(() => {
    let stopped = false;
    request.current = newRequest();
    setStep({ at: 'looking' });
    void call('library.previewRestore', { [kind]: id }).then((answer) => {
      if (stopped) return;
      setStep(
        answer.ok ? { at: 'preview', preview: answer.value, busy: false } : { at: 'failed', error: answer.error },
      );
    });
    return () => {
      stopped = true;
    };
  }, [kind, id]);

  const restore = async (): Promise<void> => {
    if (step.at !== 'preview' || step.busy || !step.preview.good) return;
    const { preview } = step;
    setStep({ at: 'preview', preview, busy: true });
    const answer = await call('library.restore', { request: request.current, [kind]: id });
    if (answer.ok) return setStep({ at: 'done', restored: answer.value.restored });
    if (answer.error !== 'no-answer') request.current = newRequest();
    setStep({ at: 'preview', preview, busy: false, error: answer.error });
  };
  return { step, restore: () => void restore() };
}
