/**
 * Azerbaijani suffixes follow the last vowel of the word before them, as it is said. Behind a value nobody knows it beforehand; behind a number in
 * order `selectordinal` does.
 */
const LETTERS = '[a-zəöüğışç]';
const BEHIND_VALUE = new RegExp(`^[-’']${LETTERS}+`, 'u');
const ORDER_IN_DIGITS = /(\d+)-(cı|ci|cu|cü)(?!\p{L})/gu;
const BY_LAST_DIGIT = ['cu', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'];
const BY_TENS = { 20: 'ci', 30: 'cu', 40: 'cı', 50: 'ci', 60: 'cı', 70: 'ci', 80: 'ci', 90: 'cı' };

/** @param {import('./catalogue.mjs').Catalogue} catalogue */
export function suffixProblems(catalogue) {
  const problems = [];
  for (const [key, { tokens }] of catalogue.messages.get('az')) {
    const complaint = wrongIn(tokens, false);
    if (complaint !== undefined) problems.push({ key, language: 'az', text: complaint });
  }
  return problems;
}

function wrongIn(tokens, inOrder) {
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (token.type === 'content') {
      const suffix = before === undefined || inOrder ? null : BEHIND_VALUE.exec(token.value);
      if (suffix !== null)
        return `puts "${suffix[0]}" behind a value whose vowel nobody knows: say it without, or by selectordinal`;
      for (const [whole, number, said] of token.value.matchAll(ORDER_IN_DIGITS))
        if (said !== orderSuffix(number)) return `says "${whole}": it is "${number}-${orderSuffix(number)}"`;
    }
    for (const one of token.cases ?? []) {
      const complaint = wrongIn(one.tokens, token.type === 'selectordinal');
      if (complaint !== undefined) return complaint;
    }
  }
  return undefined;
}

function orderSuffix(number) {
  if (/^0+$/.test(number)) return 'cı';
  if (number.endsWith('000')) return 'ci';
  if (number.endsWith('00')) return 'cü';
  return BY_TENS[number.slice(-2)] ?? BY_LAST_DIGIT[Number(number.at(-1))];
}
