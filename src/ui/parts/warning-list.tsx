import type { Warning } from '../../core/entry.ts';
import { number, t, tn } from '../../platform/i18n.ts';

/** What a digest's reader did not understand, each with its line. */
export const WarningList = (p: { readonly warnings: readonly Warning[]; readonly count: number }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
  <ul class="warnings" tabIndex={0} aria-label={t('commonWarningList')}>
    {p.warnings.map((warning) => (
      <li key={`${warning.line} ${warning.message}`}>
        <span class="num muted">{t('commonLine', number(warning.line))}</span>
        <bdi>{warningWords(warning)}</bdi>
      </li>
    ))}
    {p.count > p.warnings.length && <li class="muted">{tn('commonMoreWarnings', p.count - p.warnings.length)}</li>}
  </ul>
);

/** In the person's language where the kind is known, else as it was written down. */
const warningWords = ({ kind, text, message }: Warning): string =>
  kind === undefined ? message : t(`warning_${kind.replaceAll('-', '_')}`, text ?? '');
