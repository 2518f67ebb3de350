import type { ComponentChildren } from 'preact';
import { t } from '../../platform/i18n.ts';
import { HealthBanner } from '../parts/health-banner.tsx';
import { Icon, Logo } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { StatePills } from '../parts/pills.tsx';
import { type Deed, Toast } from '../parts/toast.tsx';
import type { Health } from '../parts/use-health.ts';

export const SECTIONS = ['sites', 'notes', 'digests', 'citing', 'sync', 'backups', 'network', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

const ICONS = {
  sites: 'home',
  notes: 'pencil',
  digests: 'tray',
  citing: 'cite',
  sync: 'again',
  backups: 'receive',
  network: 'globe',
  about: 'info',
} as const satisfies Record<Section, IconName>;

export const sectionName = (section: Section): string =>
  ({
    sites: t('optionsSites'),
    notes: t('optionsNotes'),
    digests: t('optionsDigests'),
    citing: t('optionsCiting'),
    sync: t('optionsSync'),
    backups: t('optionsBackups'),
    network: t('optionsNetwork'),
    about: t('optionsAbout'),
  })[section];

const lede = (section: Section): string =>
  ({
    sites: t('optionsSitesLede'),
    notes: t('optionsNotesLede'),
    digests: t('optionsDigestsLede'),
    citing: t('optionsCitingLede'),
    sync: t('optionsSyncLede'),
    backups: t('optionsBackupsLede'),
    network: t('optionsNetworkLede'),
    about: t('optionsAboutLede'),
  })[section];

/** The frame of the settings: sections left, the chosen one right. */
export const OptionsView = (p: {
  readonly section: Section;
  readonly online: boolean;
  readonly readOnly: boolean;
  readonly health: Health;
  readonly deed: Deed | undefined;
  readonly onRestore: () => void;
  readonly onAgain: () => void;
  readonly children: ComponentChildren;
}) => (
  <div class="set">
    <nav aria-label={t('optionsTitle')}>
      <Logo text={t('optionsTitle')} />
      {SECTIONS.map((section) => (
        <a key={section} href={`#${section}`} aria-current={section === p.section ? 'page' : undefined}>
          <Icon name={ICONS[section]} size={15} />
          {sectionName(section)}
        </a>
      ))}
      <a href="../library/index.html">
        <Icon name="tray" size={15} />
        {t('popupOpenLibrary')}
      </a>
    </nav>
    <main class="col">
      <div class="row">
        <h1 tabIndex={-1}>{sectionName(p.section)}</h1>
        <span class="sp" />
        <span class="pills">
          <StatePills online={p.online} readOnly={p.readOnly} />
        </span>
      </div>
      <p class="lede">{lede(p.section)}</p>
      <Banner health={p.health} onRestore={p.onRestore} onAgain={p.onAgain} />
      {p.children}
    </main>
    <Toast deed={p.deed} />
  </div>
);

const Banner = (p: { readonly health: Health; readonly onRestore: () => void; readonly onAgain: () => void }) => {
  const banner = HealthBanner(p);
  return banner && <div class="gap">{banner}</div>;
};
