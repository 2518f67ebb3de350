import { useMemo, useState } from 'preact/hooks';
import type { Rule } from '../../../core/library/things.ts';
import { call } from '../../../messaging/client.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { inTree } from '../../paper/collection-tree.ts';
import { Button } from '../../parts/button.tsx';
import { MenuButton } from '../../parts/menu.tsx';
import { Message } from '../../parts/message.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useDeeds } from '../../parts/use-deeds.ts';
import { readyOr } from '../../parts/use-live.ts';
import { JobStrip } from './job-strip.tsx';
import { coloursOf, type TagCount, useLiveThings, useTagCounts } from './library-live.ts';
import {
  addsOf,
  addsWords,
  draftOf,
  emptyDraft,
  lacks,
  nameOf,
  type RuleDraft,
  whenOf,
  whenWords,
} from './rule-draft.ts';
import { RuleEditor } from './rule-editor.tsx';
import { useJobDeeds } from './use-job-deeds.ts';
import { usePreview } from './use-preview.ts';
import { newThing, useThingActs } from './use-thing-acts.ts';
import './manage.css';

const NO_TAGS: readonly TagCount[] = [];
const NOTHING = { rules: [], collections: [], searches: [], tags: [] };

/** Rules that tag papers by themselves: switch, write with a preview, run over the library. */
export const RulesDialog = (p: { readonly onClose: () => void }) => {
  const live = useLiveThings();
  const made = readyOr(live, NOTHING);
  const { rules, collections } = made;
  const colours = useMemo(() => coloursOf(made), [made]);
  const tags = readyOr(useTagCounts(), NO_TAGS);
  const deeds = useDeeds();
  const jobs = useJobDeeds(deeds);
  const acts = useThingActs(deeds);
  const [draft, setDraft] = useState<RuleDraft>();
  const preview = usePreview(draft ?? emptyDraft(''));
  const placed = useMemo(() => inTree(collections), [collections]);
  const names = useMemo(() => [...tags].sort((a, b) => b.count - a.count).map(({ name }) => name), [tags]);
  const isNew = draft !== undefined && !rules.some(({ id }) => id === draft.id);

  const run = (ids: readonly string[] | 'all'): void =>
    void jobs.begin(
      (request) => call('library.runRules', { request, rules: ids }),
      (changed) => (changed === 0 ? t('manageRunNone') : tn('manageRan', changed)),
    );
  const keep = async (andRun: boolean): Promise<void> => {
    if (!draft || lacks(draft)) return;
    const name = nameOf(draft);
    const fields = { kind: 'rule' as const, name, on: draft.on, when: whenOf(draft), adds: addsOf(draft) };
    if (!(await acts.set(draft.id, fields, t('manageRuleKept', name)))) return;
    setDraft(undefined);
    if (andRun) run([draft.id]);
  };
  const on = rules.filter((rule) => rule.on).length;
  const shared = { onClose: p.onClose, deed: deeds.deed };
  if (draft)
    return (
      <Sheet
        key="editor"
        {...shared}
        onClose={() => setDraft(undefined)}
        title={isNew ? t('manageNewRule') : t('manageRuleTitle', nameOf(draft))}
        foot={
          <>
            <Button kind="quiet" onPress={() => setDraft(undefined)}>
              {t('commonCancel')}
            </Button>
            <span class="sp" />
            <Button disabled={lacks(draft) !== undefined} onPress={() => void keep(true)}>
              {t('manageKeepAndRun')}
            </Button>
            <Button kind="main" disabled={lacks(draft) !== undefined} onPress={() => void keep(false)}>
              {t('manageKeepRule')}
            </Button>
          </>
        }
      >
        <RuleEditor
          draft={draft}
          preview={preview}
          collections={placed}
          tags={names}
          colours={colours}
          onDraft={setDraft}
        />
      </Sheet>
    );
  return (
    <Sheet
      key="list"
      {...shared}
      title={t('manageRules')}
      about={t('manageRulesAbout')}
      foot={
        <>
          <Button icon="plus" onPress={() => setDraft(emptyDraft(newThing()))}>
            {t('manageNewRule')}
          </Button>
          <span class="sp" />
          {on > 0 && (
            <Button kind="main" disabled={jobs.running.length > 0} onPress={() => run('all')}>
              {tn('manageRunRules', on)}
            </Button>
          )}
        </>
      }
    >
      <JobStrip jobs={jobs.running} onCancel={jobs.cancel} />
      {live.state === 'error' && <Message tone="bad" title={t('manageNotRead')} />}
      {live.state === 'ready' && rules.length === 0 && <p class="none big">{t('manageNoRules')}</p>}
      {rules.length > 0 && (
        <ul class="rules">
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              adds={addsWords(rule.adds, (id) => placed.find((one) => one.id === id)?.path)}
              onSwitch={(is) =>
                void acts.set(
                  rule.id,
                  { kind: 'rule', on: is },
                  is ? t('manageRuleOn', rule.name) : t('manageRuleOff', rule.name),
                )
              }
              onEdit={() => setDraft(draftOf(rule))}
              onRun={() => run([rule.id])}
              onDelete={() => void acts.remove(rule.id, 'rule', t('manageGone', rule.name), t('manageRuleTagsStay'))}
            />
          ))}
        </ul>
      )}
    </Sheet>
  );
};

const RuleRow = (p: {
  readonly rule: Rule;
  readonly adds: string;
  readonly onSwitch: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onRun: () => void;
  readonly onDelete: () => void;
}) => {
  const { rule } = p;
  const words = whenWords(rule.when);
  return (
    <li class={rule.on ? '' : 'off'}>
      <Switch on={rule.on} label={t('manageRuleSwitch', rule.name)} onChange={p.onSwitch} />
      <button type="button" class="what" onClick={p.onEdit}>
        <bdi>{rule.name}</bdi>
        <span class="small">{rule.name === words ? `→ ${p.adds}` : `${words} → ${p.adds}`}</span>
      </button>
      <MenuButton
        small
        label={t('manageActionsOf', rule.name)}
        items={[
          { id: 'edit', label: t('manageEdit'), icon: 'pencil', onPress: p.onEdit },
          { id: 'run', label: t('manageRunOne'), icon: 'again', onPress: p.onRun },
          'line',
          { id: 'gone', label: t('manageDelete'), icon: 'trash', bad: true, onPress: p.onDelete },
        ]}
      />
    </li>
  );
};
