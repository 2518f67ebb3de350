import { useId, useRef, useState } from 'preact/hooks';
import { tagName } from '../../../core/library/tag-name.ts';
import type { Colour } from '../../../core/library/things.ts';
import { t } from '../../../platform/i18n.ts';
import type { Placed } from '../../paper/collection-tree.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph, Icon } from '../../parts/icon.tsx';
import { Listbox } from '../../parts/listbox.tsx';
import { Picker } from '../../parts/picker.tsx';
import { CONDITIONS, lacks, MOST_ADDED, nameOf, type RuleDraft } from './rule-draft.ts';
import { RulePreview } from './rule-preview.tsx';
import type { Preview } from './use-preview.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly preview: Preview;
  readonly collections: readonly Placed[];
  readonly tags: readonly string[];
  readonly colours: ReadonlyMap<string, Colour>;
  readonly onDraft: (draft: RuleDraft) => void;
}

/** A rule being written: what must hold, what is added, and what that would change. */
export const RuleEditor = (p: Props) => {
  const { draft, onDraft } = p;
  const id = useId();
  const label = (name: (typeof CONDITIONS)[number]): string =>
    ({
      author: t('manageAuthorHas'),
      title: t('manageTitleHas'),
      tag: t('manageTagIs'),
      category: t('manageCategoryIs'),
    })[name];
  const hint = (name: (typeof CONDITIONS)[number]): string =>
    ({ author: 'Sims', title: 'offline', tag: 'D4RL', category: 'cs.LG' })[name];
  return (
    <div class="ruleform">
      <fieldset>
        <legend>{t('manageWhen')}</legend>
        {CONDITIONS.map((name) => (
          <label key={name}>
            <span>{label(name)}</span>
            <input
              type="text"
              class="text"
              value={draft.when[name]}
              placeholder={hint(name)}
              maxLength={name === 'tag' ? 64 : name === 'category' ? 40 : 200}
              list={name === 'tag' ? id : undefined}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => onDraft({ ...draft, when: { ...draft.when, [name]: event.currentTarget.value } })}
            />
          </label>
        ))}
        <datalist id={id}>
          {p.tags.slice(0, 500).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </fieldset>
      <fieldset>
        <legend>{t('manageThen')}</legend>
        <AddedTags {...p} />
        <label>
          <span>{t('managePutIn')}</span>
          <select
            class="text"
            value={draft.collection}
            onChange={(event) => onDraft({ ...draft, collection: event.currentTarget.value })}
          >
            <option value="">{t('manageNoCollection')}</option>
            {p.collections.map((one) => (
              <option key={one.id} value={one.id}>
                {one.path}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('manageRuleName')}</span>
          <input
            type="text"
            class="text"
            value={draft.name}
            placeholder={nameOf(draft)}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
          />
        </label>
      </fieldset>
      <RulePreview preview={p.preview} adds={lacks(draft) !== 'adds'} />
      {lacks(draft) === 'adds' && <p class="small muted">{t('manageAddsNothing')}</p>}
    </div>
  );
};

/** The tags that the rule puts on, and the way to more. */
const AddedTags = ({ draft, onDraft, tags, colours }: Props) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const put = (tag: string, on: boolean): void =>
    onDraft({ ...draft, tags: on ? [...draft.tags, tag] : draft.tags.filter((other) => other !== tag) });
  const options = [...new Set([...draft.tags, ...tags])];
  const full = draft.tags.length >= MOST_ADDED;
  return (
    <div class="added">
      <span>{t('managePutOn')}</span>
      <ul aria-label={t('managePutOn')}>
        {draft.tags.map((tag) => (
          <li key={tag} class="tag">
            <Glyph kind="own" colour={colours.get(tag)} />
            <bdi>{tag}</bdi>
            <button type="button" aria-label={t('manageWithout', tag)} onClick={() => put(tag, false)}>
              <Icon name="cross" size={10} />
            </button>
          </li>
        ))}
        <li>
          <Button small icon="plus" buttonRef={button} disabled={full} onPress={() => setOpen(true)}>
            {t('manageAddTag')}
          </Button>
        </li>
      </ul>
      {open && (
        <Picker title={t('managePutOn')} anchor={button.current} onClose={() => setOpen(false)}>
          <Listbox
            label={t('manageTags')}
            field={t('manageFindTag')}
            many
            items={options.map((tag) => ({
              id: tag,
              label: tag,
              mark: <Glyph kind="own" colour={colours.get(tag)} />,
              state: draft.tags.includes(tag) ? 'on' : 'off',
              disabled: full && !draft.tags.includes(tag),
            }))}
            onPick={({ id, state }) => put(id, state !== 'on')}
            create={(name) => (!full && tagName(name).ok ? t('commonCreate', name) : undefined)}
            onCreate={(typed) => {
              const given = tagName(typed);
              if (given.ok && !draft.tags.includes(given.name)) put(given.name, true);
            }}
          />
        </Picker>
      )}
    </div>
  );
};
