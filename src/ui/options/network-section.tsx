import type { LogEntry } from '../../core/request-log.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { Message } from '../parts/message.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import { backupTime, sizeWords } from '../parts/words.ts';
import type { Given } from './use-permissions.ts';

interface Props {
  /** Undefined until it is known. */
  readonly given: Given | undefined;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
  readonly onTakeBack: (what: Given) => void;
}

/** What the person allowed, and every request that was made. */
export const NetworkSection = (p: Props) => (
  <>
    <Message tone="ok" icon="lock" title={t('networkPromise')}>
      {t('networkPromiseText')}
    </Message>
    <h2>{t('networkGiven')}</h2>
    <Permissions {...p} />
    <h2>
      {t('networkLog')}
      <span class="sp" />
      {p.log.length > 0 && <span class="small muted num">{tn('networkLogCount', p.log.length)}</span>}
    </h2>
    <Log log={p.log} />
  </>
);

const Permissions = ({ given, onTakeBack }: Props) => {
  if (given === undefined) return <Loading rows={1} />;
  const rows = [
    ...given.origins.map((origin) => ({
      what: { origins: [origin], permissions: [] },
      name: hostOf(origin),
      about: isOwnMachine(origin) ? t('networkForZotero') : t('networkForSite'),
      icon: 'globe' as IconName,
    })),
    ...given.permissions.map((permission) => ({
      what: { origins: [], permissions: [permission] },
      name: permissionWords(permission),
      about: permission === 'downloads' ? t('networkForDownloads') : '',
      icon: 'receive' as IconName,
    })),
  ];
  if (rows.length === 0) return <p class="muted">{t('networkNothingGiven')}</p>;
  return (
    <div class="tg">
      {rows.map(({ what, name, about, icon }) => (
        <div class="ti" key={name}>
          <span class="i">
            <Icon name={icon} size={18} />
          </span>
          <div>
            <bdi class="n">{name}</bdi>
            <div class="d">{about}</div>
          </div>
          <Button small label={t('networkTakeBackNamed', name)} onPress={() => onTakeBack(what)}>
            {t('networkTakeBack')}
          </Button>
        </div>
      ))}
    </div>
  );
};

/** "http://127.0.0.1/*" -> "127.0.0.1" */
const hostOf = (origin: string): string => origin.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, '');
const isOwnMachine = (origin: string): boolean => ['127.0.0.1', 'localhost'].includes(hostOf(origin));
const permissionWords = (permission: string): string =>
  permission === 'downloads'
    ? t('networkDownloads')
    : permission === 'notifications'
      ? t('networkNotifications')
      : permission;

const Log = ({ log }: Pick<Props, 'log'>) => {
  if (log.length === 0)
    return (
      <Empty icon="globe" title={t('networkNoRequests')}>
        {t('networkNoRequestsText')}
      </Empty>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="logbox" tabIndex={0} aria-label={t('networkLog')}>
      <table class="log num">
        <thead>
          <tr>
            <th scope="col">{t('networkWhen')}</th>
            <th scope="col">{t('networkWhere')}</th>
            <th scope="col">{t('networkWhy')}</th>
            <th scope="col">{t('networkHow')}</th>
            <th scope="col">{t('networkSize')}</th>
          </tr>
        </thead>
        <tbody>
          {grouped(log).map(({ one, times }, i) => (
            // Several may begin in one millisecond.
            <tr key={`${one.at} ${i}`}>
              <td>{backupTime(new Date(one.at).toISOString())}</td>
              <td>
                <bdi>{one.host}</bdi>
              </td>
              <td>
                {purposeWords(one.purpose)}
                {times > 1 && <span class="muted"> × {number(times)}</span>}
              </td>
              <td class={isGood(one.outcome) ? '' : 'bad'}>{outcomeWords(one.outcome)}</td>
              <td>{one.bytes === 0 ? '–' : sizeWords(one.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Newest first; alike ones that follow one another are one row, with the time of the first and all bytes. */
function grouped(log: readonly LogEntry[]): readonly { readonly one: LogEntry; readonly times: number }[] {
  const rows: { one: LogEntry; times: number }[] = [];
  for (const entry of log) {
    const last = rows.at(-1);
    const alike =
      last?.one.host === entry.host && last.one.purpose === entry.purpose && last.one.outcome === entry.outcome;
    if (!alike) rows.push({ one: entry, times: 1 });
    else rows.splice(-1, 1, { one: { ...last.one, bytes: last.one.bytes + entry.bytes }, times: last.times + 1 });
  }
  return rows.reverse();
}

const isGood = (outcome: LogEntry['outcome']): boolean => typeof outcome === 'number' && outcome < 400;

/** The words of network/, as a person understands them; a word of a newer version is shown as it is. */
function purposeWords(purpose: string): string {
  switch (purpose) {
    case 'zotero-find':
      return t('networkZoteroFind');
    case 'zotero-authorize':
      return t('networkZoteroAuthorize');
    case 'zotero-send':
      return t('networkZoteroSend');
    case 'zotero-look':
    case 'zotero-twin':
      return t('networkZoteroTwin');
    case 'zotero-target':
      return t('networkZoteroTarget');
    default:
      return purpose;
  }
}

function outcomeWords(outcome: LogEntry['outcome']): string {
  if (typeof outcome === 'number') return number(outcome);
  switch (outcome) {
    case 'not-allowed':
      return t('networkNotAllowed');
    case 'unreachable':
      return t('networkUnreachable');
    case 'timeout':
      return t('networkTimeout');
    case 'cancelled':
      return t('networkCancelled');
    case 'too-large':
      return t('networkTooLarge');
    case 'wrong-type':
    case 'bad-address':
      return t('networkUnexpected');
    default:
      return outcome;
  }
}
