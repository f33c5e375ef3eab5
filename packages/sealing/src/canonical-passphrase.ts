/**
 * The form in which a passphrase counts, when it is chosen and each time it is typed. It takes out what keyboards put in
 * by themselves or cannot type, and nothing that a person means: how letters are composed, capitals, which of I, ı, İ and i
 * (Turkish keyboards have four), marks above and below letters (ş and s, ü and u, ӣ and и, ё and е), the letters that an
 * English or Russian keyboard lacks (ə, ғ, қ, ҳ, ҷ), quotes and dashes that were made "smart", characters without
 * width, and spaces doubled or at the ends. Strength is measured on this form, so nothing that is lost here was counted.
 */
const LACKING: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч' };

export function canonicalPassphrase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[əığқҳҷғ]/gu, (letter) => LACKING[letter] ?? letter)
    .replace(/[‘’‚‛ʼ`´′]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFKC');
}
