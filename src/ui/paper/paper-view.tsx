import type { ComponentChildren, Ref } from 'preact';
import type { Status } from '../../core/library/status.ts';
import type { Collection } from '../../core/library/things.ts';
import type { NoteData } from '../../core/note-data.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { t } from '../../platform/i18n.ts';
import type { SameWork } from '../../storage/library/queries/same-work.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { type Deed, Toast } from '../parts/toast.tsx';
import { Abstract } from './abstract.tsx';
import { Collections } from './collections.tsx';
import type { PaperFacts } from './facts.ts';
import { Head } from './head.tsx';
import { History } from './history.tsx';
import type { Line } from './history-lines.ts';
import { Links } from './links.tsx';
import { Near } from './near.tsx';
import { Note } from './note.tsx';
import { Sources } from './sources.tsx';
import { Stars, StatusBar } from './status-bar.tsx';
import { type KnownTag, type PaneTag, Tags } from './tags.tsx';
import type { NoteField } from './use-note.ts';
import { Versions } from './versions.tsx';

/** What a person can do in the pane. */
export interface PaperActs {
  readonly save: () => void;
  readonly restore: () => void;
  readonly status: (status: Status) => void;
  readonly rating: (rating: 0 | 1 | 2 | 3 | 4 | 5) => void;
  readonly tag: (name: string, on: boolean) => void;
  readonly unwanted: (name: string) => void;
  readonly collection: (id: string, on: boolean) => void;
  readonly makeCollection: (name: string) => void;
  readonly writeNote: (text: string) => void;
  readonly merge: (keep: string, drop: string) => void;
  readonly back: (back: NonNullable<Line['back']>) => void;
  readonly why: () => void;
  readonly openHint: (hint: Hint) => void;
  readonly openPaper: (key: string) => void;
}

export interface PaperViewProps {
  readonly facts: PaperFacts;
  readonly told: NoteData | undefined;
  readonly tags: readonly PaneTag[];
  readonly knownTags: readonly KnownTag[];
  readonly reasons: readonly Tag[] | undefined;
  readonly why: boolean;
  readonly collections: readonly Collection[];
  readonly note: NoteField;
  readonly hints: readonly Hint[];
  readonly twins: readonly SameWork[];
  readonly lines: readonly Line[];
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly deed: Deed | undefined;
  readonly acts: PaperActs;
  readonly onFindTag?: ((name: string) => void) | undefined;
  readonly onClose?: (() => void) | undefined;
  readonly foot: ComponentChildren;
  /** Two columns, for a page of its own. */
  readonly wide: boolean;
  readonly rootRef?: Ref<HTMLElement>;
}

/** Everything known of one paper, and what can be done with it. Sections with nothing in them are left out. */
export const PaperView = (p: PaperViewProps) => {
  const { facts, acts } = p;
  const { row, record } = facts;
  const mayChange = row !== undefined && !p.readOnly;
  const head = <Head record={record} dateInferred={p.told?.dateInferred} onClose={p.onClose} />;
  const place = row ? (
    <div class="stand" aria-busy={p.busy}>
      <StatusBar status={row.status} readOnly={p.readOnly} onStatus={acts.status} />
      <Stars rating={row.rating ?? 0} readOnly={p.readOnly} onRating={acts.rating} />
    </div>
  ) : (
    <NotHere inTrash={facts.inTrash} readOnly={p.readOnly} busy={p.busy} acts={acts} />
  );
  const tags = (p.tags.length > 0 || mayChange) && (
    <Tags
      tags={p.tags}
      known={p.knownTags}
      reasons={p.reasons}
      why={p.why}
      mayChange={mayChange}
      onWhy={acts.why}
      onTag={acts.tag}
      onOff={acts.unwanted}
      onFind={p.onFindTag}
    />
  );
  const collections = (
    <Collections
      all={p.collections}
      on={row?.collections ?? []}
      mayChange={mayChange}
      onCollection={acts.collection}
      onMake={acts.makeCollection}
    />
  );
  const note = row && <Note texts={facts.texts} note={p.note} mayChange={mayChange} onWrite={acts.writeNote} />;
  const abstract = record.abstract && <Abstract key={facts.key} text={record.abstract} />;
  const links = <Links links={record.links ?? []} ids={record.ids} />;
  const near = <Near hints={p.hints} onOpen={acts.openHint} />;
  const versions = row && (
    <Versions
      row={row}
      twins={p.twins}
      merged={facts.merged}
      mayChange={mayChange}
      onOpen={acts.openPaper}
      onMerge={acts.merge}
    />
  );
  const sources = <Sources told={p.told} since={row?.since} />;
  const history = <History key={facts.key} lines={p.lines} mayChange={mayChange} onBack={acts.back} />;
  return (
    <article class={p.wide ? 'paper wide' : 'paper'} ref={p.rootRef ?? null} aria-label={record.title}>
      {p.wide ? (
        <div class="in">
          <div class="col">
            {head}
            {note}
            {abstract}
            {links}
            {near}
          </div>
          <div class="col">
            {place}
            {tags}
            {collections}
            {versions}
            {sources}
            {history}
          </div>
        </div>
      ) : (
        <div class="in">
          {head}
          {place}
          {tags}
          {collections}
          {note}
          {abstract}
          {links}
          {near}
          {versions}
          {sources}
          {history}
        </div>
      )}
      <Toast deed={p.deed} />
      {p.foot}
    </article>
  );
};

const NotHere = (p: {
  readonly inTrash: boolean;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly acts: PaperActs;
}) => {
  if (p.inTrash)
    return (
      <Message
        tone="info"
        title={t('paperInTrash')}
        actions={
          <Button small disabled={p.readOnly || p.busy} onPress={p.acts.restore}>
            {t('paperRestore')}
          </Button>
        }
      />
    );
  return (
    <Button kind="main" icon="bookmark" keys="s" disabled={p.readOnly || p.busy} onPress={p.acts.save}>
      {t(p.readOnly ? 'commonCannotSave' : 'paperSave')}
    </Button>
  );
};
