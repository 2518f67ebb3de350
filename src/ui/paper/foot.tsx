import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { CITE_FORMS } from './cite.ts';
import { type Cite, formName } from './use-cite.ts';

/** Cite in one press, open the page, and the rest in a menu. */
export const Foot = (p: {
  readonly cite: Cite;
  /** False where it has no title: it cannot be cited. */
  readonly citable: boolean;
  readonly page?: string | undefined;
  readonly menu: readonly MenuEntry[];
}) => {
  const { cite } = p;
  return (
    <footer class="ft">
      {cite.byHand !== undefined && (
        <label class="by-hand">
          <span class="small">{t('paperCopyByHand')}</span>
          <textarea
            class="area"
            readOnly
            rows={3}
            value={cite.byHand}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      )}
      <div class="row">
        {p.citable && (
          <span class="pair">
            <Button
              small
              icon="cite"
              keys="c"
              label={t('paperCiteAs', formName(cite.form))}
              onPress={() => cite.cite(cite.form)}
            >
              {t('paperCite')}
            </Button>
            <MenuButton
              small
              icon="down"
              label={t('paperCiteMenu')}
              items={CITE_FORMS.map((form) => ({
                id: form,
                label: formName(form),
                checked: form === cite.form,
                onPress: () => cite.cite(form),
              }))}
            />
          </span>
        )}
        {p.page !== undefined && (
          <a class="btn sm quiet" href={p.page} target="_blank" rel="noopener noreferrer" aria-keyshortcuts="o">
            <Icon name="out" size={14} />
            {t('paperOpenPage')}
          </a>
        )}
        <span class="sp" />
        <span class="said" role="status">
          {cite.said && (
            <>
              <Icon name="tick" size={13} />
              {cite.said}
            </>
          )}
        </span>
        <MenuButton small icon="more" label={t('paperMore')} items={p.menu} />
      </div>
    </footer>
  );
};
