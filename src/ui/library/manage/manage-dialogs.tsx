import { t } from '../../../platform/i18n.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useDeeds } from '../../parts/use-deeds.ts';
import { CollectionTree } from './collections.tsx';
import { DuplicatesDialog } from './duplicates.tsx';
import { RulesDialog } from './rules.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { TagManager } from './tag-manager.tsx';
import './manage.css';

export type Managed = 'tags' | 'collections' | 'searches' | 'rules' | 'duplicates';

interface Props {
  readonly what: Managed;
  /** What is searched for now. */
  readonly text: string;
  /** Papers in each collection and below it. */
  readonly counts: Readonly<Record<string, number>>;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onOpen: (key: string) => void;
  readonly onTag: (name: string) => void;
  readonly onCollection: (id: string) => void;
  readonly onSearch: (text: string) => void;
}

/** The dialogs in which the person keeps order. What is chosen in one closes it and is shown. */
export const ManageDialogs = (p: Props) => {
  const { onClose } = p;
  const then =
    <T,>(show: (chosen: T) => void) =>
    (chosen: T): void => {
      onClose();
      show(chosen);
    };
  switch (p.what) {
    case 'tags':
      return <TagManager onClose={onClose} onFind={then(p.onTag)} />;
    case 'rules':
      return <RulesDialog onClose={onClose} />;
    case 'duplicates':
      return <DuplicatesDialog onClose={onClose} onOpen={then(p.onOpen)} />;
    case 'collections':
      return <CollectionsSheet {...p} onCollection={then(p.onCollection)} />;
    case 'searches':
      return <SearchesSheet {...p} onSearch={then(p.onSearch)} />;
  }
};

const CollectionsSheet = (p: Props) => {
  const deeds = useDeeds();
  return (
    <Sheet title={t('manageCollections')} about={t('manageCollectionsAbout')} onClose={p.onClose} deed={deeds.deed}>
      <CollectionTree counts={p.counts} readOnly={p.readOnly} deeds={deeds} onChoose={p.onCollection} />
    </Sheet>
  );
};

const SearchesSheet = (p: Props) => {
  const deeds = useDeeds();
  return (
    <Sheet title={t('manageSearches')} about={t('manageSearchesAbout')} onClose={p.onClose} deed={deeds.deed}>
      <SavedSearches text={p.text} readOnly={p.readOnly} deeds={deeds} onChoose={p.onSearch} />
    </Sheet>
  );
};
