import type { Shelf as ShelfName } from '../../messaging/library-calls.ts';
import type { SavedCopy } from '../saved-copy.ts';
import { Columns, SharedNames } from './columns.ts';
import { Orders } from './orders.ts';
import { rounds } from './rounds.ts';
import { Scan } from './scan.ts';
import { Slices } from './slices.ts';

/** One shelf in memory: columns to filter by, sorts, and a search over what no index knows. */
export interface ShelfView {
  readonly columns: Columns;
  readonly orders: Orders;
  readonly scan: Scan;
}

export interface Shelves {
  readonly library: ShelfView;
  readonly trash: ShelfView;
  /** Takes over what changed in the library. */
  follow(): Promise<void>;
}

/** Both shelves, following the copy of the saved papers. Sorting the trash by `added` goes by the day of deletion. */
export function shelvesOf(saved: SavedCopy): Shelves {
  const names = new SharedNames();
  const make = (name: ShelfName): ShelfView => {
    const columns = new Columns(names);
    const rowOf = (key: string) => (name === 'library' ? saved.rows : saved.trash).get(key);
    return { columns, orders: new Orders(columns), scan: new Scan(rowOf) };
  };
  const library = make('library');
  const trash = make('trash');

  async function take(): Promise<void> {
    const slices = new Slices();
    for (const key of await saved.freshen('shelf')) {
      await slices.pause();
      for (const { scan } of [library, trash]) scan.forget(key);
      const row = saved.rows.get(key);
      if (row === undefined) library.columns.remove(key);
      else library.columns.put(row, row.added ?? row.changed);
      const gone = saved.trash.get(key);
      if (gone === undefined) trash.columns.remove(key);
      else trash.columns.put(gone, gone.deletedAt);
    }
  }

  return { library, trash, follow: rounds(take) };
}
