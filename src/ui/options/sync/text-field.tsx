import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a browser may remember of a field: a new secret is none that it has. */
type Complete = 'off' | 'new-password';

/** A line of a form: its name left, the field right, what is wrong or worth knowing under it. */
export const TextField = (p: {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly type?: 'text' | 'url' | 'password';
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly complete?: Complete;
}) => {
  const id = useId();
  const said = p.fault ?? p.hint;
  const isUrl = p.type === 'url';
  const field = {
    id,
    value: p.value,
    autocomplete: p.complete ?? 'off',
    spellcheck: false,
    inputMode: isUrl ? 'url' : 'text',
    dir: isUrl ? 'ltr' : 'auto',
    maxLength: isUrl ? 2_000 : 300,
    'aria-invalid': p.fault !== undefined,
    'aria-describedby': said === undefined ? undefined : `${id}-said`,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => p.onText(event.currentTarget.value),
  } as const;
  return (
    <div class="fl">
      <label for={id}>{p.label}</label>
      <div class="inp">
        {p.type === 'password' ? <input {...field} type="password" /> : <input {...field} type="text" />}
      </div>
      {said !== undefined && (
        <span id={`${id}-said`} class={p.fault === undefined ? 'hint' : 'hint bad'}>
          {said}
        </span>
      )}
    </div>
  );
};

/** A line whose field is something else, which has a name of its own. */
export const FormLine = (p: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly bad?: boolean;
  readonly children: ComponentChildren;
}) => (
  <div class="fl">
    <span class="name">{p.label}</span>
    {p.children}
    {p.hint !== undefined && <span class={p.bad ? 'hint bad' : 'hint'}>{p.hint}</span>}
  </div>
);
