import { noticeHidden } from './overlay/card/notice.ts';
import { createOpener } from './overlay/card/opener.ts';
import { offerCard } from './overlay/card-kit.ts';
import card from './overlay/styles/card.css?inline';
import dark from './overlay/styles/card-dark.css?inline';
import tokens from './overlay/styles/card-tokens.css?inline';

/** The second classic script of a page: the card, run when a person first comes near a note. */
offerCard({ css: { light: [tokens, card], dark: [tokens, dark, card] }, createOpener, noticeHidden });
