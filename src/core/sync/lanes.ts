/** States first: papers, notes, collections …; then the records of papers with their abstracts. */
export const LANES = ['states', 'records'] as const;
export type Lane = (typeof LANES)[number];
export const laneOf = (kind: string): Lane => (kind === 'bib' ? 'records' : 'states');

/** Kind of the names that only a target knows (HMAC): the store finds them by `wire`. */
export const SEALED = 'sealed';
