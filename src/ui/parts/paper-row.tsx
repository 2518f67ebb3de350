import { useRef, useState } from 'preact/hooks';
import { STATUSES, type Status } from '../../core/library/status.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Glyph, Icon } from './icon.tsx';
import type { RowModel } from './row-model.ts';
import { statusWord } from './words.ts';

interface Props {
  readonly row: RowModel;
  /** Place in its list, for the roving focus. */
  readonly index: number;
  /** The one row that Tab reaches; Up and Down move it. */
  readonly current: boolean;
  /** Drawn as chosen while the focus is elsewhere, as in a search. */
  readonly chosen?: boolean;
  /** A save of it is under way. */
  readonly busy: boolean;
  readonly readOnly: boolean;
  readonly onSave: (row: RowModel) => void;
  readonly onStatus: (row: RowModel, status: Status) => void;
  readonly onFocus: (index: number) => void;
  /** A press on the title opens it here; with Ctrl, Shift or the middle button its page, as every link. */
  readonly onOpen?: ((row: RowModel) => void) | undefined;
}

/** Bookmark, title (two lines), one line of what is known. A press on a saved paper's bookmark offers its status, never un-saves. */
export const PaperRow = (p: Props) => {
  const { row } = p;
  const [open, setOpen] = useState(false);
  const bookmark = useRef<HTMLButtonElement>(null);
  const stop = p.current ? 0 : -1;
  const title = <Marked text={row.title} ranges={row.hits} />;
  return (
    <li class={p.chosen ? 'pr on' : 'pr'} data-row={p.index} onFocusIn={() => p.onFocus(p.index)}>
      <button
        ref={bookmark}
        type="button"
        class="bm"
        data-status={row.status ?? ''}
        tabIndex={stop}
        aria-label={saveLabel(row, p.readOnly)}
        aria-disabled={p.readOnly ? 'true' : undefined}
        aria-expanded={row.status ? open : undefined}
        aria-busy={p.busy}
        aria-keyshortcuts="s"
        onClick={() => {
          if (p.readOnly) return;
          if (row.status) setOpen(!open);
          else p.onSave(row);
        }}
      >
        <Icon name={p.busy ? 'to-read' : (row.status ?? 'bookmark')} size={17} />
      </button>
      {row.href ? (
        <a
          class="t"
          dir="auto"
          href={row.href}
          target="_blank"
          rel="noopener noreferrer"
          tabIndex={stop}
          data-main
          onClick={(event) => {
            if (!p.onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            p.onOpen(row);
          }}
        >
          {title}
        </a>
      ) : p.onOpen ? (
        <button type="button" class="t" dir="auto" tabIndex={stop} data-main onClick={() => p.onOpen?.(row)}>
          {title}
        </button>
      ) : (
        <span class="t" dir="auto" tabIndex={stop} data-main>
          {title}
        </span>
      )}
      {p.chosen ? (
        <span aria-hidden="true">
          <kbd>↵</kbd>
        </span>
      ) : (
        <span />
      )}
      <Meta row={row} />
      {open && row.status && (
        <StatusChoice
          status={row.status}
          onChoose={(status) => {
            setOpen(false);
            bookmark.current?.focus();
            if (status !== row.status) p.onStatus(row, status);
          }}
        />
      )}
    </li>
  );
};

const StatusChoice = (p: { readonly status: Status; readonly onChoose: (status: Status) => void }) => (
  <fieldset class="choice" aria-label={t('commonStatus')}>
    {STATUSES.map((status, i) => (
      <button
        key={status}
        type="button"
        class={`st ${status}`}
        aria-pressed={status === p.status}
        aria-keyshortcuts={String(i + 1)}
        onClick={() => p.onChoose(status)}
      >
        <Icon name={status} size={14} />
        {statusWord(status)}
      </button>
    ))}
  </fieldset>
);

const saveLabel = (row: RowModel, readOnly: boolean): string => {
  if (row.status) return t('commonInLibrary', statusWord(row.status));
  return readOnly ? t('commonCannotSave') : t('commonSavePaper', row.title);
};

const Meta = ({ row }: { readonly row: RowModel }) => (
  <span class="m">
    {row.status && <span class={`st ${row.status}`}>{statusWord(row.status)}</span>}
    {row.isNew && <span class="st new">{t('commonNew')}</span>}
    {row.tags.map((tag) => (
      <span key={`${tag.kind} ${tag.name}`} class="tag">
        <Glyph kind={tag.kind} />
        <span dir="auto">{tag.name}</span>
      </span>
    ))}
    {row.code && (
      <span class={row.code === 'released' ? 'code' : ''}>
        <Icon name="code" size={13} />
        {codeWord(row.code)}
      </span>
    )}
    {row.byline ? <bdi class="last">{row.byline}</bdi> : authorCount(row)}
  </span>
);

const codeWord = (code: NonNullable<RowModel['code']>): string =>
  ({ released: t('commonCode'), promised: t('commonCodePromised'), 'third-party': t('commonCodeThirdParty') })[code];

const authorCount = ({ save }: RowModel) =>
  save.authorCount === undefined ? null : <span>{tn('commonAuthors', save.authorCount)}</span>;

/** Text with ranges [start, end) underlined; ranges out of order or out of bounds are left out. */
export const Marked = (p: { readonly text: string; readonly ranges: RowModel['hits'] }) => {
  const parts: (string | preact.JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of p.ranges) {
    if (start < at || end <= start || end > p.text.length) continue;
    parts.push(p.text.slice(at, start), <mark key={start}>{p.text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {p.text.slice(at)}
    </>
  );
};
