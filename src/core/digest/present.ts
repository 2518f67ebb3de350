/** The fields that are there: `{ a: 1, b: undefined }` becomes `{ a: 1 }`, since an absent field and `undefined` differ for us. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // `as`: same names as T, and the undefined ones are gone
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
