/**
 * A long account in parts that each fit a field: cut between paragraphs where that leaves a part at least half full,
 * else between words, else anywhere. Joined again, the parts are the text.
 */
export function splitWords(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max);
    const paragraph = head.lastIndexOf('\n') + 1;
    const word = head.lastIndexOf(' ') + 1;
    const cut = paragraph >= max / 2 ? paragraph : word >= max / 2 ? word : wholeSigns(head);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Not between the two halves of one sign beyond the basic plane. */
function wholeSigns(head: string): number {
  const last = head.charCodeAt(head.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? head.length - 1 : head.length;
}

/** The first sentence, shortened between words: what a list shows of an account. */
export function firstSentence(text: string, max: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const end = plain.search(/[.!?…](\s|$)/);
  const sentence = end < 0 ? plain : plain.slice(0, end + 1);
  if (sentence.length <= max) return sentence;
  const cut = sentence.slice(0, max - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > max / 2 ? cut.slice(0, word) : cut.slice(0, wholeSigns(cut))).trimEnd()}…`;
}
