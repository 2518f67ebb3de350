import type { Status } from '../../core/library/status.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { RowModel } from '../parts/row-model.ts';
import { Empty, Loading } from '../parts/states.tsx';
import { errorWords } from '../parts/words.ts';
import { PaperList } from './paper-list.tsx';
import type { SearchState } from './use-search.ts';

interface Props {
  readonly text: string;
  readonly search: SearchState;
  readonly current: number;
  readonly busy: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onSave: (row: RowModel) => void;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onCurrent: (index: number) => void;
  readonly onAgain: () => void;
  readonly onAdd: () => void;
}

/** What a search found among everything known and saved. */
export const SearchBody = (p: Props) => {
  const { search } = p;
  if (search.kind === 'none' || search.kind === 'loading')
    return (
      <>
        <div class="head" />
        <Loading />
      </>
    );
  if (search.kind === 'error')
    return (
      <div class="body">
        <Message
          tone="bad"
          title={t('popupSearchFailed')}
          actions={
            <Button small onPress={p.onAgain}>
              {t('commonTryAgain')}
            </Button>
          }
        >
          {errorWords(search.error)}
        </Message>
      </div>
    );
  if (search.rows.length === 0)
    return (
      <Empty
        icon="search"
        title={t('popupNothingFound')}
        actions={
          search.searched === 0 ? (
            <Button small icon="plus" onPress={p.onAdd}>
              {t('popupAdd')}
            </Button>
          ) : undefined
        }
      >
        {search.searched === 0 ? t('popupNothingKnown') : tn('popupNothingFoundIn', search.searched, p.text.trim())}
      </Empty>
    );
  const yours = search.rows.filter((row) => row.status !== undefined).length;
  return (
    <>
      <div class="head">
        <span role="status">
          <b>{tn('popupFound', search.total)}</b> {t('popupFoundIn', number(search.searched))}
          {yours > 0 && ` · ${tn('popupYours', yours)}`}
        </span>
        <span class="sp" />
        <span class="muted small">{p.readOnly ? t('popupKeysReadOnly') : t('popupKeys')}</span>
      </div>
      <PaperList
        label={t('popupHitsLabel')}
        rows={search.rows}
        current={p.current}
        chosen
        busy={p.busy}
        readOnly={p.readOnly}
        onSave={p.onSave}
        onStatus={p.onStatus}
        onCurrent={p.onCurrent}
      />
    </>
  );
};
