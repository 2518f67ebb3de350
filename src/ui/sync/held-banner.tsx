import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import type { PlaceRow } from '../../storage/library/queries/places.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { readyOr } from '../parts/use-live.ts';
import { GuardDialog } from './guard-dialog.tsx';
import { usePlaces } from './use-places.ts';

const NONE: readonly PlaceRow[] = [];

/** Says on any page that a large change waits for the person, and shows it. */
export const HeldBanner = (p: { readonly class: string; readonly readOnly: boolean }) => {
  const places = readyOr(usePlaces(), NONE);
  const [open, setOpen] = useState<PlaceRow['place']>();
  const waits = places.find(
    ({ held, place, state }) => !place.paused && (held > 0 || state?.report?.state === 'paused'),
  );
  return (
    <>
      {waits && !p.readOnly && (
        <div class={p.class}>
          <Message
            tone="warn"
            title={t('syncGuardBanner', waits.place.name)}
            actions={
              <Button small onPress={() => setOpen(waits.place)}>
                {t('syncLookAt')}
              </Button>
            }
          >
            {t('syncGuardBannerText')}
          </Message>
        </div>
      )}
      {open && <GuardDialog id={open.id} name={open.name} onClose={() => setOpen(undefined)} />}
    </>
  );
};
