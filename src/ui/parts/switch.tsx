/** A setting that acts at once. `label` is its name for screen readers; the visible words stand beside it. */
export const Switch = (p: {
  readonly on: boolean;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) => (
  <button
    type="button"
    role="switch"
    class="sw"
    aria-checked={p.on}
    aria-label={p.label}
    aria-disabled={p.disabled ? 'true' : undefined}
    onClick={() => {
      if (!p.disabled) p.onChange(!p.on);
    }}
  />
);
