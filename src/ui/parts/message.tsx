import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Tone = 'bad' | 'warn' | 'info' | 'ok';
const ICONS = { bad: 'warning', warn: 'warning', info: 'info', ok: 'tick' } as const satisfies Record<Tone, IconName>;

/** What is (bold), then what is safe or to do; with at most two actions. Errors are announced at once, the rest politely. */
export const Message = (p: {
  readonly tone: Tone;
  readonly title: string;
  readonly icon?: IconName;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) => (
  <div class={`msg ${p.tone}`} role={p.tone === 'bad' ? 'alert' : 'status'}>
    <Icon name={p.icon ?? ICONS[p.tone]} />
    <span>
      <b>{p.title}</b> {p.children}
    </span>
    {p.actions && <span class="acts">{p.actions}</span>}
  </div>
);
