/** The markup that CSL-JSON, Crossref and publishers put into titles and abstracts. */

const TAG =
  /<\/?(?:jats:)?(?:i|b|em|strong|sup|sub|sc|scp|span|p|title|sec|italic|bold|fixed-case|tex-math)(?:\s[^<>]{0,200})?\/?>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Text without tags that only dress it, and with the five XML entities read. Other angle brackets are text. */
export const withoutMarkup = (text: string): string =>
  /[<&]/.test(text)
    ? text.replace(TAG, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    : text;
