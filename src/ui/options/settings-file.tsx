import { useState } from 'preact/hooks';
import type { SettingName } from '../../core/read-settings.ts';
import type { Settings } from '../../core/settings.ts';
import { readSettingsFile, settingsFile } from '../../core/settings-file.ts';
import { t, tn } from '../../platform/i18n.ts';
import { catalogue } from '../../sites/catalogue.ts';
import { Button } from '../parts/button.tsx';
import { ChooseFile } from '../parts/choose-file.tsx';
import { download } from '../parts/download.ts';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';

const SITES: ReadonlySet<string> = new Set(catalogue.map(({ id }) => id));

/** A setting by the name that it has on these pages. */
const settingWords = (name: SettingName): string =>
  ({
    settings: t('optionsTitle'),
    sitesOff: t('optionsSites'),
    keepListings: t('optionsKeepListings'),
    'notes.kindsOff': t('optionsTags'),
    'notes.links': t('optionsLinks'),
    'notes.hints': t('optionsHints'),
    'notes.density': t('optionsDensity'),
    'backup.every': t('optionsBackupEvery'),
    'citations.style': t('optionsCiteStyle'),
    'citations.keyPattern': t('exportKeyPattern'),
  })[name];

/** Why a file was not read, or the settings in it that made no sense. */
type Said = 'not-settings' | 'newer' | readonly SettingName[];

/** The settings as a file that can be kept or taken to another machine, and back. */
export const SettingsFile = (p: {
  readonly settings: Settings;
  readonly readOnly: boolean;
  readonly onSettings: (settings: Settings) => void;
  readonly onSite: (site: string, on: boolean) => void;
}) => {
  const [said, setSaid] = useState<Said>();
  const bring = async (file: File): Promise<void> => {
    const text = await file.text().catch(() => '');
    const read = readSettingsFile(text, SITES);
    if (!read.ok) return setSaid(read.error);
    const { settings, wrong } = read.value;
    // Sites have a call of their own, which also registers their scripts.
    for (const site of SITES) {
      const off = settings.sitesOff.includes(site);
      if (off !== p.settings.sitesOff.includes(site)) p.onSite(site, !off);
    }
    p.onSettings(settings);
    setSaid(wrong);
  };
  return (
    <>
      <h2>{t('optionsSettingsFile')}</h2>
      <div class="tg">
        <div class="ti">
          <span class="i">
            <Icon name="settings" size={18} />
          </span>
          <div>
            <div class="n">{t('optionsSettingsFileName')}</div>
            <div class="d">{t('optionsSettingsFileAbout')}</div>
          </div>
          <span class="a">
            <Button
              small
              onPress={() =>
                download(new Blob([settingsFile(p.settings)], { type: 'application/json' }), 'scholion-settings.json')
              }
            >
              {t('optionsSettingsSave')}
            </Button>
            <ChooseFile
              small
              label={t('optionsSettingsBring')}
              accept=".json"
              disabled={p.readOnly}
              onFiles={([file]) => file && void bring(file)}
            />
          </span>
        </div>
      </div>
      {said && <div class="after">{sayOf(said)}</div>}
    </>
  );
};

const sayOf = (said: Said) => {
  if (said === 'newer') return <Message tone="bad" title={t('optionsSettingsNewer')} />;
  if (said === 'not-settings') return <Message tone="bad" title={t('optionsSettingsNot')} />;
  return said.length === 0 ? (
    <Message tone="ok" title={t('optionsSettingsRead')} />
  ) : (
    <Message tone="warn" title={t('optionsSettingsRead')}>
      {tn('optionsSettingsWrong', said.length, said.map(settingWords).join(', '))}
    </Message>
  );
};
