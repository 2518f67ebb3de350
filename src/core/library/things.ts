import type { Regs } from './state.ts';

/** Things beside papers that a person makes: collections, tags with a colour, rules and saved searches. */

export const THING_KINDS = ['collection', 'tag', 'rule', 'search'] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** Synced; unknown fields are kept. */
export interface ThingState {
  readonly v: 1;
  readonly f: Regs<unknown>;
  readonly [newer: string]: unknown;
}

/** Colours of own tags: the hues of VISUAL.md's kinds; the glyph alone takes it. */
export const COLOURS = ['verdigris', 'blue', 'plum', 'ochre', 'moss', 'grey', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

export interface Collection {
  readonly id: string;
  readonly name: string;
  /** Null at the root, also where the parent is gone or the chain runs in a circle. */
  readonly parent: string | null;
}

export interface TagThing {
  readonly name: string;
  readonly colour: Colour;
}

/** Every condition that is given must hold. Text is compared without regard to case and accents. */
export interface RuleCondition {
  /** Contained in an author's name. */
  readonly author?: string;
  /** Contained in the title. */
  readonly title?: string;
  /** Equal to a tag of the paper: own, automatic or topic. */
  readonly tag?: string;
  /** Equal to, or the archive of, an arXiv category: `cs.LG`, `cs`. */
  readonly category?: string;
}

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: RuleCondition;
  readonly adds: { readonly tags: readonly string[]; readonly collection?: string };
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** The whole query as typed. */
  readonly text: string;
  /** Lower first; those without one come last, by name. */
  readonly order?: number;
}

/** Fields that a page may set; `null` takes a value away, `deleted: true` the thing. */
export type ThingFields =
  | { readonly kind: 'collection'; readonly name?: string; readonly parent?: string | null; readonly deleted?: boolean }
  | { readonly kind: 'tag'; readonly colour?: Colour | null; readonly deleted?: boolean }
  | {
      readonly kind: 'rule';
      readonly name?: string;
      readonly on?: boolean;
      readonly when?: RuleCondition;
      readonly adds?: Rule['adds'];
      readonly deleted?: boolean;
    }
  | {
      readonly kind: 'search';
      readonly name?: string;
      readonly text?: string;
      readonly order?: number;
      readonly deleted?: boolean;
    };
