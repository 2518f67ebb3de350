/** `own` tags are the person's; `auto` are keyphrases, a marked fallback; the others come from the vocabulary. */
export type TagKind = 'task' | 'method' | 'bench' | 'model' | 'field' | 'own' | 'auto';

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
