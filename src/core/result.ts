/** An expected failure is a value with a name; a bug throws. */
export type Result<T, E extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E; readonly detail?: string };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** @param detail what to do about it, in a sentence a person can read */
export const err = <E extends string>(
  error: E,
  detail?: string,
): { readonly ok: false; readonly error: E; readonly detail?: string } =>
  detail === undefined ? { ok: false, error } : { ok: false, error, detail };
