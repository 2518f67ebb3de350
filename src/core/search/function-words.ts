/**
 * Words that only hold others together. They help to rank titles but are never asked for, and abstracts and notes are kept without them:
 * that is two fifths of their words, and nobody looks for them there.
 */
const WORDS = `a an and are as at be been being but by can could did do does for from had has have having he her his how i if in into is it
its may might must nor not of on onto or our ours over shall she should so such than that the their them then there these they this those
through to toward towards under upon us using via was we were what when where whether which while who whom whose why will with within
without would you your`;

const FUNCTION_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/));

/** @param word folded */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
