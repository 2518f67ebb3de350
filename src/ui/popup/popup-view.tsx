import type { ComponentChildren, Ref } from 'preact';
import { number, t } from '../../platform/i18n.ts';
import type { SiteInfo } from '../../sites/catalogue.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { SearchField } from '../parts/field.tsx';
import { HealthBanner } from '../parts/health-banner.tsx';
import { Icon, Logo } from '../parts/icon.tsx';
import { StatePills } from '../parts/pills.tsx';
import { Switch } from '../parts/switch.tsx';
import { type Deed, Toast } from '../parts/toast.tsx';
import type { Health } from '../parts/use-health.ts';
import { JobStrip } from './add-body.tsx';

export type Inside = 'list' | 'add' | 'saved';

export interface PopupViewProps {
  readonly online: boolean;
  readonly readOnly: boolean;
  readonly health: Health;
  readonly inside: Inside;
  readonly text: string;
  readonly deed: Deed | undefined;
  readonly jobs: readonly JobRow[];
  /** Papers in the library, where it is known. */
  readonly saved?: number | undefined;
  readonly site?: SiteInfo | undefined;
  readonly siteOn: boolean;
  readonly searchRef?: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
  readonly onInside: (inside: Inside) => void;
  readonly onSite: (on: boolean) => void;
  readonly onLibrary: () => void;
  readonly onSettings: () => void;
  readonly onRestore: () => void;
  readonly onHealthAgain: () => void;
  readonly onCancel: (job: JobRow) => void;
  readonly onDismiss: (job: JobRow) => void;
  /** How sync goes, small; and a large change that waits. */
  readonly syncMark?: ComponentChildren;
  readonly held?: ComponentChildren;
  /** The body: papers of the tab, hits, saved papers, or adding a digest. */
  readonly children: ComponentChildren;
}

/** The frame of the popup: head, search, what is wrong, body, what goes on, foot. */
export const PopupView = (p: PopupViewProps) => (
  <>
    <header>
      <h1>
        <Logo text="Scholion" />
      </h1>
      <span class="sp" />
      <StatePills online={p.online} readOnly={p.readOnly} />
      <Button kind="quiet" small icon="tray" label={t('popupOpenLibrary')} onPress={p.onLibrary} />
      <Button kind="quiet" small icon="settings" label={t('popupSettings')} onPress={p.onSettings} />
    </header>
    <main class={p.deed ? 'told' : ''}>
      {p.inside !== 'add' && (
        <div class="q">
          <SearchField
            text={p.text}
            label={t('popupSearch')}
            onText={p.onText}
            {...(p.searchRef ? { fieldRef: p.searchRef } : {})}
          />
        </div>
      )}
      <Banner health={p.health} onRestore={p.onRestore} onAgain={p.onHealthAgain} />
      {p.held}
      {p.children}
    </main>
    {p.inside !== 'add' && (
      <JobStrip jobs={p.jobs} onCancel={p.onCancel} onDismiss={p.onDismiss} onShow={() => p.onInside('add')} />
    )}
    <Toast deed={p.deed} />
    <footer>
      <Button kind="quiet" small onPress={() => p.onInside(p.inside === 'saved' ? 'list' : 'saved')}>
        <Icon name="tray" size={15} />
        {t('popupLibrary')}
        {p.saved !== undefined && <span class="muted num">{number(p.saved)}</span>}
      </Button>
      <Button kind="quiet" small icon="plus" onPress={() => p.onInside('add')}>
        {t('popupAdd')}
      </Button>
      <span class="sp" />
      {p.syncMark}
      {p.site && (
        <span class="site">
          <span dir="ltr">{p.site.host}</span>
          <Switch on={p.siteOn} label={t('popupSiteSwitch', p.site.name)} onChange={p.onSite} />
        </span>
      )}
    </footer>
  </>
);

const Banner = (p: { readonly health: Health; readonly onRestore: () => void; readonly onAgain: () => void }) => {
  const banner = HealthBanner(p);
  return banner && <div class="banner">{banner}</div>;
};
