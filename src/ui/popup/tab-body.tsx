import type { Status } from '../../core/library/status.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { RowModel } from '../parts/row-model.ts';
import { Empty, Loading } from '../parts/states.tsx';
import { useLate } from '../parts/use-late.ts';
import { PaperList } from './paper-list.tsx';
import { countsOf, type TabState } from './tab-state.ts';

export interface TabBodyProps {
  readonly tab: TabState;
  readonly current: number;
  readonly busy: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onSave: (rows: readonly RowModel[]) => void;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onCurrent: (index: number) => void;
  readonly onReach: (index: number) => void;
  readonly onLookAgain: () => void;
  readonly onReload: () => void;
  readonly onSwitchOn: () => void;
  readonly onAdd: () => void;
}

/** The papers of this tab, or why there are none. */
export const TabBody = (p: TabBodyProps) => {
  const { tab } = p;
  switch (tab.kind) {
    case 'loading':
      return <Looking />;
    case 'not-a-site':
      return (
        <Empty
          icon="file"
          title={t('popupNotASite')}
          actions={
            <Button small icon="plus" onPress={p.onAdd}>
              {t('popupReadAsDigest')}
            </Button>
          }
        >
          {tab.host ? t('popupNotASiteText', tab.host) : t('popupNoSiteText')}
        </Empty>
      );
    case 'off':
      return (
        <Empty
          icon="bookmark"
          title={t('popupOffTitle', tab.site.host)}
          actions={
            <Button small onPress={p.onSwitchOn}>
              {t('popupSwitchOn')}
            </Button>
          }
        >
          {t('popupOffText')}
        </Empty>
      );
    case 'reload':
      return (
        <Empty
          icon="again"
          title={t('popupReloadTitle')}
          actions={
            <Button small onPress={p.onReload}>
              {t('popupReload')}
            </Button>
          }
        >
          {t('popupReloadText', tab.site.host)}
        </Empty>
      );
    case 'empty':
      return (
        <Empty icon="tray" title={t('popupEmptyTitle')} actions={<Again onPress={p.onLookAgain} />}>
          {t('popupEmptyText', tab.site.host)}
        </Empty>
      );
    case 'changed':
      return (
        <div class="body">
          <Message tone="warn" title={t('popupChangedTitle')} actions={<Again onPress={p.onLookAgain} />}>
            {t('popupChangedText', tab.site.host)}
          </Message>
        </div>
      );
    case 'papers':
      return <Papers {...p} tab={tab} />;
  }
};

const Again = (p: { readonly onPress: () => void }) => (
  <Button small onPress={p.onPress}>
    {t('popupLookAgain')}
  </Button>
);

const Looking = () => (
  <>
    <div class="head">{useLate() && <span>{t('popupLooking')}</span>}</div>
    <Loading />
  </>
);

const Papers = (p: TabBodyProps & { readonly tab: TabState & { readonly kind: 'papers' } }) => {
  const { rows, error } = p.tab;
  const counts = countsOf(rows);
  return (
    <>
      <div class="head">
        <span>
          <b>{tn('popupPapers', counts.papers)}</b>
          {error ? ` · ${t('popupMarksUnknown')}` : countWords(counts.yours, counts.fresh)}
        </span>
        <span class="sp" />
        {!error && counts.unsaved.length > 0 && !p.readOnly && (
          <Button small icon="bookmark" keys="Shift+S" onPress={() => p.onSave(counts.unsaved)}>
            {counts.papers === 1 ? t('popupSaveOne') : t('popupSaveAll', number(counts.unsaved.length))}
          </Button>
        )}
        {counts.unsaved.length === 0 && (
          <Button small icon="tick" disabled onPress={() => undefined}>
            {t('popupAllSaved')}
          </Button>
        )}
      </div>
      {error && (
        <div class="pad">
          <Message tone="bad" title={t('commonNoAnswerTitle')} actions={<Again onPress={p.onLookAgain} />}>
            {t('popupNoMarks')}
          </Message>
        </div>
      )}
      <PaperList
        label={t('popupListLabel')}
        rows={rows}
        current={p.current}
        busy={p.busy}
        readOnly={p.readOnly}
        onSave={(row) => p.onSave([row])}
        onStatus={p.onStatus}
        onCurrent={p.onCurrent}
        onReach={p.onReach}
      />
    </>
  );
};

/** " · 3 yours, 11 new", and nothing where both are none. */
function countWords(yours: number, fresh: number): string {
  const words = [...(yours > 0 ? [tn('popupYours', yours)] : []), ...(fresh > 0 ? [tn('popupFresh', fresh)] : [])];
  return words.length > 0 ? ` · ${words.join(', ')}` : '';
}
