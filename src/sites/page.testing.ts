/**
 * A page as a document of its own: no script runs, nothing is loaded (happy-dom writes an error for each style sheet that it
 * may not load, so there are none). Needs `@vitest-environment happy-dom`.
 */
export const pageOf = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/rel="stylesheet"/g, 'rel="none"'), 'text/html');

/**
 * What a browser does with `<img name="body">` and `<input name="closest">`, which happy-dom does not: the named element
 * stands in the place of the property of its document or form.
 */
export function clobber(doc: Document): void {
  const put = (owner: object, name: string | null, value: Element): void => {
    if (name !== null) Object.defineProperty(owner, name, { value, configurable: true });
  };
  const [images, forms] = [[...doc.querySelectorAll('img[name]')], [...doc.querySelectorAll('form')]];
  for (const form of forms)
    for (const input of form.querySelectorAll('input[name]')) put(form, input.getAttribute('name'), input);
  for (const image of images) put(doc, image.getAttribute('name'), image);
}
