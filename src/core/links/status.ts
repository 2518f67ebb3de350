import type { LinkStatus } from './link.ts';

/**
 * What the sentence around an address says of it. Promises are common (a tenth of repository links), and what a paper
 * merely builds on is not its own. Where the sentence says nothing, the link counts as released: authors give their own links.
 */

const ADVERBS =
  '(?:(?:also|all|soon|later|then|fully|made|publicly|freely|openly|gradually|progressively|eventually|further|be|become|shortly|available)\\s+){0,5}';
/** What is done to artefacts, with the misspellings of "available" that occur. "Updated" and "maintained" are no promise: it exists. */
const GIVEN =
  '(?:releas\\w*|a[vb]\\w{0,3}[il]\\w{0,3}able|open(?:[- ]?sourc\\w*|\\w*)|public\\w*|shar(?:ed?|ing)|upload\\w*|provid\\w*|post\\w*|host\\w*|found|access\\w*|online|ready|added|organi[sz]ed|download\\w*|at|in|on|via|under)';

const PROMISE = new RegExp(
  `\\b(?:will|shall)\\s+${ADVERBS}${GIVEN}(?![\\w-])` +
    '|\\b(?:will|shall) (?:be )?(?:publish(?:ed)?|ma[dk]e)\\b(?=[^.]{0,80}\\b(?:code|data\\w*|models?|weights|public\\w*|available|open)\\b)' +
    '|\\b(?:code|data\\w*|models?|weights|benchmark|implementation)\\b[^.]{0,40}\\bwill be published\\b' +
    '|\\bto be (?:released|open[- ]?sourced|made (?:public|available)|announced|uploaded)\\b' +
    '|\\b(?:coming|available|released|out|here|public) soon\\b' +
    '|\\bplan(?:s|ning)? to (?:release|open|publish|make|share)' +
    '|\\b(?:up)?on (?:acceptance|publication)\\b|\\bafter (?:acceptance|publication|(?:the |peer[ -])review)|\\bonce (?:accepted|published|the paper)',
  'i',
);

/** Said after the address: "… upon acceptance", "…) soon". */
const PROMISE_AFTER =
  /^[\s)\]}.,;]*(?:soon\b|(?:up)?on (?:acceptance|publication)|after (?:acceptance|publication|(?:the |peer[ -])review)|once (?:accepted|published|the)|\(?(?:coming soon|to be (?:released|made|updated)))/i;

/** The paper's own things being given away, close before the address. */
const OWN =
  /\b(?:our|ours|available|releas\w+|open[- ]?sourc\w+|accessible|project|home ?page|source codes?|found|codes?|repository|demo|data\w*|website|see|visit|at|here|resources?|models?|weights|benchmark|checkpoints?|implementation)\b[^.]{0,25}$/i;

/** A thing of others with its address in brackets: "built on the Foo library (https://…". */
const NAMED_IN_BRACKETS =
  /\b(?:(?:based|built|building|builds|relies|rely) (?:up)?on|implemented (?:in|with|using|on top of)|adapted from|extends?|extending|fork(?:ed)? (?:of|from)|using|leverag\w+|adopted by|such as|subset of|taken from|derived from|provided by|powered by|integrated (?:in|with|into))\b[^.()]{1,80}\(\s*$/i;
/** "code based on https://…" */
const DIRECTLY =
  /\b(?:based (?:up)?on|built (?:up)?on|adapted from|fork(?:ed)? (?:of|from)|modified from|taken from|thanks to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$/i;

/**
 * @param before the sentence up to the address, at most some 200 characters
 * @param after what follows the address in the same sentence
 */
export function statusOf(before: string, after: string): LinkStatus {
  if (PROMISE.test(before) || PROMISE_AFTER.test(after) || PROMISE.test(after.slice(0, 60))) return 'promised';
  if (DIRECTLY.test(before)) return 'third-party';
  const named = NAMED_IN_BRACKETS.exec(before);
  return named !== null && !OWN.test(named[0].replace(/^\w+ /, '')) ? 'third-party' : 'released';
}
