import { dayOfIso } from '../../core/calendar-day.ts';
import type { NoteData } from '../../core/note-data.ts';
import { t } from '../../platform/i18n.ts';
import { dayWords } from '../parts/words.ts';
import { Section } from './section.tsx';

/** Who told of the paper, what they disagree on, and since when it is saved. */
export const Sources = (p: { readonly told: NoteData | undefined; readonly since?: string | undefined }) => {
  const digests = p.told?.digests ?? [];
  const conflicts = p.told?.conflicts ?? [];
  const since = p.since === undefined ? undefined : dayOfIso(p.since);
  if (digests.length === 0 && conflicts.length === 0 && since === undefined) return null;
  return (
    <Section name="sources" title={t('paperSources')}>
      <ul class="lines">
        {digests.map((digest) => (
          <li key={`${digest.name} ${digest.day ?? ''}`}>
            <bdi>{digest.name}</bdi>
            <span class="r num">
              {[
                ...(digest.upvotes ? [t(digest.upvotes === 1 ? 'cardUpvote' : 'cardUpvotes', digest.upvotes)] : []),
                ...(digest.comments
                  ? [t(digest.comments === 1 ? 'cardComment' : 'cardComments', digest.comments)]
                  : []),
                ...(digest.day ? [dayWords(digest.day)] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
        {since && (
          <li>
            <span>{t('paperSavedSince')}</span>
            <span class="r num">{dayWords(since)}</span>
          </li>
        )}
        {conflicts.map((conflict) => (
          <li key={conflict.field} class="whole">
            <bdi>{t(CONFLICTS[conflict.field], conflict.values.join(' · '))}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const CONFLICTS = {
  title: 'cardAlsoTitled',
  date: 'cardConflictDate',
  authorCount: 'cardConflictAuthors',
  abstract: 'cardConflictAbstract',
  ids: 'cardConflictIds',
} as const;
