import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import { PaperRow } from '../parts/paper-row.tsx';
import type { RowModel } from '../parts/row-model.ts';

/** Rows drawn at first, and with each step towards the end: 2,000 papers cost what is looked at. */
const STEP = 60;

interface Props {
  readonly label: string;
  readonly rows: readonly RowModel[];
  /** Row that the keys act on. */
  readonly current: number;
  /** Draw the current row as chosen also while the focus is elsewhere. */
  readonly chosen?: boolean;
  readonly busy: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onSave: (row: RowModel) => void;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onCurrent: (index: number) => void;
  /** Opens a paper in place of following its link. */
  readonly onOpen?: (row: RowModel) => void;
  /** Rows from here on come into view. */
  readonly onReach?: (index: number) => void;
}

/** A list of papers that grows as it is scrolled or walked through. */
export const PaperList = (p: Props) => {
  const [drawn, setDrawn] = useState(STEP);
  const end = useRef<HTMLLIElement>(null);
  const { onReach } = p;
  const wanted = Math.max(drawn, p.current + 2);

  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) setDrawn((n) => n + STEP);
      },
      { root: end.current.parentElement, rootMargin: '400px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  useEffect(() => onReach?.(wanted), [wanted, onReach]);

  const rows = p.rows.slice(0, wanted);
  return (
    <ul class="list" aria-label={p.label}>
      {rows.map((row, index) => (
        <PaperRow
          key={row.key}
          row={row}
          index={index}
          current={index === p.current}
          chosen={p.chosen === true && index === p.current}
          busy={p.busy.has(row.key)}
          readOnly={p.readOnly}
          onSave={p.onSave}
          onStatus={p.onStatus}
          onFocus={p.onCurrent}
          onOpen={p.onOpen}
        />
      ))}
      {rows.length < p.rows.length && <li ref={end} aria-hidden="true" />}
    </ul>
  );
};
