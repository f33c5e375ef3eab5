import type { Language } from './language.ts';
import type { MessageValue } from './message-runtime.ts';

/** Every message of one language by its key; one with arguments is a function. */
export type Messages = Readonly<
  Record<string, string | ((values: Readonly<Record<string, MessageValue>>) => MessageValue)>
>;

/** Everything of one language. */
export async function loadMessages(language: Language): Promise<Messages> {
  const [words, labels] = await Promise.all([loadWords(language), loadLabels(language)]);
  return { ...words, ...labels };
}

/** What the pages say in one language, without the names of codes, kinds and places. */
export async function loadWords(language: Language): Promise<Messages> {
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

/** The names of codes, kinds and places in one language: most of the weight, and not needed to sign in. */
export async function loadLabels(language: Language): Promise<Messages> {
  switch (language) {
    case 'az':
      return (await import('./gen/labels.az.gen.ts')).messages;
    case 'ru':
      return (await import('./gen/labels.ru.gen.ts')).messages;
    case 'en':
      return (await import('./gen/labels.en.gen.ts')).messages;
    case 'tg':
      return (await import('./gen/labels.tg.gen.ts')).messages;
  }
}
