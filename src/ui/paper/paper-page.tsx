import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Addressed, addressedPaper, paperAddress } from '../../core/paper-address.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { HealthBanner } from '../parts/health-banner.tsx';
import { Logo } from '../parts/icon.tsx';
import { StatePills } from '../parts/pills.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { useOnline } from '../parts/use-online.ts';
import { PaperPane } from './paper-pane.tsx';
import { useMedia } from './use-media.ts';
import { useSavedKey } from './use-saved-key.ts';

/** From here on there is room for two columns. */
const WIDE = '(min-width: 860px)';

const LIBRARY = 'src/ui/library/index.html';
const openPage = (path: string): void => void tabs.create({ url: runtime.getURL(path) });

/** One paper with everything known of it, at an address of its own: `?key=` of a saved paper, or ids and title of any. */
export const PaperPage = () => {
  const [asked, setAsked] = useState<Addressed>(() => addressedPaper(location.search));
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const wide = useMedia(WIDE);
  const found = useSavedKey(asked.query);
  const key = asked.key ?? found;

  useEffect(() => {
    const back = (): void => setAsked(addressedPaper(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const open = useCallback((next: string) => {
    history.pushState(null, '', paperAddress({ key: next }));
    setAsked({ key: next });
  }, []);
  const banner = HealthBanner({
    health,
    onRestore: () => openPage('src/ui/restore/index.html'),
    onAgain: () => void askAgain(),
  });
  return (
    <>
      <header>
        <h1>
          <Logo text="Scholion" />
        </h1>
        <span class="sp" />
        <StatePills online={online} readOnly={isReadOnly(health)} />
        <Button kind="quiet" small icon="tray" onPress={() => openPage(LIBRARY)}>
          {t('paperOpenLibrary')}
        </Button>
      </header>
      {banner && <div class="banner">{banner}</div>}
      <main>
        {key !== undefined ? (
          <PaperPane
            paperKey={key}
            paper={asked.query}
            readOnly={isReadOnly(health)}
            whole
            wide={wide}
            onOpen={open}
            onFindTag={(tag) =>
              openPage(`${LIBRARY}#${new URLSearchParams({ q: `tag:"${tag.replaceAll('"', '')}"` })}`)
            }
          />
        ) : asked.query ? (
          <Loading rows={4} />
        ) : (
          <Empty icon="file" title={t('paperNoneNamed')} />
        )}
      </main>
    </>
  );
};
