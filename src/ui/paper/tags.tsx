import { useRef, useState } from 'preact/hooks';
import { MOST_TAGS } from '../../core/library/edits.ts';
import { tagName } from '../../core/library/tag-name.ts';
import type { Colour } from '../../core/library/things.ts';
import type { Tag, TagKind } from '../../core/tags/tag.ts';
import { number, t } from '../../platform/i18n.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { Listbox } from '../parts/listbox.tsx';
import { Picker } from '../parts/picker.tsx';
import { AddButton } from './add-button.tsx';
import { Section } from './section.tsx';

/** A tag on the paper, in the order of VISUAL.md 4: own, automatic, then topics by kind. */
export interface PaneTag {
  readonly name: string;
  readonly kind: TagKind;
  readonly colour?: Colour | undefined;
}
/** A tag of the library, to choose from. */
export interface KnownTag {
  readonly name: string;
  readonly colour?: Colour | undefined;
}

interface Props {
  readonly tags: readonly PaneTag[];
  /** Own tags of the whole library. */
  readonly known: readonly KnownTag[];
  /** Why the topics are there; absent until somebody asked. */
  readonly reasons?: readonly Tag[] | undefined;
  readonly why: boolean;
  /** False where the paper is not saved: then tags can be seen only. */
  readonly mayChange: boolean;
  readonly onWhy: () => void;
  readonly onTag: (name: string, on: boolean) => void;
  /** An automatic tag or a topic is not wanted on this paper. */
  readonly onOff: (name: string) => void;
  /** Leads to all papers with the tag. */
  readonly onFind?: ((name: string) => void) | undefined;
}

/** The name under which a tag is kept; empty where nothing is left of it, or it is too long. */
const tidy = (text: string): string => {
  const tag = tagName(text);
  return tag.ok ? tag.name : '';
};

export const Tags = (p: Props) => {
  const [adding, setAdding] = useState(false);
  const plus = useRef<HTMLButtonElement>(null);
  const own = p.tags.filter((tag) => tag.kind === 'own');
  const full = own.length >= MOST_TAGS;
  const topics = p.tags.some((tag) => tag.kind !== 'own' && tag.kind !== 'auto');
  return (
    <Section
      name="tags"
      title={t('paperTags')}
      end={
        topics && (
          <button type="button" class="link soft" aria-expanded={p.why} onClick={p.onWhy}>
            {t('paperWhy')}
          </button>
        )
      }
    >
      <div class="chips">
        <ul class="chips" aria-label={t('paperTags')}>
          {p.tags.map((tag) => (
            <Chip key={`${tag.kind} ${tag.name}`} tag={tag} {...p} />
          ))}
        </ul>
        {p.mayChange && (
          <AddButton
            label={t('paperAddTag')}
            words={p.tags.length === 0}
            keyName="t"
            open={adding}
            onOpen={() => setAdding(true)}
            buttonRef={plus}
          />
        )}
      </div>
      {p.why && <Reasons tags={p.tags} reasons={p.reasons} />}
      {adding && (
        <Picker title={t('paperAddTag')} anchor={plus.current} onClose={() => setAdding(false)}>
          <Listbox
            many
            label={t('paperTags')}
            field={t('paperTagField')}
            items={choices(own, p.known)}
            onPick={(item) => {
              if (item.state === 'on' || !full) p.onTag(item.id, item.state !== 'on');
            }}
            create={(name) => (full || tidy(name) === '' ? undefined : t('paperNewTag', tidy(name)))}
            onCreate={(name) => p.onTag(tidy(name), true)}
          />
          {full && <p class="small muted">{t('paperTagsFull', number(MOST_TAGS))}</p>}
        </Picker>
      )}
    </Section>
  );
};

/** All own tags of the library with those of the paper first. */
function choices(own: readonly PaneTag[], known: readonly KnownTag[]) {
  const on = new Set(own.map((tag) => tag.name));
  const item = (tag: KnownTag) => ({
    id: tag.name,
    label: tag.name,
    mark: <Glyph kind="own" colour={tag.colour} />,
    state: on.has(tag.name) ? ('on' as const) : ('off' as const),
  });
  return [...own, ...known.filter((tag) => !on.has(tag.name))].map(item);
}

const Chip = (p: Props & { readonly tag: PaneTag }) => {
  const { tag } = p;
  const name = <bdi>{tag.name}</bdi>;
  return (
    <li class={`tag ${tag.kind}`} title={t(`paperKind_${tag.kind}`)}>
      <Glyph kind={tag.kind} colour={tag.colour} />
      {p.onFind ? (
        <button
          type="button"
          class="name"
          onClick={() => p.onFind?.(tag.name)}
          aria-label={t('paperFindTag', tag.name)}
        >
          {name}
        </button>
      ) : (
        <span class="name">{name}</span>
      )}
      {p.mayChange && (
        <button
          type="button"
          class="off"
          aria-label={t(tag.kind === 'own' ? 'paperTakeOff' : 'paperNotWanted', tag.name)}
          title={t(tag.kind === 'own' ? 'paperTakeOff' : 'paperNotWanted', tag.name)}
          onClick={() => (tag.kind === 'own' ? p.onTag(tag.name, false) : p.onOff(tag.name))}
        >
          <Icon name="cross" size={11} />
        </button>
      )}
    </li>
  );
};

/** The tagger's reasons for the topics shown; those that it gives no reason for came with the record. */
const Reasons = (p: { readonly tags: readonly PaneTag[]; readonly reasons: readonly Tag[] | undefined }) => {
  if (p.reasons === undefined) return <p class="why small muted">{t('paperWhyLooking')}</p>;
  const reasonOf = new Map(p.reasons.map((tag) => [tag.name, tag.reason]));
  return (
    <ul class="why">
      {p.tags
        .filter((tag) => tag.kind !== 'own')
        .map((tag) => {
          const reason = reasonOf.get(tag.name);
          return (
            <li key={tag.name}>
              <b>
                <bdi>{tag.name}</bdi>
              </b>{' '}
              {tag.kind === 'auto'
                ? t('paperReasonRule')
                : reason
                  ? t(`cardReason_${reason.where}`, reason.text)
                  : t('paperReasonSaved')}
            </li>
          );
        })}
    </ul>
  );
};
