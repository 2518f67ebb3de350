import { useState } from 'preact/hooks';
import { labelOf } from '../../core/identity/urls-of.ts';
import { t } from '../../platform/i18n.ts';
import type { SameWork } from '../../storage/library/queries/same-work.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { Button } from '../parts/button.tsx';
import { Question } from '../parts/dialog.tsx';
import { statusWord } from '../parts/words.ts';
import { Section } from './section.tsx';

/** Other saved copies of this work. Nothing is put together but by the person, and that can be taken back. */
export const Versions = (p: {
  readonly row: SavedRow;
  readonly twins: readonly SameWork[];
  /** How many were put into this one before. */
  readonly merged: number;
  readonly mayChange: boolean;
  readonly onOpen: (key: string) => void;
  readonly onMerge: (keep: string, drop: string) => void;
}) => {
  const [asked, setAsked] = useState<SameWork>();
  if (p.twins.length === 0 && p.merged === 0) return null;
  return (
    <Section name="twins" title={t('paperVersions')}>
      <ul class="papers">
        {p.twins.map((twin) => (
          <li key={twin.row.key}>
            <button type="button" class="t" onClick={() => p.onOpen(twin.row.key)}>
              <bdi>{twin.row.title}</bdi>
            </button>
            {p.mayChange && (
              <Button small onPress={() => setAsked(twin)}>
                {t('paperMerge')}
              </Button>
            )}
            <span class="m">
              {t(MATCHES[twin.match])} · <bdi>{placeOf(twin.row)}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {p.merged > 0 && <p class="small muted">{t('paperMergedBefore', p.merged)}</p>}
      {asked && (
        <Question
          title={t('paperMergeTitle')}
          keep={t('paperMergeKeep')}
          deed={t('paperMergeDeed')}
          onClose={() => setAsked(undefined)}
          onDeed={() => {
            setAsked(undefined);
            p.onMerge(p.row.key, asked.row.key);
          }}
        >
          <p>{t('paperMergeText')}</p>
          <ul>
            {[p.row, asked.row].map((row, i) => (
              <li key={row.key}>
                <bdi>{row.title}</bdi>
                <span class="small muted">{t(i === 0 ? 'paperMergeStays' : 'paperMergeGoes')}</span>
                <span class="small muted">
                  <bdi>{placeOf(row)}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </Question>
      )}
    </Section>
  );
};

const MATCHES = { id: 'paperSameId', title: 'paperSameTitle', probably: 'paperLikeTitle' } as const;

/** What tells two copies apart: id, year, venue, status. */
const placeOf = (row: SavedRow): string =>
  [
    ...(row.ids[0] ? [labelOf(row.ids[0])] : []),
    ...(row.venue ? [row.venue] : []),
    ...(row.year === undefined ? [] : [String(row.year)]),
    statusWord(row.status),
  ].join(' · ');
