import { useId, useState } from 'preact/hooks';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { bestOf, linesOf } from './differences.ts';

export type Reason = 'id' | 'title' | 'probably';

/** Papers that look like one: what differs side by side, which one stays, and the two ways on. */
export const DuplicateGroup = (p: {
  readonly rows: readonly SavedRow[];
  readonly reason: Reason;
  readonly busy: boolean;
  readonly collectionName: (id: string) => string | undefined;
  readonly onOpen: (key: string) => void;
  readonly onMerge: (keep: string) => void;
  readonly onApart: () => void;
}) => {
  const name = useId();
  const [chosen, setChosen] = useState(() => bestOf(p.rows));
  const keep = p.rows.some(({ key }) => key === chosen) ? chosen : bestOf(p.rows);
  const lines = linesOf(p.rows, p.collectionName);
  const why = { id: t('manageSameId'), title: t('manageSameTitle'), probably: t('manageSameProbably') }[p.reason];
  return (
    <section class="dup" aria-label={p.rows[0]?.title ?? ''}>
      <p class="small muted">{why}</p>
      <div class="scroll">
        <table style={{ minWidth: `${104 + 170 * p.rows.length}px` }}>
          <thead>
            <tr>
              <td />
              {p.rows.map((row) => (
                <th key={row.key} scope="col" class={row.key === keep ? 'keep' : ''}>
                  <label>
                    <input type="radio" name={name} checked={row.key === keep} onChange={() => setChosen(row.key)} />
                    {t('manageKeepThis')}
                  </label>
                  <button type="button" class="link title" onClick={() => p.onOpen(row.key)}>
                    <bdi>{row.title || t('commonUntitled')}</bdi>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} class={line.differs ? 'differs' : ''}>
                <th scope="row">
                  {line.name}
                  {line.differs && <span class="unseen">{t('manageDiffers')}</span>}
                </th>
                {p.rows.map((row, i) => (
                  <td key={row.key} class={row.key === keep ? 'keep' : ''}>
                    <bdi>{line.values[i] || '–'}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row wrap">
        <span class="small muted">{t('manageMergeMeans')}</span>
        <span class="sp" />
        <Button kind="quiet" small disabled={p.busy} onPress={p.onApart}>
          {t('manageApart')}
        </Button>
        <Button small icon="merge" disabled={p.busy} onPress={() => p.onMerge(keep)}>
          {tn('manageMergePapers', p.rows.length)}
        </Button>
      </div>
    </section>
  );
};
