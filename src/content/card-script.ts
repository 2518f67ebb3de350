import { noticeHidden } from './overlay/card/notice.ts';
import { createOpener } from './overlay/card/opener.ts';
import { css } from './overlay/card/styles.ts';
import { createToasts, saidOf } from './overlay/card/toast.ts';
import { offerCard } from './overlay/card-kit.ts';

/** The second classic script of a page: card and toasts, run when a person first comes near a note. */
offerCard({ css, createOpener, createToasts, saidOf, noticeHidden });
