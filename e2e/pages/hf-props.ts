/** The JSON that Hugging Face puts into `data-props` and answers at /api/daily_papers (SITES.md 3.1), from our records. */
import type { PageRecord } from './record.ts';

const time = (day: string): string => `${day}T00:00:00.000Z`;

function paperOf(r: PageRecord): Record<string, unknown> {
  return {
    id: r.id,
    title: r.title,
    summary: r.abstract,
    publishedAt: time(r.date),
    submittedOnDailyAt: time('2026-11-20'),
    upvotes: r.upvotes,
    discussionId: `d-${r.id}`,
    authors: Array.from({ length: r.authorCount }, (_, i) => ({
      _id: `a-${r.id}-${i}`,
      name: r.authors[i] ?? `Unnamed Author ${i + 1}`,
      hidden: false,
    })),
    ...(r.github ? { githubRepo: r.github, githubRepoAddedBy: 'user', githubStars: r.stars ?? 0 } : {}),
    ...(r.organisation ? { organization: organisationOf(r.organisation) } : {}),
  };
}

const organisationOf = (o: { slug: string; name: string }): Record<string, unknown> => ({
  _id: `o-${o.slug}`,
  name: o.slug,
  fullname: o.name,
  avatar: '/avatars/organisation.svg',
});

const submitter = {
  _id: 'u-1',
  avatarUrl: '/avatars/user.svg',
  fullname: 'Pilar Norvane',
  name: 'pnorvane',
  type: 'user',
  isPro: false,
  isHf: false,
  isHfAdmin: false,
  isMod: false,
};

/** One element of /api/daily_papers and of `dailyPapers`. */
export const dailyElement = (r: PageRecord): Record<string, unknown> => ({
  paper: paperOf(r),
  publishedAt: time(r.date),
  title: r.title,
  summary: r.abstract,
  thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${r.id}.png`,
  numComments: r.comments,
  submittedBy: submitter,
  ...(r.organisation ? { organization: organisationOf(r.organisation) } : {}),
  isAuthorParticipating: false,
});

/** `data-props` of the DailyPapers island. */
export const dailyProps = (records: readonly PageRecord[], day: string, query?: string): Record<string, unknown> => ({
  authLight: {},
  canSubmit: false,
  dateString: day,
  dailyPapers: records.map(dailyElement),
  prevDate: '2026-11-19',
  nextDate: '2026-11-23',
  publisher: submitter,
  periodType: 'day',
  isTrending: false,
  ...(query === undefined ? {} : { query }),
});

/** `data-props` of the PaperContent island. */
export const paperProps = (r: PageRecord): Record<string, unknown> => ({
  paper: paperOf(r),
  comments: [],
  upvoters: [],
  markdownContentUrl: `https://huggingface.co/papers/${r.id}.md`,
  query: {},
});
