import { t, tn } from '../../platform/i18n.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { Tile } from '../parts/icon.tsx';
import { JobLine } from '../parts/job-line.tsx';
import { Message } from '../parts/message.tsx';
import { StatePills } from '../parts/pills.tsx';
import { Switch } from '../parts/switch.tsx';
import { SampleLeaf } from './sample-leaf.tsx';

/** Papers in the sample digest. */
export const SAMPLE_PAPERS = 40;

export type Sample =
  | { readonly state: 'none' }
  /** Asked for; its job is not there yet. */
  | { readonly state: 'starting' }
  | { readonly state: 'reading'; readonly job: JobRow }
  | { readonly state: 'there'; readonly papers: number }
  | { readonly state: 'failed'; readonly words: string };

export interface WelcomeViewProps {
  readonly online: boolean;
  readonly readOnly: boolean;
  readonly keepListings: boolean;
  readonly sample: Sample;
  readonly onKeepListings: (on: boolean) => void;
  readonly onSample: () => void;
  readonly onCancel: (job: JobRow) => void;
}

/** Shown once, at first install: what this is, what is kept, one thing to try. */
export const WelcomeView = (p: WelcomeViewProps) => (
  <div class="wel">
    <main>
      <div class="row">
        <Tile size={52} />
        <span class="sp" />
        <span class="pills">
          <StatePills online={p.online} readOnly={p.readOnly} />
        </span>
      </div>
      <h1>{t('welcomeTitle')}</h1>
      <p>{t('welcomeWhat')}</p>
      <p>{t('welcomeWhere')}</p>
      <div class="keep">
        <Switch on={p.keepListings} label={t('welcomeKeepLabel')} disabled={p.readOnly} onChange={p.onKeepListings} />
        <span>{t('welcomeKeep')}</span>
      </div>
      <Try {...p} />
    </main>
    <aside aria-label={t('welcomeExample')}>
      <SampleLeaf />
    </aside>
  </div>
);

const Try = (p: WelcomeViewProps) => {
  const { sample } = p;
  switch (sample.state) {
    case 'none':
    case 'starting':
      return (
        <div class="do">
          {p.readOnly ? (
            <Message tone="warn" icon="lock" title={t('commonReadOnly')}>
              {t('popupAddReadOnly')}
            </Message>
          ) : (
            <Button kind="main" disabled={sample.state === 'starting'} onPress={p.onSample}>
              {sample.state === 'starting' ? t('welcomeLoading') : tn('welcomeTry', SAMPLE_PAPERS)}
            </Button>
          )}
          <p class="small muted">{t('welcomeTryAbout')}</p>
        </div>
      );
    case 'reading':
      return (
        <div class="do">
          <JobLine job={sample.job} onCancel={p.onCancel} />
        </div>
      );
    case 'failed':
      return (
        <div class="do">
          <Message
            tone="bad"
            title={t('welcomeFailed')}
            actions={
              <Button small onPress={p.onSample}>
                {t('commonTryAgain')}
              </Button>
            }
          >
            {sample.words}
          </Message>
        </div>
      );
    case 'there':
      return (
        <div class="do" role="status">
          <Message tone="ok" title={tn('welcomeThere', sample.papers)}>
            {t('welcomeThereText')}
          </Message>
          <span class="row">
            <a class="btn main" href="https://arxiv.org/list/cs.LG/new" target="_blank" rel="noopener noreferrer">
              {t('welcomeArxiv')}
            </a>
            <a class="btn" href="https://huggingface.co/papers" target="_blank" rel="noopener noreferrer">
              {t('welcomeHuggingFace')}
            </a>
          </span>
        </div>
      );
  }
};
