import { number, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icons.ts';
import { MenuButton } from '../../parts/menu.tsx';

export type Deed = 'tag' | 'move' | 'status' | 'rate' | 'export' | 'zotero' | 'delete' | 'restore' | 'purge';

interface Props {
  readonly count: number;
  /** Papers that match. */
  readonly total: number;
  readonly shelf: 'library' | 'trash';
  readonly readOnly: boolean;
  /** How far the work that was begun here is, 0 to 1. */
  readonly part: number | undefined;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** @param button what a dialog opens beside */
  readonly onDeed: (deed: Deed, button: HTMLElement | null) => void;
}

/** What can be done with the papers chosen, their number in each verb; how far it is along the upper edge. */
export const BulkBar = (p: Props) => {
  const n = number(p.count);
  const act = (deed: Deed, icon: IconName, words: string, keys?: string, looks = '') => (
    <button
      type="button"
      class={`btn quiet sm ${looks}`}
      aria-keyshortcuts={keys}
      aria-disabled={p.readOnly && deed !== 'export' ? 'true' : undefined}
      onClick={(event) => {
        if (!p.readOnly || deed === 'export') p.onDeed(deed, event.currentTarget);
      }}
    >
      <Icon name={icon} size={14} />
      {words}
    </button>
  );
  return (
    <section class="bulk" aria-label={t('libraryBulk')}>
      {p.part !== undefined && (
        <span class="prog" aria-hidden="true">
          <i style={{ width: `${p.part * 100}%` }} />
        </span>
      )}
      <b class="num">{t('librarySelected', n)}</b>
      {p.count < p.total && (
        <button type="button" class="link" aria-keyshortcuts="a" onClick={p.onAll}>
          {t('librarySelectMatching', number(p.total))}
        </button>
      )}
      <span class="sp" />
      {p.shelf === 'trash' ? (
        <>
          {act('restore', 'again', t('libraryRestoreDo', n))}
          {act('purge', 'trash', t('libraryPurgeDo', n), undefined, 'bad')}
        </>
      ) : (
        <>
          {act('tag', 'plus', t('libraryTagDo', n), 't')}
          {act('move', 'folder', t('libraryMoveDo', n), 'm', 'w3')}
          {act('status', 'read', t('libraryStatusDo', n), 'e', 'w2')}
          {act('export', 'out', t('libraryExportDo', n), undefined, 'w1')}
          {act('delete', 'trash', t('libraryDeleteDo', n), 'Delete', 'bad')}
          <MoreDeeds {...p} />
        </>
      )}
      <Button kind="quiet" small icon="cross" label={t('libraryClearSelection')} onPress={p.onClear} />
    </section>
  );
};

/** What is done less often, and what a narrow window has no room for. */
const MoreDeeds = (p: Props) => {
  const n = number(p.count);
  const item = (deed: Deed, icon: IconName, label: string) => ({
    id: deed,
    icon,
    label,
    disabled: p.readOnly && deed !== 'export',
    onPress: () => p.onDeed(deed, null),
  });
  return (
    <MenuButton
      small
      icon="more"
      label={tn('libraryMoreDo', p.count)}
      items={[
        item('move', 'folder', t('libraryMoveDo', n)),
        item('status', 'read', t('libraryStatusDo', n)),
        item('rate', 'star', t('libraryRateDo', n)),
        'line',
        item('export', 'out', t('libraryExportDo', n)),
        item('zotero', 'out', t('libraryZoteroDo', n)),
      ]}
    />
  );
};
