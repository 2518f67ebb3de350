import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_CITATIONS } from '../../core/citations/citation-settings.ts';
import type { Settings } from '../../core/settings.ts';
import type { Reply } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { catalogue } from '../../sites/catalogue.ts';
import type { Deed } from '../parts/toast.tsx';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { isRunning, useJobs } from '../parts/use-jobs.ts';
import { useDigestList, useSettings } from '../parts/use-library.ts';
import { useOnline } from '../parts/use-online.ts';
import { errorWords } from '../parts/words.ts';
import { AboutSection } from './about-section.tsx';
import { Backups } from './backups.tsx';
import { CitingSection } from './citing-section.tsx';
import { DigestsSection } from './digests-section.tsx';
import { Network } from './network.tsx';
import { NotesSection } from './notes-section.tsx';
import { OptionsView, SECTIONS, type Section } from './options-view.tsx';
import { SitesSection } from './sites-section.tsx';
import { SyncSection } from './sync/sync-section.tsx';

const sectionOf = (hash: string): Section => SECTIONS.find((section) => `#${section}` === hash) ?? 'sites';

/** Where the pane keeps the form that was copied last (ui/paper/use-cite.ts). */
const LAST_CITED = 'cite form';

/** The chosen section, kept in the address so that it can be linked and survives a reload. */
function useSection(): Section {
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setSection(sectionOf(location.hash));
      document.querySelector('h1')?.focus();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return section;
}

/** The container of the settings. */
export const OptionsPage = () => {
  const section = useSection();
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const stored = useSettings();
  /** What was chosen here, until the store says the same. */
  const [chosen, setChosen] = useState<Settings>();
  const settings = chosen ?? stored;
  const digests = useDigestList();
  const jobs = useJobs();
  const [deed, setDeed] = useState<Deed>();
  const readOnly = isReadOnly(health);
  const open = (path: string): void => void tabs.create({ url: runtime.getURL(path) });

  useEffect(() => setChosen(undefined), [stored]);

  /** Says what failed; true where the call did what it should. */
  const told = <T,>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }> => {
    if (!reply.ok) setDeed({ words: t('optionsNotChanged'), more: errorWords(reply.error) });
    return reply.ok;
  };
  const change = async (next: Settings): Promise<void> => {
    setChosen(next);
    if (!told(await call('settings.set', { settings: next }))) setChosen(undefined);
  };
  const setSite = async (site: string, on: boolean): Promise<void> => {
    const sitesOff = [...settings.sitesOff.filter((other) => other !== site), ...(on ? [] : [site])];
    setChosen({ ...settings, sitesOff });
    if (!told(await call('sites.set', { site, on }))) setChosen(undefined);
  };
  /** Pages that cite begin with what was cited last: that is now what was chosen here. */
  const setCitations = (citations: NonNullable<Settings['citations']>): void => {
    localStorage.setItem(LAST_CITED, citations.style);
    void change({ ...settings, citations });
  };
  const forget = async (which: readonly number[] | 'all'): Promise<void> => {
    told(await call('digest.forget', { request: newRequest(), digests: which }));
  };

  return (
    <OptionsView
      section={section}
      online={online}
      readOnly={readOnly}
      health={health}
      deed={deed}
      onRestore={() => open('src/ui/restore/index.html')}
      onAgain={() => void askAgain()}
    >
      {section === 'sites' && (
        <SitesSection
          sites={catalogue}
          sitesOff={settings.sitesOff}
          readOnly={readOnly}
          onSite={(site, on) => void setSite(site, on)}
        />
      )}
      {section === 'notes' && (
        <NotesSection
          notes={settings.notes}
          readOnly={readOnly}
          onNotes={(notes) => void change({ ...settings, notes })}
        />
      )}
      {section === 'digests' && (
        <DigestsSection
          digests={digests}
          jobs={jobs.jobs.filter(isRunning)}
          keepListings={settings.keepListings}
          readOnly={readOnly}
          onKeepListings={(keepListings) => void change({ ...settings, keepListings })}
          onForget={(which) => void forget(which)}
          onAdd={() => open('src/ui/add/index.html')}
          onCancel={jobs.cancel}
        />
      )}
      {section === 'sync' && (
        <SyncSection readOnly={readOnly} onTell={setDeed} onRestore={() => open('src/ui/restore/index.html')} />
      )}
      {section === 'backups' && (
        <Backups
          health={health}
          settings={settings}
          readOnly={readOnly}
          onSettings={(next) => void change(next)}
          onSite={(site, on) => void setSite(site, on)}
          onTell={setDeed}
          onAgain={askAgain}
        />
      )}
      {section === 'citing' && (
        <CitingSection
          citations={settings.citations ?? DEFAULT_CITATIONS}
          readOnly={readOnly}
          onCitations={setCitations}
        />
      )}
      {section === 'network' && <Network />}
      {section === 'about' && <AboutSection version={runtime.getManifest().version} />}
    </OptionsView>
  );
};
