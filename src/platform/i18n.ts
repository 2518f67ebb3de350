import { i18n } from './browser.ts';

/** A sentence of the interface in the person's language, from `_locales`; the key itself where it is missing. */
export const t = (key: string, ...substitutions: readonly (string | number)[]): string =>
  i18n.getMessage(key, substitutions.map(String)) || key;

/** BCP 47 tag of the interface, for Intl. */
export const locale = (): string => i18n.getUILanguage();
