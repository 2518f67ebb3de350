import type { CalendarDay } from '../core/calendar-day.ts';
import type { SiteInfo } from './catalogue.ts';
import type { Mention } from './mention.ts';

/** A listing that the person opened, in one of our digest formats, ready for core/digest. */
export interface PageDigest {
  /** Same key, same listing: a later visit replaces it. E.g. `arxiv:/list/cs.LG/new 2026-11-20`. */
  readonly key: string;
  /** For people: "arXiv cs.LG, new". */
  readonly name: string;
  readonly format: 'hf-json' | 'jsonl';
  readonly text: string;
  /** The day the listing itself states; never the time of the visit. */
  readonly captured?: CalendarDay;
}

/** The adapter for one web site: page in, mentions out. Pure reading: no writes, no listeners, no network. */
export interface Site {
  readonly info: SiteInfo;
  /** Real addresses of the kinds of page it knows. */
  readonly testUrls: readonly string[];
  /** Papers on this page in page order; empty where there are none. */
  mentions(doc: Document, url: URL): readonly Mention[];
  /** Hrefs of paper links, as wide as can be, to notice a redesign: five or more of them with no mention means "this site changed". */
  paperLinks(doc: Document): number;
  /** The page as a digest where it is a listing worth keeping. */
  digest?(doc: Document, url: URL): PageDigest | undefined;
  /** The same in steps of a few milliseconds, where a page can be so long that reading it at once would be felt. */
  digestSteps?(doc: Document, url: URL): Generator<undefined, PageDigest | undefined>;
  /** The site's own word on its theme; undefined: measure the background. */
  theme?(doc: Document): 'light' | 'dark' | undefined;
  /** Inline custom properties for hosts on this kind of page, by VISUAL.md 6: `--sch-y`, `--sch-radius`, `--sch-margin`. */
  look(url: URL): Readonly<Record<`--sch-${string}`, string>>;
}

/** Runs all steps at once. */
export function inOneGo<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export const defineSite = (site: Site): Site => site;
