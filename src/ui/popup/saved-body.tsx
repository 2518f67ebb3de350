import type { Status } from '../../core/library/status.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { RowModel } from '../parts/row-model.ts';
import { Empty, Loading } from '../parts/states.tsx';
import type { Live } from '../parts/use-live.ts';
import { PaperList } from './paper-list.tsx';

interface Props {
  readonly saved: Live<readonly RowModel[]>;
  readonly total: number;
  readonly current: number;
  readonly busy: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onCurrent: (index: number) => void;
  readonly onBack: () => void;
  readonly onLibrary: () => void;
  readonly onRestore: () => void;
}

/** The papers saved last, newest first. */
export const SavedBody = (p: Props) => (
  <>
    <div class="head">
      <Button kind="quiet" small icon="back" label={t('popupBack')} onPress={p.onBack} />
      <h2>{t('popupSavedTitle')}</h2>
      <span class="sp" />
      <span class="muted small num">{p.saved.state === 'ready' && tn('popupSavedCount', p.total)}</span>
      <Button kind="quiet" small icon="out" label={t('popupOpenLibrary')} onPress={p.onLibrary} />
    </div>
    <SavedList {...p} />
  </>
);

const SavedList = (p: Props) => {
  const { saved } = p;
  if (saved.state === 'loading') return <Loading />;
  if (saved.state === 'error')
    return (
      <div class="body">
        <Message
          tone="bad"
          title={t('popupLibraryClosed')}
          actions={
            <Button small onPress={p.onRestore}>
              {t('commonOpenRestore')}
            </Button>
          }
        >
          {t('popupLibraryClosedText')}
        </Message>
      </div>
    );
  if (saved.value.length === 0)
    return (
      <Empty icon="bookmark" title={t('popupNothingSaved')}>
        {t('popupNothingSavedText')}
      </Empty>
    );
  return (
    <PaperList
      label={t('popupSavedTitle')}
      rows={saved.value}
      current={p.current}
      busy={p.busy}
      readOnly={p.readOnly}
      onSave={() => undefined}
      onStatus={p.onStatus}
      onCurrent={p.onCurrent}
    />
  );
};
