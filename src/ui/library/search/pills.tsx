import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { statusName } from '../look/status-name.ts';
import { type Item, itemsIn, without } from './query-items.ts';

/** The operators of the query as words, each of which can be taken away; the text follows. */
export const Pills = (p: { readonly text: string; readonly onText: (text: string) => void }) => {
  const items = itemsIn(p.text);
  if (items.length === 0) return null;
  return (
    <ul class="pills">
      {items.map((item) => {
        const words = pillWords(item);
        return (
          <li key={item.from}>
            <button
              type="button"
              class="pill"
              aria-label={t('libraryPillGone', words)}
              onClick={() => p.onText(without(p.text, [item]))}
            >
              <bdi>{words}</bdi>
              <Icon name="cross" size={11} />
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** "D4RL", "2024–2025", "Not Read", "By LeCun" */
export function pillWords(item: Item): string {
  const words = plainWords(item);
  return item.clause.not ? t('libraryPillNot', words) : words;
}

function plainWords({ clause, value }: Item): string {
  switch (clause.kind) {
    case 'year':
      return yearWords(clause.from, clause.to);
    case 'has':
      return clause.what === 'code' ? t('libraryPillHasCode') : t('libraryPillHasNotes');
    case 'status':
      return clause.any.map(statusName).join(', ');
    case 'author':
      return t('libraryPillAuthor', value);
    default:
      return value;
  }
}

/** "2024", "2024–2025", "From 2024", "Until 2020" */
export function yearWords(from: number | undefined, to: number | undefined): string {
  if (from === to && from !== undefined) return String(from);
  if (from === undefined || from === 0) return t('libraryPillTo', String(to ?? ''));
  return to === undefined || to === 9_999 ? t('libraryPillFrom', String(from)) : `${from}–${to}`;
}
