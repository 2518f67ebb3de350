import { useState } from 'preact/hooks';
import type { LibraryHealth } from '../../messaging/calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { ChooseFile } from '../parts/choose-file.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { Message } from '../parts/message.tsx';
import { StatePills } from '../parts/pills.tsx';
import { Loading } from '../parts/states.tsx';
import type { Health } from '../parts/use-health.ts';
import { SnapshotChoice } from './snapshot-choice.tsx';

export interface RestoreViewProps {
  readonly online: boolean;
  readonly health: Health;
  /** A choice is being carried out. */
  readonly busy: boolean;
  readonly error?: string | undefined;
  /** Why a backup could not be saved as a file. */
  readonly fileError?: string | undefined;
  /** Papers brought back by the last choice. */
  readonly restored?: number | undefined;
  readonly onRestore: (name: string) => void;
  readonly onSaveFile: (name: string) => void;
  /** A backup that the person kept elsewhere. */
  readonly onFile: (file: File) => void;
  readonly onAccept: () => void;
  readonly onAgain: () => void;
}

/** What happened to the library, what is safe, and the choices. Nothing is written until one is made. */
export const RestoreView = (p: RestoreViewProps) => (
  <div class="res">
    <main class={p.health.state === 'good' ? 'fine' : ''}>
      <Content {...p} />
    </main>
  </div>
);

const Content = (p: RestoreViewProps) => {
  const { health } = p;
  if (health.state === 'loading')
    return (
      <>
        <h1>{t('restoreTitle')}</h1>
        <Loading rows={2} />
      </>
    );
  if (health.state === 'no-answer')
    return (
      <>
        <Head icon="warning" title={t('commonNoAnswerTitle')} online={p.online} />
        <p>{t('commonNoAnswerSafe')}</p>
        <Again onAgain={p.onAgain} />
      </>
    );
  if (health.state === 'good')
    return (
      <>
        <Head icon="tick" title={t('restoreGoodTitle')} online={p.online} />
        {p.restored === undefined ? (
          <p>{tn('restoreGoodText', health.count)}</p>
        ) : (
          <p role="status">{tn('restoreDone', p.restored, number(health.count))}</p>
        )}
      </>
    );
  if (health.state === 'unwritable')
    return (
      <>
        <Head icon="lock" title={t('commonUnwritableTitle')} online={p.online} />
        <p>{t('commonUnwritableText')}</p>
        <Again onAgain={p.onAgain} />
      </>
    );
  if (health.state === 'newer' || health.state === 'blocked')
    return (
      <>
        <Head
          icon="lock"
          title={health.state === 'newer' ? t('restoreNewerTitle') : t('restoreBlockedTitle')}
          online={p.online}
        />
        <p>{health.state === 'newer' ? t('restoreNewerText') : t('restoreBlockedText')}</p>
        <Again onAgain={p.onAgain} />
      </>
    );
  return <Loss {...p} health={health} />;
};

const Head = (p: { readonly icon: IconName; readonly title: string; readonly online: boolean }) => (
  <>
    <div class="row">
      <span class="sign">
        <Icon name={p.icon} size={28} />
      </span>
      <span class="sp" />
      <StatePills online={p.online} readOnly={false} />
    </div>
    <h1>{p.title}</h1>
  </>
);

const Again = (p: { readonly onAgain: () => void }) => (
  <div class="row">
    <span class="sp" />
    <Button kind="main" onPress={p.onAgain}>
      {t('commonTryAgain')}
    </Button>
  </div>
);

/** One thing that is safe, or is not. */
const Fact = (p: { readonly safe: boolean; readonly words: string }) => (
  <li class={p.safe ? '' : 'not'}>
    <Icon name={p.safe ? 'tick' : 'warning'} size={14} />
    {p.words}
  </li>
);

/** Words for each kind of loss: title, what happened, and the button that accepts it. */
const lossWords = (health: LibraryHealth): readonly [title: string, text: string, accept: string] => {
  if (health.state === 'partial-loss')
    return [
      t('restorePartialTitle'),
      t('restorePartialText', number(health.expected), number(health.count)),
      tn('restoreKeep', health.count),
    ];
  if (health.state === 'unreadable')
    return [t('restoreUnreadableTitle'), t('restoreUnreadableText'), t('restoreFresh')];
  return [t('restoreEmptyTitle'), tn('restoreEmptyText', health.expected), t('restoreFresh')];
};

const Loss = (p: RestoreViewProps & { readonly health: LibraryHealth }) => {
  const { health } = p;
  const [title, text, accept] = lossWords(health);
  const good = health.snapshots.filter((snapshot) => snapshot.good);
  const [name, setName] = useState(good[0]?.name);
  const chosen = good.find((snapshot) => snapshot.name === name);
  return (
    <>
      <Head icon="warning" title={title} online={p.online} />
      <p>{text}</p>
      <ul class="facts">
        <Fact safe words={t('restoreSafeSync')} />
        <Fact
          safe={good.length > 0}
          words={good.length > 0 ? tn('restoreSafeBackups', good.length) : t('restoreNoBackups')}
        />
        <Fact
          safe={health.papers === 'good'}
          words={health.papers === 'good' ? t('restoreSafePapers') : t('restorePapersToo')}
        />
      </ul>
      <SnapshotChoice snapshots={health.snapshots} chosen={name} disabled={p.busy} onChoose={setName} />
      <div class="row">
        {chosen && (
          <Button small kind="quiet" icon="receive" onPress={() => p.onSaveFile(chosen.name)}>
            {t('restoreSaveFile')}
          </Button>
        )}
        <FromFile disabled={p.busy} onFile={p.onFile} />
      </div>
      {p.fileError && (
        <Message tone="bad" title={t('restoreFileFailed')}>
          {p.fileError}
        </Message>
      )}
      {p.error && (
        <Message tone="bad" title={t('restoreFailed')}>
          {p.error}
        </Message>
      )}
      <div class="row">
        <Button kind="quiet" disabled={p.busy} onPress={p.onAccept}>
          {accept}
        </Button>
        <span class="sp" />
        {chosen ? (
          <Button kind="main" disabled={p.busy} onPress={() => p.onRestore(chosen.name)}>
            {p.busy ? t('optionsWorking') : tn('restoreDeed', chosen.count)}
          </Button>
        ) : (
          <Button kind="main" disabled={p.busy} onPress={p.onAgain}>
            {t('commonTryAgain')}
          </Button>
        )}
      </div>
      <p class="small muted">{t('restoreAcceptMeans')}</p>
    </>
  );
};

/** A backup file from the person's own disk. */
const FromFile = (p: { readonly disabled: boolean; readonly onFile: (file: File) => void }) => {
  return (
    <ChooseFile
      small
      kind="quiet"
      icon="file"
      label={t('restoreUseFile')}
      accept=".jsonl,.json"
      disabled={p.disabled}
      onFiles={([file]) => file && p.onFile(file)}
    />
  );
};
