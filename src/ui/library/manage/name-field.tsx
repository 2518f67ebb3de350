import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A name that is typed in its place: Enter and leaving it keep it, Esc does not. */
export const NameField = (p: {
  readonly label: string;
  readonly name: string;
  readonly longest: number;
  /** Called with a name that differs and is not empty. */
  readonly onName: (name: string) => void;
  /** Follows in any case. @param byKey the focus has to go back */
  readonly onEnd: (byKey: boolean) => void;
  /** What is typed so far. */
  readonly onTyping?: (name: string) => void;
}) => {
  const [text, setText] = useState(p.name);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  // Before anything more is typed: letters must not go where the focus was.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (keep: boolean, byKey: boolean): void => {
    if (ended.current) return;
    ended.current = true;
    const name = text.trim();
    p.onEnd(byKey);
    if (keep && name !== '' && name !== p.name) p.onName(name);
  };
  return (
    <input
      ref={field}
      type="text"
      class="namefield"
      value={text}
      maxLength={p.longest}
      aria-label={p.label}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => {
        setText(event.currentTarget.value);
        p.onTyping?.(event.currentTarget.value);
      }}
      onBlur={() => end(true, false)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        end(event.key === 'Enter', true);
      }}
    />
  );
};
