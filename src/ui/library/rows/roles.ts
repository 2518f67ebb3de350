import { type ClassAttributes, type HTMLAttributes, h } from 'preact';

/** A grid by roles: its rows stand anywhere in a long scroll, and the focus stays on the grid itself, which elements of a table cannot do. */
type Props = HTMLAttributes<HTMLDivElement> & ClassAttributes<HTMLDivElement>;
type Role = 'grid' | 'rowgroup' | 'row' | 'columnheader' | 'gridcell';

const part = (role: Role) => (p: Props) => h('div', { role, ...p });

/** One tab stop; `aria-activedescendant` names the current row. */
export const Grid = part('grid');
export const Group = part('rowgroup');
export const Row = part('row');
export const HeadCell = part('columnheader');
export const Cell = part('gridcell');
