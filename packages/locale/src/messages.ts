import type { Language } from './language.ts';
import type { MessageValue } from './message-runtime.ts';

/** Every message of one language by its key; one with arguments is a function. */
export type Messages = Readonly<
  Record<string, string | ((values: Readonly<Record<string, MessageValue>>) => MessageValue)>
>;

/** Fetches one language; a page downloads only the languages it shows. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'az':
      return (await import('./gen/messages.az.gen.ts')).messages;
    case 'ru':
      return (await import('./gen/messages.ru.gen.ts')).messages;
    case 'en':
      return (await import('./gen/messages.en.gen.ts')).messages;
    case 'tg':
      return (await import('./gen/messages.tg.gen.ts')).messages;
  }
}
