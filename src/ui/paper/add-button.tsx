import type { RefObject } from 'preact';
import { Icon } from '../parts/icon.tsx';

interface Props {
  /** What it adds; drawn as words where there is nothing beside it yet. */
  readonly label: string;
  readonly words: boolean;
  readonly keyName: string;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
}

/** The plus behind chips, which opens a choice. */
export const AddButton = (p: Props) => (
  <button
    ref={p.buttonRef}
    type="button"
    class="add"
    aria-label={p.label}
    title={p.label}
    aria-keyshortcuts={p.keyName}
    data-key={p.keyName}
    aria-haspopup="dialog"
    aria-expanded={p.open}
    onClick={p.onOpen}
  >
    <Icon name="plus" size={13} />
    {p.words && p.label}
  </button>
);
