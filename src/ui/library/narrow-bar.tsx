import { useRef, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { statusName } from './look/status-name.ts';
import * as q from './search/query-items.ts';
import { Filters, Places, type SideProps } from './side/side.tsx';

/** In a narrow window the left column is a row of buttons; each opens its part of it. */
export const NarrowBar = (p: SideProps) => {
  const [open, setOpen] = useState<'places' | 'filters'>();
  const items = q.itemsIn(p.text);
  const close = useRef(() => setOpen(undefined));
  const side: SideProps = { ...p, onShelf: p.onShelf };
  const toggle = (what: 'code' | 'notes', icon: 'code' | 'pencil', words: string) => (
    <button
      type="button"
      class="btn sm"
      aria-pressed={q.asksValue(items, 'has', what)}
      onClick={() => p.onText(q.toggleValue(p.text, 'has', what))}
    >
      <Icon name={icon} size={14} />
      {words}
    </button>
  );
  return (
    <div class="narrow">
      <Button small icon="rule" onPress={() => setOpen('places')}>
        {placeWord(p)}
        <Icon name="down" size={13} />
      </Button>
      {p.shelf === 'library' && (
        <>
          <Button small onPress={() => setOpen('filters')}>
            {t('libraryFilters')}
            <Icon name="down" size={13} />
          </Button>
          {toggle('code', 'code', t('libraryPillHasCode'))}
          {toggle('notes', 'pencil', t('libraryPillHasNotes'))}
        </>
      )}
      {open && (
        <Sheet title={t(open === 'places' ? 'libraryNav' : 'libraryFilters')} onClose={close.current}>
          <div class="side-in">{open === 'places' ? <Places {...side} /> : <Filters {...side} />}</div>
        </Sheet>
      )}
    </div>
  );
};

function placeWord({ shelf, text }: SideProps): string {
  if (shelf === 'trash') return t('libraryTrash');
  for (const { clause, value } of q.itemsIn(text)) {
    if (clause.not) continue;
    if (clause.kind === 'status' && clause.any[0]) return statusName(clause.any[0]);
    if (clause.kind === 'collection') return value;
  }
  return t('libraryAll');
}
