import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { Switch } from '../parts/switch.tsx';

/** One switch with its name and what it does. */
export const SwitchRow = (p: {
  readonly name: string;
  readonly about: string;
  readonly icon?: IconName;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly children?: ComponentChildren;
  readonly onChange: (on: boolean) => void;
}) => (
  <div class={p.icon ? 'ti' : 'ti plain'}>
    {p.icon && (
      <span class="i">
        <Icon name={p.icon} size={18} />
      </span>
    )}
    <div>
      <div class="n">{p.name}</div>
      <div class="d">{p.about}</div>
      {p.children}
    </div>
    <Switch on={p.on} label={p.name} disabled={p.disabled} onChange={p.onChange} />
  </div>
);
