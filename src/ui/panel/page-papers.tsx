import type { Status } from '../../core/library/status.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { RowModel } from '../parts/row-model.ts';
import { PaperList } from '../popup/paper-list.tsx';
import { countsOf, type TabState } from '../popup/tab-state.ts';

export interface ListProps {
  readonly current: number;
  readonly busy: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onOpen: (row: RowModel) => void;
  readonly onSave: (row: RowModel) => void;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onCurrent: (index: number) => void;
}

/** The papers of a listing; one that is pressed opens here, beside its page. */
export const PagePapers = (
  p: ListProps & {
    readonly state: TabState & { readonly kind: 'papers' };
    readonly onReach: (index: number) => void;
    readonly onAgain: () => void;
  },
) => {
  const { rows, error } = p.state;
  const { papers, yours } = countsOf(rows);
  return (
    <>
      <div class="head">
        <span>
          <b>{tn('popupPapers', papers)}</b>
          {error ? ` · ${t('popupMarksUnknown')}` : yours > 0 && ` · ${tn('popupYours', yours)}`}
        </span>
      </div>
      {error && (
        <Message
          tone="bad"
          title={t('commonNoAnswerTitle')}
          actions={
            <Button small onPress={p.onAgain}>
              {t('popupLookAgain')}
            </Button>
          }
        >
          {t('popupNoMarks')}
        </Message>
      )}
      <PaperList {...p} label={t('popupListLabel')} rows={rows} />
    </>
  );
};
