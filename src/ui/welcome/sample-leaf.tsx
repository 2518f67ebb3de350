import type { Status } from '../../core/library/status.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { t } from '../../platform/i18n.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { statusWord } from '../parts/words.ts';

interface Item {
  readonly title: string;
  readonly status?: Status;
  readonly isNew?: boolean;
  readonly tags: readonly Tag[];
  readonly more: number;
  readonly code: boolean;
  readonly hint?: string;
  readonly text: string;
}

/** Titles and tag names are names and stay as they are; the summaries are ours. */
const items = (): readonly Item[] => [
  {
    title: 'Adaptive Advantage-Guided Policy Regularization for Offline Reinforcement Learning',
    tags: [
      { name: 'Offline RL', kind: 'task' },
      { name: 'A2PR', kind: 'method' },
      { name: 'VAE', kind: 'method' },
      { name: 'D4RL', kind: 'bench' },
    ],
    more: 2,
    code: true,
    hint: t('welcomeHint'),
    text: t('welcomeSummary1'),
  },
  {
    title: 'The Edge-of-Reach Problem in Offline Model-Based Reinforcement Learning',
    status: 'to-read',
    tags: [
      { name: 'chapter-3', kind: 'own' },
      { name: 'Offline RL', kind: 'task' },
      { name: 'RAVL', kind: 'method' },
    ],
    more: 3,
    code: true,
    text: t('welcomeSummary2'),
  },
  {
    title: 'LearNAT: Learning NL2SQL with AST-guided Task Decomposition for Large Language Models',
    isNew: true,
    tags: [
      { name: 'Text-to-SQL', kind: 'task' },
      { name: 'DPO', kind: 'method' },
      { name: 'Spider', kind: 'bench' },
      { name: 'BIRD', kind: 'bench' },
    ],
    more: 3,
    code: false,
    text: t('welcomeSummary3'),
  },
  {
    title: 'The Effective Horizon Explains Deep RL Performance in Stochastic Environments',
    status: 'read',
    tags: [
      { name: 'RL theory', kind: 'field' },
      { name: 'SQIRL', kind: 'method' },
      { name: 'Sample complexity', kind: 'task' },
    ],
    more: 0,
    code: true,
    text: t('welcomeSummary4'),
  },
];

/** A listing with notes, drawn: a picture with one name, nothing in it can be pressed. */
export const SampleLeaf = () => (
  <div class="leaf" role="img" aria-label={t('welcomeExampleAbout')}>
    {items().map((item) => (
      <div class="item" key={item.title}>
        <b>{item.title}</b>
        <div class="su">cs.LG</div>
        <DrawnNote item={item} />
        <p>{item.text}</p>
      </div>
    ))}
  </div>
);

const DrawnNote = ({ item }: { readonly item: Item }) => (
  <div class="note">
    <span class="mark">
      <Icon name="mark" size={15} />
    </span>
    <span class={`bm ${item.status ?? ''}`}>
      <Icon name={item.status ?? 'bookmark'} />
      {item.status && <span class="st">{statusWord(item.status)}</span>}
    </span>
    {item.isNew && <span class="bm st new">{t('commonNew')}</span>}
    {item.tags.map((tag) => (
      <span key={tag.name} class={tag.kind === 'own' ? 'chip own' : 'chip'}>
        <Glyph kind={tag.kind} />
        {tag.name}
      </span>
    ))}
    {item.more > 0 && <bdi>+{item.more}</bdi>}
    {item.code && (
      <span class="to">
        <Icon name="code" size={14} />
        {t('commonCode')}
      </span>
    )}
    {item.hint && (
      <span class="to hint">
        <Icon name="near" size={14} />
        {item.hint}
      </span>
    )}
  </div>
);
