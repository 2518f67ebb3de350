import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { ChooseFile } from '../parts/choose-file.tsx';
import { DropZone } from '../parts/drop-zone.tsx';
import { Message } from '../parts/message.tsx';
import { Step } from './step.tsx';
import { importErrorWords } from './transfer-words.ts';
import type { Refused } from './use-import.ts';

/** What the file chooser offers first; others can be chosen all the same, and what they hold decides. */
export const IMPORTED = '.bib,.bibtex,.ris,.json,.csv,.tsv,.rdf,.xml,.jsonl,.zip,.gz,.txt';

interface Props {
  readonly refused: Refused | undefined;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
}

/** Drop, choose or paste. Everything that can be dropped can also be chosen or pasted. */
export const ImportChoose = (p: Props) => {
  const [text, setText] = useState('');
  usePasted(p.onFile, p.onText);
  return (
    <Step>
      {p.refused && (
        <Message tone="bad" title={t('importRefused', p.refused.name)}>
          {importErrorWords(p.refused.error, p.refused.bytes)}
        </Message>
      )}
      <DropZone onFiles={([file]) => file && p.onFile(file)} onText={p.onText}>
        <span>{t('importDrop')}</span>
        <ChooseFile
          icon="file"
          kind="main"
          label={t('importChoose')}
          accept={IMPORTED}
          onFiles={([file]) => file && p.onFile(file)}
        />
        <span class="small muted">{t('importFormats')}</span>
      </DropZone>
      <textarea
        class="area"
        rows={4}
        value={text}
        aria-label={t('importPasteLabel')}
        placeholder={t('importPasteHint')}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <div class="row">
          <span class="sp" />
          <Button kind="main" onPress={() => p.onText(text)}>
            {t('importRead')}
          </Button>
        </div>
      )}
    </Step>
  );
};

/** A paste outside the text field is a file or a list too. */
function usePasted(onFile: (file: File) => void, onText: (text: string) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file === undefined && text.trim() === '') return;
      event.preventDefault();
      if (file) onFile(file);
      else onText(text);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
}
