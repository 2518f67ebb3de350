import { Parser } from 'htmlparser2';

/**
 * The JSON inside a digest text: the text itself, its HTML-escaped form, or the `data-props` of a saved Hugging Face page.
 * The page is only tokenised: nothing of it is built, run or requested.
 * @returns undefined where the text is a web page without such a list
 */
export function embeddedJson(text: string): string | undefined {
  const first = /[^\s]/.exec(text)?.[0];
  if (first === '<') return propsOf(text);
  // copied out of the page's source: every quote is escaped, so it may stand as an attribute and be decoded as one
  if (/^\s*[[{]/.test(text) && text.includes('&quot;') && !text.slice(0, 2000).includes('"'))
    return propsOf(`<i data-props="${text.replaceAll('"', '&quot;')}">`);
  return text;
}

const LIST = /"(?:dailyPapers|paper)"\s*:/;

function propsOf(html: string): string | undefined {
  let found: string | undefined;
  const parser = new Parser(
    {
      onattribute: (name, value) => {
        if (name === 'data-props' && LIST.test(value) && value.length > (found?.length ?? 0)) found = value;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return found;
}
