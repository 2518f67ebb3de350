import { useRef, useState } from 'preact/hooks';
import { tagName } from '../../core/library/tag-name.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Glyph, Icon } from '../parts/icon.tsx';
import { Listbox } from '../parts/listbox.tsx';
import { Picker } from '../parts/picker.tsx';

/** Tags that a call may carry at once (messaging/library-schemas.ts). */
const MOST = 20;

/** Own tags to put on: those chosen, and the way to more. */
export const TagField = (p: {
  readonly label: string;
  readonly tags: readonly string[];
  /** Names in use. */
  readonly known: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
}) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const full = p.tags.length >= MOST;
  const put = (tag: string, on: boolean): void =>
    p.onTags(on ? [...p.tags, tag] : p.tags.filter((other) => other !== tag));
  return (
    <>
      <ul class="tagfield" aria-label={p.label}>
        {p.tags.map((tag) => (
          <li key={tag}>
            <span class="t">
              <Glyph kind="own" />
              <bdi>{tag}</bdi>
              <button type="button" aria-label={t('importWithoutTag', tag)} onClick={() => put(tag, false)}>
                <Icon name="cross" size={10} />
              </button>
            </span>
          </li>
        ))}
        <li>
          <Button small icon="plus" buttonRef={button} disabled={full} onPress={() => setOpen(true)}>
            {t('importAddTag')}
          </Button>
        </li>
      </ul>
      {open && (
        <Picker title={p.label} anchor={button.current} onClose={() => setOpen(false)}>
          <Listbox
            label={p.label}
            field={t('importFindTag')}
            many
            items={[...new Set([...p.tags, ...p.known])].map((tag) => ({
              id: tag,
              label: tag,
              mark: <Glyph kind="own" />,
              state: p.tags.includes(tag) ? 'on' : 'off',
              disabled: full && !p.tags.includes(tag),
            }))}
            onPick={({ id, state }) => put(id, state !== 'on')}
            create={(name) => (!full && tagName(name).ok ? t('commonCreate', name) : undefined)}
            onCreate={(typed) => {
              const given = tagName(typed);
              if (given.ok && !p.tags.includes(given.name)) put(given.name, true);
            }}
          />
        </Picker>
      )}
    </>
  );
};
