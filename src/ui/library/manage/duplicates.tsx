import { useEffect, useState } from 'preact/hooks';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import { call } from '../../../messaging/client.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { Loading } from '../../parts/states.tsx';
import { useDeeds } from '../../parts/use-deeds.ts';
import { errorWords } from '../../parts/words.ts';
import { useAnswer } from '../look/use-answer.ts';
import { DuplicateGroup, type Reason } from './duplicate-group.tsx';
import { useThings } from './library-live.ts';
import { pairsOf, useNotTheSame } from './not-the-same.ts';
import './manage.css';

/** Groups drawn at once; the next come as these are settled. */
const MOST = 20;

interface Group {
  readonly reason: Reason;
  readonly rows: readonly SavedRow[];
}

/** Papers that look like one work. Only the person merges them, and every merge can be taken back. */
export const DuplicatesDialog = (p: { readonly onOpen: (key: string) => void; readonly onClose: () => void }) => {
  const { answer, again } = useAnswer('library.duplicates', {});
  const { collections } = useThings();
  const deeds = useDeeds();
  const apart = useNotTheSame();
  /** Keys that were merged into another one here, while the list is the old one. */
  const [merged, setMerged] = useState<ReadonlySet<string>>(new Set());
  const found = answer.state === 'ready' ? answer.value.groups : undefined;
  useEffect(() => setMerged(new Set()), [found]);
  const groups = (found ?? []).flatMap(({ reason, rows }): readonly Group[] => {
    const left = rows.filter(({ key }) => !merged.has(key));
    const open = left.length > 1 && pairsOf(left.map(({ key }) => key)).some((pair) => !apart.has(pair));
    return open ? [{ reason, rows: left }] : [];
  });

  const mark = (keys: readonly string[], gone: boolean): void =>
    setMerged((before) => {
      const after = new Set(before);
      for (const key of keys) {
        if (gone) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  const merge = async ({ rows }: Group, keep: string): Promise<void> => {
    // One after the other: each has its own way back.
    for (const { key: drop } of rows) {
      if (drop === keep) continue;
      const done = await deeds.act({
        call: (request) => call('library.mergePapers', { request, keep, drop }),
        done: () => tn('manageMerged', rows.length),
        failed: t('manageNotMerged'),
        undone: () => t('manageUnmerged'),
        onUndo: (state) => {
          if (state === 'done') mark([drop], false);
        },
      });
      if (!done) return;
      mark([drop], true);
    }
  };
  const setApart = ({ rows }: Group): void => {
    const pairs = pairsOf(rows.map(({ key }) => key));
    apart.set(pairs, true);
    deeds.tell({
      words: t('manageKeptApart'),
      onUndo: () => {
        apart.set(pairs, false);
        deeds.tell({ words: t('commonAsBefore') });
      },
    });
  };
  return (
    <Sheet
      wide
      title={groups.length > 0 ? tn('manageDuplicatesTitle', groups.length) : t('manageDuplicates')}
      about={t('manageDuplicatesAbout')}
      deed={deeds.deed}
      onClose={p.onClose}
    >
      {answer.state === 'loading' && <Loading rows={4} />}
      {answer.state === 'error' && (
        <Message
          tone="bad"
          title={t('manageNoDuplicatesAnswer')}
          actions={
            <Button small onPress={again}>
              {t('commonTryAgain')}
            </Button>
          }
        >
          {errorWords(answer.error)}
        </Message>
      )}
      {answer.state === 'ready' && groups.length === 0 && <p class="none big">{t('manageNoDuplicates')}</p>}
      {groups.slice(0, MOST).map((group) => (
        <DuplicateGroup
          key={group.rows.map(({ key }) => key).join(' ')}
          rows={group.rows}
          reason={group.reason}
          busy={deeds.busy > 0}
          collectionName={(id) => collections.find((one) => one.id === id)?.name}
          onOpen={p.onOpen}
          onMerge={(keep) => void merge(group, keep)}
          onApart={() => setApart(group)}
        />
      ))}
      {groups.length > MOST && <p class="none">{tn('manageMoreGroups', groups.length - MOST)}</p>}
    </Sheet>
  );
};
