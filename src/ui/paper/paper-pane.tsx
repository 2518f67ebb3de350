import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pageUrl, workOf } from '../../core/citations/citation.ts';
import { parseId } from '../../core/identity/ids.ts';
import { urlOf } from '../../core/identity/urls-of.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Hint } from '../../core/related/hint.ts';
import { tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { savedRows } from '../../storage/library/queries/marks.ts';
import { libraryDb } from '../../storage/library/queries/open.ts';
import type { MenuEntry } from '../parts/menu.tsx';
import { Message } from '../parts/message.tsx';
import { Empty, Loading } from '../parts/states.tsx';
import { useDeeds } from '../parts/use-deeds.ts';
import type { PaperFacts } from './facts.ts';
import { Foot } from './foot.tsx';
import { historyLines } from './history-lines.ts';
import { pdfUrl } from './links.tsx';
import { paneRecord, paneTags } from './pane-record.ts';
import { PaperView } from './paper-view.tsx';
import { useCite } from './use-cite.ts';
import { useFacts, useSameWork, useThings } from './use-library-facts.ts';
import { useNote } from './use-note.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { useLibraryActs } from './use-paper-acts.ts';
import { useHints, useReasons, useTold } from './use-told.ts';
import '../parts/paper-row.css';
import './paper.css';

export interface PaperPaneProps {
  /** Key of a saved paper; of one that is not saved, its strongest id. */
  readonly paperKey: string;
  /** What a page shows of it, for a paper that is not saved. */
  readonly paper?: SaveInput | undefined;
  /** Another paper is to be shown. */
  readonly onOpen: (key: string) => void;
  /** Given where the pane can be closed: by its cross, and by Esc while it has the focus. */
  readonly onClose?: (() => void) | undefined;
  /** Leads to all papers with a tag. */
  readonly onFindTag?: ((name: string) => void) | undefined;
  readonly readOnly?: boolean;
  /** The pane is its page: its keys act wherever the focus is. */
  readonly whole?: boolean;
  /** Two columns. */
  readonly wide?: boolean;
  /** More entries for the menu at the foot. */
  readonly menu?: readonly MenuEntry[];
}

/** Everything known of one paper, and what can be done with it: the body of the library's pane, of the paper page and of the side panel. */
export const PaperPane = (p: PaperPaneProps) => {
  const facts = useFacts(p.paperKey);
  const movedTo = facts.state === 'ready' ? facts.value.movedTo : undefined;
  const { onOpen } = p;
  useEffect(() => {
    if (movedTo !== undefined) onOpen(movedTo);
  }, [movedTo, onOpen]);
  if (facts.state === 'loading' || movedTo !== undefined) return <Loading rows={4} />;
  if (facts.state === 'error')
    return (
      <div class="paper">
        <div class="in">
          <Message tone="bad" title={t('paperNotRead')}>
            {t('commonNoAnswerSafe')}
          </Message>
        </div>
      </div>
    );
  const { value } = facts;
  const paper = p.paper ?? paperOfKey(p.paperKey);
  if (value.record.title === '' && paper === undefined) return <Empty icon="file" title={t('paperUnknown')} />;
  return <Ready key={p.paperKey} {...p} paper={paper} facts={value} />;
};

/** A key that is an id says enough to ask what digests know of it. */
function paperOfKey(key: string): SaveInput | undefined {
  const id = parseId(key);
  return id === undefined ? undefined : { ids: [id], title: '' };
}

const Ready = (p: PaperPaneProps & { readonly facts: PaperFacts }) => {
  const { facts, paperKey, onOpen } = p;
  const { row } = facts;
  const [why, setWhy] = useState(false);
  const root = useRef<HTMLElement>(null);
  const readOnly = p.readOnly === true;
  const shown = facts.record.title === '' ? p.paper : facts.record;
  const base = useMemo(() => ({ ...p.paper, ...(shown ?? { ids: [], title: '' }) }), [shown, p.paper]);
  const told = useTold(base);
  const hints = useHints(base);
  const record = useMemo(() => paneRecord(base, told), [base, told]);
  const reasons = useReasons(record, why);
  const twins = useSameWork(paperKey, hints);
  const { collections, tags: knownTags } = useThings();
  const tags = useMemo(
    () => paneTags(row, told, new Map(knownTags.map((tag) => [tag.name, tag.colour]))),
    [row, told, knownTags],
  );
  const lines = useMemo(() => historyLines(facts.changes, collections), [facts.changes, collections]);
  const deeds = useDeeds();
  const note = useNote(paperKey, facts.texts.length === 1 ? (facts.texts[0]?.text ?? '') : '');
  const work = useMemo(() => workOf(record), [record]);
  const cite = useCite(work);
  const page = work && pageUrl(work);
  const pdf = pdfUrl(record.ids);
  // What digests know is filled in where it is saved; a key alone needs a title to be known by.
  const toSave = useMemo(() => ({ ...base, title: base.title || (told?.title ?? '') }), [base, told]);
  const acts = useLibraryActs(paperKey, toSave, deeds, onOpen);

  const openHint = useCallback(
    async (hint: Hint) => {
      const [saved] = await savedRows(await libraryDb(), [{ ids: [hint.id], title: hint.title }]);
      if (saved) onOpen(saved.key);
      else await tabs.create({ url: urlOf(hint.id) });
    },
    [onOpen],
  );
  usePaneKeys(root, p.whole === true, {
    status: (status) => row && !readOnly && status !== row.status && acts.status(status),
    save: () => !row && !readOnly && !facts.inTrash && acts.save(),
    undo: deeds.undo,
    cite: () => cite.cite(cite.form),
    open: () => page && void tabs.create({ url: page }),
    close: p.onClose,
  });

  const menu: MenuEntry[] = [
    ...(pdf
      ? [{ id: 'pdf', label: t('paperOpenPdf'), icon: 'file' as const, onPress: () => void tabs.create({ url: pdf }) }]
      : []),
    ...(page
      ? [{ id: 'link', label: t('paperCopyLink'), icon: 'paste' as const, onPress: () => cite.link(page) }]
      : []),
    ...(p.menu ?? []),
    ...(row
      ? [
          'line' as const,
          {
            id: 'delete',
            label: t('paperDelete'),
            icon: 'trash' as const,
            bad: true,
            disabled: readOnly,
            onPress: acts.remove,
          },
        ]
      : []),
  ];
  // A key alone names it: what digests know decides whether there is a paper.
  if (record.title === '' && row === undefined) {
    if (told === undefined) return <Loading rows={4} />;
    if (!told.known) return <Empty icon="file" title={t('paperUnknown')} />;
  }
  return (
    <PaperView
      facts={{ ...facts, record }}
      told={told}
      tags={tags}
      knownTags={knownTags}
      reasons={reasons}
      why={why}
      collections={collections}
      note={note}
      hints={(hints ?? []).filter((hint) => !twins.some((twin) => twin.row.ids.includes(hint.id)))}
      twins={twins}
      lines={lines}
      readOnly={readOnly}
      busy={deeds.busy > 0}
      deed={deeds.deed}
      acts={{ ...acts, why: () => setWhy(!why), openHint: (hint) => void openHint(hint), openPaper: onOpen }}
      onFindTag={p.onFindTag}
      onClose={p.onClose}
      wide={p.wide === true}
      rootRef={root}
      foot={<Foot cite={cite} citable={work !== undefined} page={page} menu={menu} />}
    />
  );
};
