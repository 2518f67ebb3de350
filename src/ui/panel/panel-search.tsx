import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { SearchField } from '../parts/field.tsx';
import { Message } from '../parts/message.tsx';
import type { RowModel } from '../parts/row-model.ts';
import { Empty, Loading } from '../parts/states.tsx';
import type { Live } from '../parts/use-live.ts';
import { PaperList } from '../popup/paper-list.tsx';
import type { TabState } from '../popup/tab-state.ts';
import type { SearchState } from '../popup/use-search.ts';
import type { ListProps } from './page-papers.tsx';

/** Where the page has no paper: why, what was saved last, and a search over what is saved and known. */
export const PanelSearch = (
  p: ListProps & {
    readonly text: string;
    readonly search: SearchState;
    readonly newest: Live<readonly RowModel[]>;
    readonly state: Exclude<TabState, { readonly kind: 'papers' }>;
    readonly onText: (text: string) => void;
    readonly onAgain: () => void;
    readonly onLookAgain: () => void;
    readonly onReload: () => void;
    readonly onSwitchOn: () => void;
  },
) => {
  const searching = p.text.trim() !== '';
  return (
    <>
      <div class="q">
        <SearchField text={p.text} label={t('panelSearch')} onText={p.onText} />
      </div>
      {!searching && <Why {...p} />}
      {searching ? <Found {...p} /> : <Newest {...p} />}
    </>
  );
};

/** Why there is no paper of the page, with the one thing to do about it. */
const Why = (p: Parameters<typeof PanelSearch>[0]) => {
  const { state } = p;
  const line = (words: string, action?: { readonly words: string; readonly onPress: () => void }) => (
    <p class="hint small muted">
      {words}{' '}
      {action && (
        <button type="button" class="link" onClick={action.onPress}>
          {action.words}
        </button>
      )}
    </p>
  );
  switch (state.kind) {
    case 'off':
      return line(t('panelOff', state.site.host), { words: t('popupSwitchOn'), onPress: p.onSwitchOn });
    case 'reload':
      return line(t('panelReload'), { words: t('popupReload'), onPress: p.onReload });
    case 'changed':
      return line(t('popupChangedTitle'), { words: t('popupLookAgain'), onPress: p.onLookAgain });
    case 'empty':
      return line(t('panelNoPapers'), { words: t('popupLookAgain'), onPress: p.onLookAgain });
    case 'not-a-site':
      return line(t('panelNotASite'));
    case 'loading':
      return null;
  }
};

const Found = (p: Parameters<typeof PanelSearch>[0]) => {
  const { search } = p;
  if (search.kind === 'none' || search.kind === 'loading') return <Loading />;
  if (search.kind === 'error')
    return (
      <div class="hint">
        <Message
          tone="bad"
          title={t('commonNoAnswerTitle')}
          actions={
            <Button small onPress={p.onAgain}>
              {t('commonTryAgain')}
            </Button>
          }
        >
          {t('commonNoAnswerSafe')}
        </Message>
      </div>
    );
  if (search.rows.length === 0) return <Empty icon="search" title={t('panelNothing', p.text.trim())} />;
  return (
    <>
      <div class="head" role="status">
        <b>{tn('popupPapers', search.total)}</b>
      </div>
      <PaperList {...p} label={t('panelSearch')} rows={search.rows} />
    </>
  );
};

const Newest = (p: Parameters<typeof PanelSearch>[0]) => {
  if (p.newest.state === 'loading') return <Loading />;
  if (p.newest.state === 'error' || p.newest.value.length === 0)
    return (
      <Empty icon="bookmark" title={t('panelEmptyTitle')}>
        {t('panelEmptyText')}
      </Empty>
    );
  return (
    <>
      <div class="head">
        <b>{t('panelNewest')}</b>
      </div>
      <PaperList {...p} label={t('panelNewest')} rows={p.newest.value} />
    </>
  );
};
