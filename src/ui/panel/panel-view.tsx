import type { ComponentChildren } from 'preact';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { HealthBanner } from '../parts/health-banner.tsx';
import { Icon, Logo } from '../parts/icon.tsx';
import { StatePills } from '../parts/pills.tsx';
import { type Deed, Toast } from '../parts/toast.tsx';
import { type Health, isReadOnly } from '../parts/use-health.ts';
import { useOnline } from '../parts/use-online.ts';

/** The frame of the side panel: head with library and pin, a way back, the body. */
export const PanelView = (p: {
  readonly health: Health;
  readonly pinned: boolean;
  readonly deed: Deed | undefined;
  /** Words of the way back; none where the body is what the page itself gives. */
  readonly back: string | undefined;
  readonly onBack: () => void;
  readonly onPin: () => void;
  readonly onLibrary: () => void;
  readonly onRestore: () => void;
  readonly onHealthAgain: () => void;
  readonly children: ComponentChildren;
}) => {
  const banner = HealthBanner({ health: p.health, onRestore: p.onRestore, onAgain: p.onHealthAgain });
  return (
    <>
      <header>
        <h1>
          <Logo text={t('panelTitle')} />
        </h1>
        <span class="sp" />
        <StatePills online={useOnline()} readOnly={isReadOnly(p.health)} />
        <Button kind="quiet" small icon="tray" label={t('panelOpenLibrary')} onPress={p.onLibrary} />
        <button
          type="button"
          class="btn quiet ico sm"
          aria-pressed={p.pinned}
          aria-label={t('panelPin')}
          title={t(p.pinned ? 'panelPinned' : 'panelPin')}
          onClick={p.onPin}
        >
          <Icon name={p.pinned ? 'pinned' : 'pin'} size={15} />
        </button>
      </header>
      {banner && <div class="banner">{banner}</div>}
      <main>
        {p.back !== undefined && (
          <div class="trail">
            <Button kind="quiet" small icon="back" onPress={p.onBack}>
              {p.back}
            </Button>
          </div>
        )}
        {p.children}
        <Toast deed={p.deed} />
      </main>
    </>
  );
};
