import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
  /** What can be dropped, and the button for those who do not drop. */
  readonly children: ComponentChildren;
}

/** Where files or text may be let go. */
export const DropZone = (p: Props) => {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button inside
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) return p.onFiles(files);
        const dropped = event.dataTransfer?.getData('text/plain') ?? '';
        if (dropped !== '') p.onText(dropped);
      }}
    >
      <Icon name="receive" size={24} />
      {p.children}
    </div>
  );
};
