import { Component } from 'preact';
import type { ParsedQuery } from '../../../core/search/query.ts';
import type { ListRow } from '../../../messaging/library-calls.ts';
import { Icon } from '../../parts/icon.tsx';
import { Marked } from '../../parts/paper-row.tsx';
import { ColumnCell } from './cells.tsx';
import type { Column } from './columns.ts';
import { type Colours, Meta } from './meta.tsx';
import { Cell, Row } from './roles.ts';

export interface TableRowProps {
  readonly id: string;
  readonly index: number;
  /** px from the top of all rows. */
  readonly top: number;
  /** Not there yet: its place is held. */
  readonly item: ListRow | undefined;
  readonly chosen: boolean;
  /** The one that keys act on. */
  readonly current: boolean;
  readonly columns: readonly Column[];
  readonly parsed: ParsedQuery;
  readonly colours: Colours;
  /** The day, in ms: "2 days" is counted from here. */
  readonly now: number;
}

/** One row of the table, of fixed height. It is drawn again only when something of its own changed: a scroll moves none of them. */
export class TableRow extends Component<TableRowProps> {
  override shouldComponentUpdate(next: TableRowProps): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof TableRowProps)[]).some((name) => next[name] !== now[name]); // its own props
  }

  override render(p: TableRowProps) {
    const looks = ['tr', p.chosen ? 'sel' : '', p.current ? 'cur' : ''].filter(Boolean).join(' ');
    const place = { transform: `translateY(${p.top}px)` };
    if (p.item === undefined)
      return (
        <Row id={p.id} class={looks} style={place} aria-rowindex={p.index + 2} aria-busy="true">
          <Cell class="ck" />
          <Cell class="bars">
            <i class="sk" />
            <i class="sk faint" />
          </Cell>
        </Row>
      );
    const { row, marks } = p.item;
    return (
      <Row
        id={p.id}
        class={looks}
        style={place}
        aria-rowindex={p.index + 2}
        aria-selected={p.chosen}
        data-index={p.index}
        data-key={row.key}
      >
        <Cell class="ck" data-act="select">
          <Box on={p.chosen} />
        </Cell>
        <Cell class="tt">
          <div class="t">
            <bdi>
              <Marked text={row.title} ranges={marks} />
            </bdi>
          </div>
          <Meta item={p.item} parsed={p.parsed} colours={p.colours} />
        </Cell>
        {p.columns.map((column) => (
          <Cell key={column} class={`c ${column}`}>
            <ColumnCell row={row} column={column} now={p.now} />
          </Cell>
        ))}
      </Row>
    );
  }
}

/** A box as it looks when something is chosen; `aria-selected` of the row says the same. */
export const Box = ({ on }: { readonly on: boolean | 'some' }) => (
  <span class={on === false ? 'box' : `box ${on === 'some' ? 'some' : 'on'}`} aria-hidden="true">
    {on === true && <Icon name="tick" size={11} />}
    {on === 'some' && <Icon name="minus" size={11} />}
  </span>
);
