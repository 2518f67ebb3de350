import { t } from '../../platform/i18n.ts';

export interface Deed {
  /** What was done: "47 papers saved". */
  readonly words: string;
  /** How long it can be taken back, or why it failed. */
  readonly more?: string;
  readonly onUndo?: (() => void) | undefined;
}

/** Says what was done and takes it back. Stays until the next deed: nobody is hurried. Announced politely. */
export const Toast = ({ deed }: { readonly deed: Deed | undefined }) => (
  <div class="toasts" role="status" aria-live="polite">
    {deed && (
      <div class="toast">
        <span>
          {deed.words}
          {deed.more && <span class="small">{deed.more}</span>}
        </span>
        {deed.onUndo && (
          <button type="button" aria-keyshortcuts="u" onClick={() => deed.onUndo?.()}>
            {t('commonUndo')}
          </button>
        )}
      </div>
    )}
  </div>
);
