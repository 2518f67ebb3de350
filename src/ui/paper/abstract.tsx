import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Section } from './section.tsx';

/** Longer ones begin folded: about six lines of the pane. */
const SHORT = 420;

/** The abstract, folded where it is long. */
export const Abstract = ({ text }: { readonly text: string }) => {
  const [open, setOpen] = useState(false);
  const long = text.length > SHORT;
  return (
    <Section
      name="abstract"
      title={t('paperAbstract')}
      end={
        long && (
          <button type="button" class="link soft" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('paperFold') : t('paperUnfold')}
          </button>
        )
      }
    >
      <p class={long && !open ? 'abs folded' : 'abs'} dir="auto">
        {text}
      </p>
    </Section>
  );
};
