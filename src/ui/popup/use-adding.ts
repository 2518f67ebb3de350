import { useState } from 'preact/hooks';
import { type CalendarDay, localDay } from '../../core/calendar-day.ts';
import { t } from '../../platform/i18n.ts';
import { addErrorWords, addText } from '../parts/add-digest.ts';
import { dayWords } from '../parts/words.ts';

export interface Adding {
  readonly text: string;
  readonly day: CalendarDay;
  readonly error: string | undefined;
  readonly setText: (text: string) => void;
  readonly setDay: (day: CalendarDay) => void;
  readonly add: () => void;
  /** Puts the clipboard's text into the field; false where the browser does not let us read it. */
  readonly paste: () => Promise<boolean>;
}

/** The state of the view that adds a digest by pasting. */
export function useAdding(): Adding {
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => localDay(new Date()));
  const [error, setError] = useState<string>();
  const add = async (): Promise<void> => {
    setError(undefined);
    const added = await addText(t('popupPastedName', dayWords(localDay(new Date()))), text, day);
    if (added.ok) setText('');
    else setError(addErrorWords(added.error));
  };
  const paste = async (): Promise<boolean> => {
    try {
      const found = await navigator.clipboard.readText();
      if (found === '') return false;
      setText(found);
      return true;
    } catch {
      return false; // no permission, which we do not ask for: the keys work without
    }
  };
  return { text, day, error, setText, setDay, add: () => void add(), paste };
}

/** Text that is surely a digest and not a search. */
export const looksLikeDigest = (text: string): boolean => text.trim().split('\n').length >= 3;
