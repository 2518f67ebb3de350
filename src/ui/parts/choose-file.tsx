import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import type { IconName } from './icons.ts';

interface Props {
  /** Words of the button. */
  readonly label: string;
  /** Name of the field behind it, where the words alone do not say it. */
  readonly name?: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Types offered first, as `<input accept>` takes them. */
  readonly accept?: string;
  readonly many?: boolean;
  readonly kind?: 'plain' | 'main' | 'quiet';
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly disabled?: boolean;
}

/** A button that opens the browser's choice of files. The same file may be chosen again. */
export const ChooseFile = ({ label, name = label, onFiles, accept, many = false, ...looks }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...looks} onPress={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept ?? ''}
        multiple={many}
        hidden
        aria-label={name}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
};
