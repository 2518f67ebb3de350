import { t } from '../../platform/i18n.ts';
import type { SiteInfo } from '../../sites/catalogue.ts';
import { SwitchRow } from './setting-row.tsx';

/** Where notes are written, each with its switch, which acts at once in open tabs. */
export const SitesSection = (p: {
  readonly sites: readonly SiteInfo[];
  readonly sitesOff: readonly string[];
  readonly readOnly: boolean;
  readonly onSite: (site: string, on: boolean) => void;
}) => (
  <div class="tg">
    {p.sites.map((site) => {
      const on = !p.sitesOff.includes(site.id);
      return (
        <SwitchRow
          key={site.id}
          icon="file"
          name={site.name}
          about={on ? t('optionsSiteOn', site.host) : t('optionsSiteOff', site.host)}
          on={on}
          disabled={p.readOnly}
          onChange={(next) => p.onSite(site.id, next)}
        />
      );
    })}
  </div>
);
