import { useState } from 'preact/hooks';
import { call, newRequest } from '../../messaging/client.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { isRunning, useJobs } from '../parts/use-jobs.ts';
import { useSettings } from '../parts/use-library.ts';
import { useOnline } from '../parts/use-online.ts';
import { errorWords, jobErrorWords } from '../parts/words.ts';
import { type Sample, WelcomeView } from './welcome-view.tsx';

type Asked = { readonly job: number } | 'starting' | { readonly failed: string } | undefined;

/** What the view shows, from what was asked and what the engine says. */
function sampleOf(asked: Asked, jobs: readonly JobRow[]): Sample {
  if (asked === undefined) return { state: 'none' };
  if (asked === 'starting') return { state: 'starting' };
  if ('failed' in asked) return { state: 'failed', words: asked.failed };
  const job = jobs.find((row) => row.id === asked.job);
  if (!job) return { state: 'starting' };
  if (isRunning(job)) return { state: 'reading', job };
  if (job.state === 'failed') return { state: 'failed', words: jobErrorWords(job) };
  return job.state === 'cancelled' ? { state: 'none' } : { state: 'there', papers: job.total ?? job.done };
}

/** The container of the welcome page. */
export const WelcomePage = () => {
  const online = useOnline();
  const { health } = useHealth();
  const settings = useSettings();
  const { jobs, cancel } = useJobs();
  const [asked, setAsked] = useState<Asked>();
  const [keep, setKeep] = useState<boolean>();

  const load = async (): Promise<void> => {
    setAsked('starting');
    const reply = await call('digest.sample', { request: newRequest() });
    setAsked(reply.ok ? { job: reply.value.job } : { failed: errorWords(reply.error) });
  };
  const setKeepListings = async (keepListings: boolean): Promise<void> => {
    setKeep(keepListings);
    const reply = await call('settings.set', { settings: { ...settings, keepListings } });
    if (!reply.ok) setKeep(undefined);
  };
  return (
    <WelcomeView
      online={online}
      readOnly={isReadOnly(health)}
      keepListings={keep ?? settings.keepListings}
      sample={sampleOf(asked, jobs)}
      onKeepListings={(on) => void setKeepListings(on)}
      onSample={() => void load()}
      onCancel={cancel}
    />
  );
};
