import { createTranslator, isLanguage, type Language, loadVisitorWords } from '@dayaq/locale';

/** What is answered most, worded beforehand. Nothing in it says what the letter was about. */
export const READY_REPLIES = ['read', 'ask', 'reach', 'danger', 'offer', 'notOurs', 'done'] as const;
export type ReadyReply = (typeof READY_REPLIES)[number];

/** The words of one in the language in which somebody wrote; in ours where they say none that we speak. */
export async function readyReply(which: ReadyReply, wrote: string, ours: Language): Promise<string> {
  const spoken = isLanguage(wrote) ? wrote : ours;
  return createTranslator(spoken, await loadVisitorWords(spoken)).t(`visitors.reply.${which}`);
}

/** A ready reply behind what is typed already: choosing one loses no word, and takes the place of the one that was chosen before. */
export function withReady(typed: string, ready: string, before: string): string {
  const own =
    before !== '' && typed.trimEnd().endsWith(before) ? typed.trimEnd().slice(0, -before.length) : typed;
  return own.trim() === '' ? ready : `${own.trimEnd()}\n\n${ready}`;
}
