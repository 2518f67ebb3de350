/** The field that a label names. */
export const field = (root: ParentNode, label: string): HTMLInputElement => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
  const input = found?.htmlFor ? document.getElementById(found.htmlFor) : found?.querySelector('input');
  if (input === null || input === undefined) throw new Error(`no field “${label}”`);
  return input as HTMLInputElement; // what a label names is a field
};
