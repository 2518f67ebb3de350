import { useState } from 'preact/hooks';
import { number, t, tn } from '../../platform/i18n.ts';
import type { DigestRow, JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { Question } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { JobLine } from '../parts/job-line.tsx';
import { Message } from '../parts/message.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import type { Live } from '../parts/use-live.ts';
import { WarningList } from '../parts/warning-list.tsx';
import { dayWords, sizeWords } from '../parts/words.ts';
import { SwitchRow } from './setting-row.tsx';

interface Props {
  readonly digests: Live<readonly DigestRow[]>;
  readonly jobs: readonly JobRow[];
  readonly keepListings: boolean;
  readonly readOnly: boolean;
  readonly onKeepListings: (on: boolean) => void;
  readonly onForget: (digests: readonly number[] | 'all') => void;
  readonly onAdd: () => void;
  readonly onCancel: (job: JobRow) => void;
}

/** What digests told: what is kept of each, and how to forget it. */
export const DigestsSection = (p: Props) => {
  const [asked, setAsked] = useState<DigestRow | 'all'>();
  return (
    <>
      <div class="tg">
        <SwitchRow
          icon="tray"
          name={t('optionsKeepListings')}
          about={t('optionsKeepListingsAbout')}
          on={p.keepListings}
          disabled={p.readOnly}
          onChange={p.onKeepListings}
        />
      </div>
      {p.jobs.map((job) => (
        <JobLine key={job.id} job={job} onCancel={p.onCancel} />
      ))}
      <Kept {...p} onAsk={setAsked} />
      {asked && p.digests.state === 'ready' && (
        <ForgetQuestion
          asked={asked}
          digests={p.digests.value}
          onClose={() => setAsked(undefined)}
          onForget={(digests) => {
            setAsked(undefined);
            p.onForget(digests);
          }}
        />
      )}
    </>
  );
};

const Kept = (p: Props & { readonly onAsk: (asked: DigestRow | 'all') => void }) => {
  if (p.digests.state === 'loading') return <Loading rows={3} />;
  if (p.digests.state === 'error')
    return (
      <Message tone="bad" title={t('optionsDigestsClosed')}>
        {t('optionsDigestsClosedText')}
      </Message>
    );
  const digests = p.digests.value;
  if (digests.length === 0)
    return (
      <Empty
        icon="tray"
        title={t('optionsNoDigests')}
        actions={
          <Button icon="plus" onPress={p.onAdd}>
            {t('popupAdd')}
          </Button>
        }
      >
        {t('optionsNoDigestsText')}
      </Empty>
    );
  return (
    <>
      <h2>
        {tn('optionsDigestCount', digests.length)}
        <span class="sp" />
        <Button small icon="plus" onPress={p.onAdd}>
          {t('popupAdd')}
        </Button>
        <Button small kind="bad" disabled={p.readOnly} onPress={() => p.onAsk('all')}>
          {t('optionsForgetAll', number(digests.length))}
        </Button>
      </h2>
      <div class="tg">
        {digests.map((digest) => (
          <DigestItem key={digest.id} digest={digest} readOnly={p.readOnly} onForget={() => p.onAsk(digest)} />
        ))}
      </div>
    </>
  );
};

const DigestItem = (p: { readonly digest: DigestRow; readonly readOnly: boolean; readonly onForget: () => void }) => {
  const [shown, setShown] = useState(false);
  const { digest } = p;
  const day = digest.captured ?? digest.added;
  const facts = [
    digest.kind === 'listing' ? t('optionsKindListing') : t('optionsKindAdded'),
    ...(day ? [dayWords(day)] : []),
    tn('optionsEntries', digest.entries),
    sizeWords(digest.size),
  ];
  return (
    <div class="ti">
      <span class="i">
        <Icon name={digest.kind === 'listing' ? 'file' : 'receive'} size={18} />
      </span>
      <div>
        <bdi class="n">{digest.name}</bdi>
        <div class="d num">
          {facts.join(' · ')}
          {digest.warningCount > 0 && (
            <>
              {' · '}
              <button type="button" class="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {tn('optionsToCheck', digest.warningCount)}
              </button>
            </>
          )}
        </div>
      </div>
      <span class="a">
        {digest.state === 'ready' ? (
          <Button
            small
            kind="quiet"
            disabled={p.readOnly}
            label={t('optionsForgetNamed', digest.name)}
            onPress={p.onForget}
          >
            {t('optionsForget')}
          </Button>
        ) : (
          <span class="pill">{digest.state === 'reading' ? t('optionsReading') : t('optionsForgetting')}</span>
        )}
      </span>
      {shown && (
        <div class="wide">
          <WarningList warnings={digest.warnings} count={digest.warningCount} />
        </div>
      )}
    </div>
  );
};

const ForgetQuestion = (p: {
  readonly asked: DigestRow | 'all';
  readonly digests: readonly DigestRow[];
  readonly onClose: () => void;
  readonly onForget: (digests: readonly number[] | 'all') => void;
}) => {
  const chosen = p.asked === 'all' ? p.digests : [p.asked];
  const entries = chosen.reduce((sum, digest) => sum + digest.entries, 0);
  return (
    <Question
      title={tn('optionsWouldForget', chosen.length)}
      keep={chosen.length === 1 ? t('optionsKeepIt') : t('optionsKeepAll')}
      deed={tn('optionsForgetDeed', chosen.length)}
      onClose={p.onClose}
      onDeed={() => p.onForget(p.asked === 'all' ? 'all' : [p.asked.id])}
    >
      <p>{tn('optionsForgetMeans', entries)}</p>
      <ul>
        {chosen.slice(0, 50).map((digest) => (
          <li key={digest.id}>
            <bdi>{digest.name}</bdi>
            <span class="muted small num">{tn('optionsEntries', digest.entries)}</span>
          </li>
        ))}
      </ul>
      <p class="small">{t('optionsForgetSafe')}</p>
    </Question>
  );
};
