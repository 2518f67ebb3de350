import type { Colour } from '../../../core/library/things.ts';
import { marksIn } from '../../../core/search/highlight.ts';
import type { ParsedQuery } from '../../../core/search/query.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import type { ListRow } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import { Glyph, Icon } from '../../parts/icon.tsx';
import { Marked } from '../../parts/paper-row.tsx';
import { authorsLine, tagsOf } from './row-words.ts';

/** Tags drawn in a row: more would only be cut. */
const MOST_TAGS = 4;
/** Letters of a name that is never cut (VISUAL.md 5). */
const SHORT = 7;
export type Colours = ReadonlyMap<string, Colour>;

/** One line: authors, year, where it matched, tags, code, note. */
export const Meta = (p: { readonly item: ListRow; readonly parsed: ParsedQuery; readonly colours: Colours }) => {
  const { row, snippet } = p.item;
  const authors = authorsLine(row);
  return (
    <div class="m">
      {authors && <bdi class={authors.length <= SHORT ? 'who short' : 'who'}>{authors}</bdi>}
      {row.year !== undefined && <span class="num">{row.year}</span>}
      {snippet && <Snippet snippet={snippet} parsed={p.parsed} />}
      {/* Where the hit is shown there is no room for more. */}
      {tagsOf(row)
        .slice(0, snippet ? 0 : MOST_TAGS)
        .map((tag) => (
          <RowTag key={`${tag.kind} ${tag.name}`} tag={tag} colours={p.colours} />
        ))}
      {row.hasCode && (
        <span class="code">
          <Icon name="code" size={13} />
          {t('commonCode')}
        </span>
      )}
      {row.hasNote && (
        <span>
          <Icon name="pencil" size={12} />
          {t('libraryNote')}
        </span>
      )}
    </div>
  );
};

/** A tag: the glyph tells its kind, dots under it that a rule put it there. */
export const RowTag = ({ tag, colours }: { readonly tag: Tag; readonly colours: Colours }) => (
  <span
    class={['tg', tag.kind === 'auto' ? 'auto' : '', tag.name.length <= SHORT ? 'short' : ''].filter(Boolean).join(' ')}
  >
    <Glyph kind={tag.kind} colour={tag.kind === 'own' ? colours.get(tag.name) : undefined} />
    <bdi>{tag.name}</bdi>
  </span>
);

/** A few words around a hit that is not in the title, and where they stand. */
export const Snippet = (p: { readonly snippet: NonNullable<ListRow['snippet']>; readonly parsed: ParsedQuery }) => (
  <span class="snip">
    <span class="where">{p.snippet.field === 'notes' ? t('libraryNote') : t('libraryInAbstract')}:</span>
    <bdi>
      <Marked text={p.snippet.text} ranges={marksIn(p.snippet.text, p.parsed)} />
    </bdi>
  </span>
);
