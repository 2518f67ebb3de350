import type { CardKit } from '../card-kit.ts';
import card from '../styles/card.css?inline';
import dark from '../styles/card-dark.css?inline';
import tokens from '../styles/card-tokens.css?inline';

/** Style sheets of card and toasts, beside those of the note. */
export const css: CardKit['css'] = { light: [tokens, card], dark: [tokens, dark, card] };
