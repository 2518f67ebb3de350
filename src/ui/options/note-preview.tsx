import type { NoteSettings } from '../../core/settings.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { t } from '../../platform/i18n.ts';
import { Glyph, Icon } from '../parts/icon.tsx';

/** Names of a real paper's tags and one own tag, not translated: they are names. */
const SAMPLE: readonly Tag[] = [
  { name: 'chapter-3', kind: 'own' },
  { name: 'Offline RL', kind: 'task' },
  { name: 'Model-based RL', kind: 'method' },
  { name: 'D4RL', kind: 'bench' },
  { name: 'MLP', kind: 'model' },
  { name: 'Reinforcement learning', kind: 'field' },
  { name: 'edge of reach', kind: 'auto' },
];
const CHIPS = { cosy: 4, compact: 2 } as const satisfies Record<NoteSettings['density'], number>;

/** A listing drawn small: what a note would show with these settings. A picture, so it has one name and nothing to press. */
export const NotePreview = ({ notes }: { readonly notes: NoteSettings }) => {
  const tags = SAMPLE.filter((tag) => !notes.kindsOff.includes(tag.kind));
  const drawn = tags.slice(0, CHIPS[notes.density]);
  return (
    <div
      class="leaf"
      role="img"
      aria-label={t('optionsPreview', drawn.map((tag) => tag.name).join(', ') || t('optionsNone'))}
    >
      <b>The Edge-of-Reach Problem in Offline Model-Based Reinforcement Learning</b>
      <div class="au">cs.LG</div>
      <div class="note">
        <span class="mark">
          <Icon name="mark" size={15} />
        </span>
        <Icon name="bookmark" />
        {drawn.map((tag) => (
          <span key={tag.name} class={tag.kind === 'own' ? 'chip own' : 'chip'}>
            <Glyph kind={tag.kind} />
            {tag.name}
          </span>
        ))}
        {tags.length > drawn.length && <bdi>+{tags.length - drawn.length}</bdi>}
        {notes.links && (
          <span class="to">
            <Icon name="code" size={14} />
            {t('commonCode')}
          </span>
        )}
        {notes.hints && (
          <span class="to hint">
            <Icon name="near" size={14} />
            {t('optionsPreviewHint')}
          </span>
        )}
      </div>
      <p>{t('optionsPreviewText')}</p>
    </div>
  );
};
