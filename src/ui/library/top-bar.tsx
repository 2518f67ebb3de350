import type { ComponentChildren } from 'preact';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { VIEWS, type View } from './place.ts';

const ICONS = { table: 'rows', cards: 'cards', look: 'chart' } as const satisfies Record<View, IconName>;

export const viewWord = (view: View): string =>
  ({ table: t('libraryTable'), cards: t('libraryCards'), look: t('libraryLook') })[view];

/** Search, the three views, import, and the rest in a menu. */
export const TopBar = (p: {
  readonly view: View;
  readonly readOnly: boolean;
  readonly menu: readonly MenuEntry[];
  readonly onView: (view: View) => void;
  readonly onImport: () => void;
  /** The search field. */
  readonly children: ComponentChildren;
}) => (
  <div class="top">
    {p.children}
    <fieldset class="vs" aria-label={t('libraryView')}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === p.view}
          aria-label={viewWord(view)}
          title={viewWord(view)}
          onClick={() => p.onView(view)}
        >
          <Icon name={ICONS[view]} />
        </button>
      ))}
    </fieldset>
    <Button icon="receive" disabled={p.readOnly} onPress={p.onImport}>
      {t('libraryImport')}
    </Button>
    <MenuButton label={t('libraryMenu')} items={p.menu} />
  </div>
);
