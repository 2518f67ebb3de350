/** In the order in which they are shown. `own` tags are the person's; `auto` are keyphrases, a marked fallback; the others come from the vocabulary. */
export const TAG_KINDS = ['own', 'task', 'method', 'bench', 'model', 'field', 'auto'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export interface Tag {
  /** Canonical name as shown: "Offline RL". */
  readonly name: string;
  readonly kind: TagKind;
  /** Why: the words of the text that gave it, at most 80 characters, and where they stand. */
  readonly reason?: {
    readonly text: string;
    readonly where: 'title' | 'abstract' | 'remark' | 'category' | 'keyword';
  };
}
