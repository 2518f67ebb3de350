import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CitedWork } from '../../core/citations/citation.ts';
import { t } from '../../platform/i18n.ts';
import { CITE_FORMS, type CiteForm, citedAs, copy, FORM_NAMES } from './cite.ts';

const KEPT = 'cite form';
/** "Copied" stands for so long, in ms. */
const SAID = 4_000;

export const formName = (form: CiteForm): string => (form === 'markdown' ? t('paperMarkdownLink') : FORM_NAMES[form]);

export interface Cite {
  /** What one press copies: the form chosen last on this machine. */
  readonly form: CiteForm;
  readonly cite: (form: CiteForm) => void;
  readonly said: string | undefined;
  /** The text to copy by hand, where the browser did not let it through. */
  readonly byHand: string | undefined;
  readonly link: (url: string) => void;
}

export function useCite(work: CitedWork | undefined): Cite {
  const [form, setForm] = useState<CiteForm>(
    () => CITE_FORMS.find((known) => known === localStorage.getItem(KEPT)) ?? 'apa',
  );
  const [said, setSaid] = useState<string>();
  const [byHand, setByHand] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), SAID);
    return () => clearTimeout(timer);
  }, [said]);

  const put = useCallback(async (what: { readonly text: string; readonly html?: string }, words: string) => {
    const copied = await copy(what);
    setSaid(copied ? words : undefined);
    setByHand(copied ? undefined : what.text);
  }, []);
  return {
    form,
    said,
    byHand,
    cite: (next) => {
      if (!work) return;
      setForm(next);
      localStorage.setItem(KEPT, next);
      void put(citedAs(work, next), t('paperCopiedAs', formName(next)));
    },
    link: (url) => void put({ text: url }, t('paperCopiedLink')),
  };
}
