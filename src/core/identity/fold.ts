/** Letters without their dress, so that "Erdős" and "Erdos", "ﬁne" and "fine", "β" and "beta" compare equal. */

/** Latin letters that NFKD does not take apart, and Greek ones by the name that TeX and plain text give them. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'ø o ł l đ d ð d ħ h ŧ t ß ss æ ae œ oe ı i þ th ŋ n ' +
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ο omicron ' +
    'π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ∂ partial ∇ nabla'
  )
    .match(/\S+ \S+/g)
    ?.map((pair): [string, string] => {
      const [letter = '', name = ''] = pair.split(' ');
      return [letter, name];
    }) ?? [],
);
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/**
 * Lower case, compatibility forms resolved (NFKD), the accents of Latin, Greek and Cyrillic dropped, other scripts' marks
 * kept (they are vowels there). Word breaks and punctuation stay.
 */
export function fold(text: string): string {
  // ASCII alone, for speed: nine titles of ten need no more
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '');
  return plain.replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter);
}
