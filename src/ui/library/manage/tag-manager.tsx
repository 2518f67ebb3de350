import { useMemo, useState } from 'preact/hooks';
import { LONGEST_TAG } from '../../../core/library/edits.ts';
import { tagName } from '../../../core/library/tag-name.ts';
import type { Colour } from '../../../core/library/things.ts';
import { call } from '../../../messaging/client.ts';
import { locale, number, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { fitting } from '../../parts/list-filter.ts';
import { Listbox, type ListItem } from '../../parts/listbox.tsx';
import { Message } from '../../parts/message.tsx';
import { Picker } from '../../parts/picker.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useDeeds } from '../../parts/use-deeds.ts';
import { JobStrip } from './job-strip.tsx';
import { coloursOf, useTagCounts, useThings } from './library-live.ts';
import { TagRows } from './tag-rows.tsx';
import { useJobDeeds } from './use-job-deeds.ts';
import { useThingActs } from './use-thing-acts.ts';
import './manage.css';

/** All own tags: find, rename, merge, colour, delete. What concerns papers is a job with progress and undo. */
export const TagManager = (p: { readonly onClose: () => void; readonly onFind?: (name: string) => void }) => {
  const live = useTagCounts();
  const made = useThings();
  const colours = useMemo(() => coloursOf(made), [made]);
  const deeds = useDeeds();
  const jobs = useJobDeeds(deeds);
  const acts = useThingActs(deeds);
  const [text, setText] = useState('');
  const [byCount, setByCount] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [merging, setMerging] = useState<{ readonly names: readonly string[]; readonly anchor: HTMLElement | null }>();
  const all = useMemo(() => {
    const tags = live.state === 'ready' ? live.value : [];
    const rows = tags.map(({ name, count }) => ({ label: name, name, count, colour: colours.get(name) }));
    const byName = new Intl.Collator(locale(), { numeric: true });
    return rows.sort((a, b) => (byCount ? b.count - a.count : 0) || byName.compare(a.name, b.name));
  }, [live, colours, byCount]);
  const shown = fitting(all, text);
  const there = [...chosen].filter((name) => all.some((tag) => tag.name === name));

  /** The new name takes the colour along, where it has none. */
  const colourTo = (names: readonly string[], to: string): void => {
    const colour = names.map((name) => colours.get(name)).find((found) => found !== undefined);
    if (colour && !colours.has(to)) void acts.set(to, { kind: 'tag', colour });
  };
  const retag = async (
    from: readonly string[],
    to: string | null,
    done: (changed: number) => string,
  ): Promise<void> => {
    const names = from.filter((name) => name !== to);
    if (names.length === 0) return;
    if (to !== null) colourTo(names, to);
    const begun = await jobs.begin((request) => call('library.retag', { request, from: names, to }), done);
    if (begun) setChosen(new Set());
  };
  const rename = (from: string, typed: string): void => {
    const given = tagName(typed);
    if (!given.ok) {
      deeds.tell({ words: given.why === 'too-long' ? tn('manageTagLong', LONGEST_TAG) : t('manageNotDone') });
      return;
    }
    const { name } = given;
    const exists = all.some((tag) => tag.name === name);
    void retag(
      [from],
      name,
      (n) => (exists ? t('manageTagsMerged', from, name) : t('manageRenamed', from, name)) + papers(n),
    );
  };
  const merge = (names: readonly string[], to: string): void =>
    void retag(names, to, (n) => tn('manageMergedInto', names.filter((name) => name !== to).length, to) + papers(n));
  const remove = (names: readonly string[]): void =>
    void retag(
      names,
      null,
      (n) => (names.length === 1 ? t('manageGone', names[0] ?? '') : tn('manageTagsGone', names.length)) + papers(n),
    );
  const paint = (name: string, colour: Colour | null): void =>
    void acts.set(name, { kind: 'tag', colour }, t('manageColoured', name));

  return (
    <Sheet
      title={t('manageTags')}
      about={live.state === 'ready' ? tn('manageTagsAbout', all.length) : undefined}
      onClose={p.onClose}
      deed={deeds.deed}
      foot={
        <>
          <span class="muted num">{there.length > 0 ? tn('manageChosen', there.length) : t('manageTagKeys')}</span>
          <span class="sp" />
          {there.length > 0 && (
            <>
              <Button kind="bad" onPress={() => remove(there)}>
                {tn('manageDeleteTags', there.length)}
              </Button>
              <MergeButton names={there} onAsk={(anchor) => setMerging({ names: there, anchor })} />
            </>
          )}
        </>
      }
    >
      <div class="row">
        <span class="inp">
          <Icon name="search" />
          <input
            type="search"
            value={text}
            placeholder={t('manageFindTag')}
            aria-label={t('manageFindTag')}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </span>
        <Button kind="quiet" onPress={() => setByCount(!byCount)}>
          {byCount ? t('manageByCount') : t('manageByName')}
        </Button>
      </div>
      <JobStrip jobs={jobs.running} onCancel={jobs.cancel} />
      {live.state === 'error' && <Message tone="bad" title={t('manageNotRead')} />}
      {live.state === 'ready' && all.length === 0 && <p class="none big">{t('manageNoTags')}</p>}
      {all.length > 0 && (
        <TagRows
          tags={shown}
          names={all}
          chosen={chosen}
          onChosen={setChosen}
          onRename={rename}
          onMerge={(names, anchor) => setMerging({ names, anchor })}
          onDelete={remove}
          onColour={paint}
          onFind={p.onFind}
        />
      )}
      {merging && (
        <MergeInto
          names={merging.names}
          tags={all}
          anchor={merging.anchor}
          onClose={() => setMerging(undefined)}
          onInto={(to) => {
            setMerging(undefined);
            merge(merging.names, to);
          }}
        />
      )}
    </Sheet>
  );
};

const papers = (n: number): string => ` · ${tn('popupPapers', n)}`;

const MergeButton = (p: { readonly names: readonly string[]; readonly onAsk: (button: HTMLElement) => void }) => (
  <button type="button" class="btn main" onClick={(event) => p.onAsk(event.currentTarget)}>
    <Icon name="merge" size={16} />
    {tn('manageMergeTags', p.names.length)}
  </button>
);

/** Which name stays: one of those chosen first, any other, or a new one. */
const MergeInto = (p: {
  readonly names: readonly string[];
  readonly tags: readonly { readonly name: string; readonly count: number }[];
  readonly anchor: HTMLElement | null;
  readonly onInto: (name: string) => void;
  readonly onClose: () => void;
}) => {
  const chosen = new Set(p.names);
  const alone = p.names.length === 1;
  const order = [...p.tags.filter(({ name }) => chosen.has(name)), ...p.tags.filter(({ name }) => !chosen.has(name))];
  const items = order
    .filter(({ name }) => !alone || !chosen.has(name))
    .map(({ name, count }): ListItem => ({ id: name, label: name, hint: number(count) }));
  return (
    <Picker
      title={alone ? t('manageMergeOne', p.names[0] ?? '') : tn('manageMergeTitle', p.names.length)}
      anchor={p.anchor}
      onClose={p.onClose}
    >
      <Listbox
        label={t('manageTags')}
        field={t('manageFindTag')}
        items={items}
        onPick={({ id }) => p.onInto(id)}
        create={(name) => (tagName(name).ok ? t('commonCreate', name) : undefined)}
        onCreate={(typed) => {
          const given = tagName(typed);
          if (given.ok) p.onInto(given.name);
        }}
      />
    </Picker>
  );
};
