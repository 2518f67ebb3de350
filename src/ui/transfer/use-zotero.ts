import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallError, Out } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import type { Choice } from '../../messaging/library-calls.ts';
import { permissions } from '../../platform/browser.ts';
import { type FollowedJob, useJob } from './use-job.ts';

/** Zotero listens on this machine alone. */
export const ZOTERO_ORIGIN = 'http://127.0.0.1/*';

export type ZoteroFound = Out<'zotero.state'>;

export type ZoteroStep =
  | { readonly at: 'looking' }
  /** The person has not allowed it yet, or has just said no. */
  | { readonly at: 'ask'; readonly denied: boolean }
  | { readonly at: 'found'; readonly found: ZoteroFound; readonly error?: CallError }
  | { readonly at: 'failed'; readonly error: CallError }
  | { readonly at: 'job' };

export interface ZoteroSending {
  readonly step: ZoteroStep;
  readonly followed: FollowedJob;
  /** Must be called by a press: the browser asks the person. */
  readonly allow: () => void;
  readonly look: () => void;
  readonly send: () => void;
}

/** Finds Zotero, with the person's leave, and sends papers to it as a job. */
export function useZotero(choice: Choice): ZoteroSending {
  const [step, setStep] = useState<ZoteroStep>({ at: 'looking' });
  const [id, setId] = useState<number>();
  const followed = useJob(id);
  /** One for each press that was answered: pressed again after no answer, papers are sent once. */
  const request = useRef<string | undefined>(undefined);
  const gone = useRef(false);

  const look = useCallback(async () => {
    setStep({ at: 'looking' });
    const allowed = await permissions.contains({ origins: [ZOTERO_ORIGIN] });
    const answer = allowed ? await call('zotero.state', {}) : undefined;
    if (gone.current) return;
    if (answer === undefined) return setStep({ at: 'ask', denied: false });
    if (!answer.ok) return setStep({ at: 'failed', error: answer.error });
    const found = answer.value;
    setStep(found.kind === 'not-allowed' ? { at: 'ask', denied: false } : { at: 'found', found });
  }, []);

  useEffect(() => {
    gone.current = false;
    void look();
    return () => {
      gone.current = true;
    };
  }, [look]);

  const allow = async (): Promise<void> => {
    // First of all: after any wait the press would no longer count.
    const given = await permissions.request({ origins: [ZOTERO_ORIGIN] }).catch(() => false);
    if (given) await look();
    else setStep({ at: 'ask', denied: true });
  };
  const send = async (): Promise<void> => {
    request.current ??= newRequest();
    const found = step.at === 'found' ? step.found : undefined;
    setStep({ at: 'job' });
    const answer = await call('zotero.send', { request: request.current, choice });
    if (answer.ok || answer.error !== 'no-answer') request.current = undefined;
    if (answer.ok) return setId(answer.value.job);
    setStep(found ? { at: 'found', found, error: answer.error } : { at: 'failed', error: answer.error });
  };
  return { step, followed, allow: () => void allow(), look: () => void look(), send: () => void send() };
}
