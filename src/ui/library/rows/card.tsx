import { Component } from 'preact';
import { marksIn } from '../../../core/search/highlight.ts';
import type { ParsedQuery } from '../../../core/search/query.ts';
import type { ListRow } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { Marked } from '../../parts/paper-row.tsx';
import { Stars, StatusMark } from './cells.tsx';
import { type Colours, RowTag, Snippet } from './meta.tsx';
import { Cell } from './roles.ts';
import { authorsLine, tagsOf } from './row-words.ts';
import { Box } from './table-row.tsx';

/** Height of a card, in px: the same for all, so that any place of the list can be drawn without measuring. */
export const CARD = 224;
const MOST_TAGS = 4;

interface Props {
  readonly id: string;
  readonly index: number;
  readonly column: number;
  readonly item: ListRow | undefined;
  readonly abstract: string | undefined;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly parsed: ParsedQuery;
  readonly colours: Colours;
}

/** One paper as a card: status and year, title, what it is about, tags, who wrote it. */
export class Card extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== now[name]); // its own props
  }

  override render(p: Props) {
    const looks = ['cv', p.chosen ? 'sel' : '', p.current ? 'cur' : ''].filter(Boolean).join(' ');
    if (p.item === undefined)
      return (
        <Cell id={p.id} class={looks} aria-colindex={p.column} aria-busy="true">
          <i class="sk" />
          <i class="sk faint" />
        </Cell>
      );
    const { row, marks, snippet } = p.item;
    return (
      <Cell
        id={p.id}
        class={looks}
        aria-colindex={p.column}
        aria-selected={p.chosen}
        data-index={p.index}
        data-key={row.key}
      >
        <div class="row">
          <span class="ck" data-act="select">
            <Box on={p.chosen} />
          </span>
          <StatusMark row={row} />
          <span class="sp" />
          <Stars rating={row.rating ?? 0} />
          <span class="small muted num">{row.year ?? ''}</span>
        </div>
        <div class="t">
          <bdi>
            <Marked text={row.title} ranges={marks} />
          </bdi>
        </div>
        <p>
          {snippet ? (
            <Snippet snippet={snippet} parsed={p.parsed} />
          ) : (
            p.abstract && (
              <bdi>
                <Marked text={p.abstract} ranges={marksIn(p.abstract, p.parsed)} />
              </bdi>
            )
          )}
        </p>
        <div class="chips">
          {tagsOf(row)
            .slice(0, MOST_TAGS)
            .map((tag) => (
              <RowTag key={`${tag.kind} ${tag.name}`} tag={tag} colours={p.colours} />
            ))}
        </div>
        <div class="f">
          <bdi>{authorsLine(row)}</bdi>
          <span class="sp" />
          {row.hasCode && (
            <span class="code">
              <Icon name="code" size={13} />
              {t('commonCode')}
            </span>
          )}
          {row.hasNote && (
            <span role="img" aria-label={t('libraryNote')}>
              <Icon name="pencil" size={13} />
            </span>
          )}
        </div>
      </Cell>
    );
  }
}
