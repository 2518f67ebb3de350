import { fold } from './fold.ts';

/** Titles that many works share. Gathered from the pairs of equal titles in arXiv and the ACL Anthology (bench/quality/title-matches). */

/** A title of these words alone says nothing. */
const ALONE = new Set(
  (
    'preface|prefaces|foreword|introduction|front matter|back matter|index|contents|table of contents|withdrawn|retracted|' +
    'editorial|discussion|conclusion|conclusions|concluding remarks|acknowledgements|acknowledgments|abstract|abstracts|' +
    'erratum|errata|corrigendum|correction|appendix|bibliography|references|committees|organizers|program|programme|untitled|' +
    'no title|title|na|n a|none|title page|copyright|message|welcome|keynote|invited talk|invited talks|panel|review|reply|comment|' +
    'rejoinder|book review|book reviews|letters|obituary|in memoriam|news|announcements|advertisement|advertisements|presentation|' +
    'personal notes|publications received|books received|briefly noted|calendar|list of participants|opening remarks|' +
    'closing remarks|summation by chairman|no english translation available'
  ).split('|'),
);

const BEGINS = new RegExp(
  '^(?:' +
    'preface|foreword|front ?matter|back ?matter|editorial (?:board|note|introduction|preface)|erratum|errata|corrigendum|' +
    'proceedings of|introduction to the (?:special|proceedings|volume|workshop|journal)|message from|welcome to the|' +
    '(?:author|subject|author and subject) index|table of contents|publications received|books received|briefly noted|' +
    'abstracts of current literature|guidelines for submissions?|instructions (?:for|to) authors|calls? for (?:papers|participation)|' +
    'biographical notes|list of (?:participants|reviewers|contributors|questions)|letters? to the editor|' +
    'program of the|appendix [a-z0-9]|(?:session|panel|track|day) (?:[0-9]{1,3}|[ivx]{1,5})|the finite string|' +
    '(?:this|the) (?:paper|article|submission|manuscript) (?:has been|is|was) (?:withdrawn|retracted|removed)' +
    ')(?: |$)',
);
/** Before punctuation goes: "Withdrawn: …" but not "Retracted articles in citation graphs". */
const MARKED = /^\W{0,3}(?:withdrawn|retracted|retraction)\s{0,3}[:)\]–—-]/i;
const ENDS = / (?:preface|foreword|front ?matter|editorial|proceedings|author index|withdrawn|retracted|newsletter)$/;

/** Titles that never decide what a paper is: "Preface", "Proceedings of …", "Session 3", "This paper has been withdrawn". */
export function isStopTitle(title: string): boolean {
  const plain = fold(title.slice(0, 400))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return MARKED.test(title) || ALONE.has(plain) || BEGINS.test(plain) || ENDS.test(plain.slice(-60));
}
