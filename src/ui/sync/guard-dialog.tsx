import { useEffect, useState } from 'preact/hooks';
import type { SavedRow } from '../../core/library/saved-row.ts';
import type { CallError } from '../../messaging/calls.ts';
import { call } from '../../messaging/client.ts';
import type { HeldChanges } from '../../messaging/sync-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Question } from '../parts/dialog.tsx';
import { Message } from '../parts/message.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Loading } from '../parts/states.tsx';
import { errorWords } from '../parts/words.ts';
import { deedWords, heldGroups, rowWords } from './held-words.ts';
import './guard.css';

interface Props {
  readonly id: string;
  /** Of the place. */
  readonly name: string;
  readonly onClose: () => void;
}

/** A large change that waits: what it would do, and whether it may. Nothing is changed here before the person said so. */
export const GuardDialog = ({ id, name, onClose }: Props) => {
  const [held, setHeld] = useState<HeldChanges>();
  const [error, setError] = useState<CallError>();
  useEffect(() => {
    let gone = false;
    void call('sync.held', { id }).then((answer) => {
      if (gone) return;
      if (answer.ok) setHeld(answer.value);
      else setError(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [id]);

  const decide = async (decision: 'apply' | 'keep-mine'): Promise<void> => {
    const answer = await call('sync.run', { id, decision });
    if (answer.ok) onClose();
    else setError(answer.error);
  };
  const groups = held === undefined ? [] : heldGroups(held);
  const changed = groups.reduce((sum, group) => sum + group.count, 0);
  if (held === undefined || (held.deletedCount === 0 && changed === 0))
    return (
      <Sheet title={t('syncLookAt')} onClose={onClose} foot={<Button onPress={onClose}>{t('commonClose')}</Button>}>
        {error && (
          <Message tone="bad" title={t('syncNotDone')}>
            {errorWords(error)}
          </Message>
        )}
        {!error && (held === undefined ? <Loading rows={3} /> : <p>{t('syncGuardNothing')}</p>)}
      </Sheet>
    );

  const [first] = groups;
  return (
    <Question
      title={held.deletedCount > 0 ? tn('syncGuardDeleted', held.deletedCount) : (first?.title ?? '')}
      keep={t('syncGuardKeep')}
      deed={deedWords(held.deletedCount, changed)}
      onKeep={() => void decide('keep-mine')}
      onDeed={() => void decide('apply')}
      onClose={onClose}
    >
      <p>{held.from.length > 0 ? t('syncGuardFromBy', name, held.from.join(', ')) : t('syncGuardFrom', name)}</p>
      {held.deletedCount > 0 && <Rows rows={held.deleted} count={held.deletedCount} also={t('syncGuardTrash')} />}
      {groups.map((group, i) => (
        <div class="group" key={group.title}>
          {(held.deletedCount > 0 || i > 0) && <p class="strong">{group.title}</p>}
          {group.rows.length > 0 && <Rows rows={group.rows} count={group.count} />}
        </div>
      ))}
      {error && (
        <Message tone="bad" title={t('syncNotDone')}>
          {errorWords(error)}
        </Message>
      )}
    </Question>
  );
};

/** Rows that stand there before "Show all". */
const FIRST = 4;

/** The papers, the first few of them until the person asks for more. @param count how many there are altogether */
const Rows = ({
  rows,
  count,
  also = '',
}: {
  readonly rows: readonly SavedRow[];
  readonly count: number;
  readonly also?: string;
}) => {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  const isPart = rows.length < count && (all || rows.length <= FIRST);
  return (
    <>
      <ul class="held" tabIndex={all ? 0 : undefined}>
        {shown.map((row) => (
          <li key={row.key}>
            <bdi title={row.title}>{row.title}</bdi>
            <span class="small muted">{rowWords(row)}</span>
          </li>
        ))}
      </ul>
      <p class="small row wrap">
        {!all && rows.length > FIRST && (
          <button type="button" class="link" onClick={() => setAll(true)}>
            {rows.length < count
              ? t('syncGuardShowFirst', number(rows.length), number(count))
              : t('syncGuardShowAll', number(count))}
          </button>
        )}
        {isPart && <span>{t('syncGuardFirstOnly', number(rows.length), number(count))}</span>}
        {also}
      </p>
    </>
  );
};
