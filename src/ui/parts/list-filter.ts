import { fold } from '../../core/identity/fold.ts';

/** Items whose label has all the words typed, those that begin with the text first; otherwise in their order. */
export function fitting<T extends { readonly label: string }>(items: readonly T[], typed: string): readonly T[] {
  const text = fold(typed).trim();
  if (text === '') return items;
  const words = text.split(/\s+/);
  const begins: T[] = [];
  const others: T[] = [];
  for (const item of items) {
    const label = fold(item.label);
    if (!words.every((word) => label.includes(word))) continue;
    (label.startsWith(text) ? begins : others).push(item);
  }
  return [...begins, ...others];
}

/** Is there an item with just this name, besides case and accents? */
export const hasNamed = (items: readonly { readonly label: string }[], name: string): boolean => {
  const wanted = fold(name).trim();
  return items.some((item) => fold(item.label) === wanted);
};
