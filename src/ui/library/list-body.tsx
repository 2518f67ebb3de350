import type { ComponentChildren } from 'preact';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import { Empty } from '../parts/states.tsx';
import { useLate } from '../parts/use-late.ts';
import { errorWords } from '../parts/words.ts';
import type { ListState } from './list/list-store.ts';

interface Props {
  readonly state: ListState;
  /** Something above says already that nothing answers. */
  readonly told: boolean;
  readonly onAgain: () => void;
  readonly onClear: () => void;
  readonly onArxiv: () => void;
  readonly onImport: () => void;
  readonly onLibrary: () => void;
  /** The list itself. */
  readonly children: ComponentChildren;
}

/** The list, or why there is none: loading, empty, nothing found, failed. */
export const ListBody = (p: Props) => {
  const { state } = p;
  const failed = state.error !== undefined && !p.told && (
    <div class="said">
      <Message
        tone="bad"
        title={t('libraryFailed')}
        actions={
          <Button small onPress={p.onAgain}>
            {t('commonTryAgain')}
          </Button>
        }
      >
        {errorWords(state.error)}
      </Message>
    </div>
  );
  if (state.phase === 'none') return failed || <Waiting />;
  if (state.total > 0)
    return (
      <>
        {failed}
        {p.children}
      </>
    );
  if (state.error !== undefined) return failed;
  if (state.query.shelf === 'trash' && state.query.text === '')
    return (
      <Empty
        icon="trash"
        title={t('libraryTrashEmpty')}
        actions={<Button onPress={p.onLibrary}>{t('libraryBackToAll')}</Button>}
      >
        {t('libraryTrashEmptyText')}
      </Empty>
    );
  if (state.of > 0 || state.query.text.trim() !== '')
    return (
      <Empty
        icon="search"
        title={t('libraryNoMatch')}
        actions={<Button onPress={p.onClear}>{t('libraryClearSearch')}</Button>}
      >
        {tn('libraryNoMatchText', state.of)}
      </Empty>
    );
  return (
    <Empty
      icon="bookmark"
      title={t('libraryNothing')}
      actions={
        <>
          <Button kind="main" onPress={p.onArxiv}>
            {t('libraryOpenArxiv')}
          </Button>
          <Button icon="receive" onPress={p.onImport}>
            {t('libraryImportWhat')}
          </Button>
        </>
      }
    >
      {t('libraryNothingText')}
    </Empty>
  );
};

/** Still bars in the shape of rows, after 300 ms. */
const Waiting = () => {
  const late = useLate();
  return (
    <div class="tb wait" aria-busy="true" role="status" aria-label={t('commonLoading')}>
      {late &&
        [72, 58, 80, 64, 75, 50, 69, 61, 78, 55].map((width) => (
          <div class="tr" key={width}>
            <span class="ck" />
            <span class="bars">
              <i class="sk" style={{ width: `${width}%` }} />
              <i class="sk faint" style={{ width: `${width / 2}%` }} />
            </span>
          </div>
        ))}
    </div>
  );
};

/** Above the rows of the trash: what it is, and the way to empty it. */
export const TrashHead = (p: { readonly count: number; readonly readOnly: boolean; readonly onEmpty: () => void }) => (
  <div class="trashh">
    <Icon name="trash" size={15} />
    <span>{t('libraryTrashMeans')}</span>
    <span class="sp" />
    {p.count > 0 && !p.readOnly && (
      <Button kind="bad" small onPress={p.onEmpty}>
        {t('libraryEmptyTrash', number(p.count))}
      </Button>
    )}
  </div>
);
