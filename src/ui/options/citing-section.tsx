import { useEffect, useRef, useState } from 'preact/hooks';
import type { CitedWork } from '../../core/citations/citation.ts';
import { CITED_AS, type CitationSettings } from '../../core/citations/citation-settings.ts';
import { cite, STYLE_NAMES } from '../../core/citations/styles/cite.ts';
import { toBibtex } from '../../core/citations/to-bibtex.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { t } from '../../platform/i18n.ts';
import { KeyPattern } from '../transfer/key-pattern.tsx';
import '../transfer/transfer.css';

/** A real paper, as facts are: not translated. */
const EXAMPLE: CitedWork = {
  ids: ['arxiv:1706.03762' as PaperId], // of the canonical form
  title: 'Attention Is All You Need',
  kind: 'conference',
  authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar', 'Jakob Uszkoreit'],
  moreAuthors: true,
  year: 2017,
  venue: 'Advances in Neural Information Processing Systems',
};

const nameOf = (style: CitationSettings['style']): string => (style === 'bibtex' ? 'BibTeX' : STYLE_NAMES[style]);

/** How one press on "Cite" cites, and the keys of exported entries, each with what it gives. */
export const CitingSection = (p: {
  readonly citations: CitationSettings;
  readonly readOnly: boolean;
  readonly onCitations: (citations: CitationSettings) => void;
}) => {
  const { style } = p.citations;
  const { keyPattern, setPattern } = usePattern(p.citations, p.onCitations);
  const shown =
    style === 'bibtex'
      ? toBibtex([EXAMPLE], keyPattern.trim() === '' ? {} : { keyPattern })
      : cite(EXAMPLE, style).text;
  return (
    <div class="tg">
      <div class="ti plain stack">
        <div>
          <div class="n">{t('optionsCiteStyle')}</div>
          <div class="d">{t('optionsCiteStyleAbout')}</div>
        </div>
        <fieldset class="seg" aria-label={t('optionsCiteStyle')} disabled={p.readOnly}>
          {CITED_AS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="style"
                checked={style === one}
                onChange={() => p.onCitations({ ...p.citations, style: one })}
              />
              {nameOf(one)}
            </label>
          ))}
        </fieldset>
        <pre class="wide cited">{shown}</pre>
      </div>
      <div class="ti plain one">
        <KeyPattern pattern={keyPattern} disabled={p.readOnly} onPattern={setPattern} />
      </div>
    </div>
  );
};

/** A pattern is kept when the typing rests for so long, in ms. */
const REST = 400;

/** The pattern as it is typed: what the store says meanwhile takes no letter away. */
function usePattern(citations: CitationSettings, keep: (citations: CitationSettings) => void) {
  const [typed, setTyped] = useState<string>();
  const newest = useRef({ citations, keep });
  newest.current = { citations, keep };
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => {
      newest.current.keep({ ...newest.current.citations, keyPattern: typed });
      setTyped(undefined);
    }, REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return { keyPattern: typed ?? citations.keyPattern, setPattern: setTyped };
}
