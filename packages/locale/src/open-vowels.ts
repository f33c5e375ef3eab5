const A = 0x61;
const E = 0x65;

/** Every run of a and e in a folded word as one `vowel`: ə may be either. */
export function allVowels(word: string, vowel: 'a' | 'e'): string {
  let result = '';
  let done = 0;
  let inRun = false;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const open = code === A || code === E;
    if (open && !inRun) result += word.slice(done, at) + vowel;
    if (open) done = at + 1;
    inRun = open;
  }
  return done === 0 ? word : result + word.slice(done);
}
