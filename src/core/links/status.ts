import type { LinkStatus } from './link.ts';

/**
 * What the sentence around an address says of it. Promises are common (3 % of abstracts), and a repository that a paper
 * merely uses is not its own. Where the sentence says nothing, the link counts as released: authors put their own links.
 */

const ARTEFACT_VERB =
  '(?:released?|available|open[- ]?sourced?|public(?:ly)?|published|shared|uploaded|made|provided|posted|updated|hosted|found|accessible|online)';

const PROMISE = new RegExp(
  `\\b(?:will|shall|would)\\s+(?:soon\\s+|also\\s+|all\\s+|later\\s+|then\\s+|fully\\s+|gradually\\s+)?(?:be\\s+)?(?:(?:soon|made|fully|publicly|freely|openly|gradually|continuously|progressively|further|eventually)\\s+){0,3}(?:${ARTEFACT_VERB}|releas\\w+|open[- ]?sourc\\w+|appear|come|publish|share|provide|upload|make)\\b` +
    `|\\bto be (?:released|published|open[- ]?sourced|made|available|announced)\\b|\\b(?:coming|available|released|out|here)\\s+soon\\b|\\bplan(?:s|ning)? to (?:release|open|publish|make|share)` +
    `|\\b(?:up)?on (?:acceptance|publication)\\b|\\bafter (?:acceptance|publication|the review|peer review)\\b|\\bonce (?:accepted|published|the paper)`,
  'i',
);

const PROMISE_AFTER =
  /^[\s).,;]*(?:soon\b|upon\b|after\s+(?:acceptance|publication|review|the)|once\b|\(?(?:coming|to be|will be)\b)/i;

const OWN =
  /\b(?:our|we (?:release|open|make|provide|publish|share)|available|released?|open[- ]?sourced?|accessible|project (?:page|web ?site)|home ?page|source code|can be (?:found|accessed|downloaded)|is (?:at|here|on)|codes?(?: is| are)?:?|github|repository:?|demo:?|data:?|dataset:?|website:?)[^.]{0,60}$/i;

const OTHERS =
  /\b(?:(?:based|built|building|builds) (?:up)?on|implemented (?:in|with|on top of|using)|adapted from|extend(?:s|ing)|fork(?:ed)? (?:of|from)|relies on|(?:using|use|uses|used|via|with) (?:the )?[\w -]{0,40}?(?:library|package|framework|toolkit|toolbox|simulator|implementation|tool|code|template|engine|platform)|(?:such as|e\.g\.,?|like|compared (?:to|with)|originally|taken from|derived from|provided by|thanks to))[^.]{0,80}$/i;

/**
 * @param before the sentence up to the address, at most some 200 characters
 * @param after what follows the address in the same sentence
 */
export function statusOf(before: string, after: string): LinkStatus {
  if (PROMISE.test(before) || PROMISE_AFTER.test(after) || PROMISE.test(after.slice(0, 60))) return 'promised';
  return OTHERS.test(before) && !OWN.test(before) ? 'third-party' : 'released';
}
