import { useEffect, useState } from 'preact/hooks';
import { type CalendarDay, localDay } from '../../core/calendar-day.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { addErrorWords, addFile, addText } from '../parts/add-digest.ts';
import { isReadOnly, useHealth } from '../parts/use-health.ts';
import { useJobs } from '../parts/use-jobs.ts';
import { useDigests } from '../parts/use-library.ts';
import { useOnline } from '../parts/use-online.ts';
import { dayWords } from '../parts/words.ts';
import { AddView, type Refusal } from './add-view.tsx';

/** The container of the Add page. */
export const AddPage = () => {
  const online = useOnline();
  const { health, askAgain } = useHealth();
  const jobs = useJobs();
  const digests = useDigests();
  const [chosen, setChosen] = useState<CalendarDay>();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [taking, setTaking] = useState(0);
  const today = localDay(new Date());

  /** One after the other: two large files at once would hold both in memory. */
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    setTaking(files.length);
    for (const [n, file] of files.entries()) {
      const added = await addFile(file, chosen);
      if (!added.ok) setRefused((before) => [...before, { name: file.name, words: addErrorWords(added.error) }]);
      setTaking(files.length - n - 1);
    }
  };
  const takeText = async (text: string): Promise<void> => {
    setRefused([]);
    const name = t('popupPastedName', dayWords(today));
    const added = await addText(name, text, chosen ?? today);
    if (!added.ok) setRefused([{ name, words: addErrorWords(added.error) }]);
  };

  // A paste outside the text field is a digest too.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (inField || (files.length === 0 && text === '')) return;
      event.preventDefault();
      void (files.length > 0 ? takeFiles(files) : takeText(text));
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });

  return (
    <AddView
      online={online}
      readOnly={isReadOnly(health)}
      health={health}
      day={chosen ?? today}
      dayChosen={chosen !== undefined}
      jobs={jobs.known ? jobs.jobs : undefined}
      digests={digests}
      refused={refused}
      taking={taking}
      onDay={setChosen}
      onFiles={(files) => void takeFiles(files)}
      onText={(text) => void takeText(text)}
      onCancel={jobs.cancel}
      onDismiss={jobs.dismiss}
      onRestore={() => void tabs.create({ url: runtime.getURL('src/ui/restore/index.html') })}
      onAgain={() => void askAgain()}
    />
  );
};
