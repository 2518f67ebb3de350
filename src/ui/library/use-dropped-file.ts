import { useEffect, useRef } from 'preact/hooks';

/** A file let go anywhere over the page is meant for the import; without this the browser would open it in place of the library. */
export function useDroppedFile(readOnly: boolean, take: (file: File) => void): void {
  const now = useRef({ readOnly, take });
  now.current = { readOnly, take };
  useEffect(() => {
    const isFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (isFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      // An open import has a place of its own for files.
      if (!isFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (file && !now.current.readOnly && document.querySelector('dialog[open]') === null) now.current.take(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
