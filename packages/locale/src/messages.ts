import type { Language } from './language.ts';
import type { MessageValue } from './message-runtime.ts';

/** Every message of one language by its key; one with arguments is a function. */
export type Messages = Readonly<
  Record<string, string | ((values: Readonly<Record<string, MessageValue>>) => MessageValue)>
>;

/** Everything of one language. */
export async function loadMessages(language: Language): Promise<Messages> {
  const [words, inner] = await Promise.all([loadWords(language), loadInnerWords(language)]);
  return { ...words, ...inner };
}

/** What the pages say in one language up to the sign-in, and what stands on all of them. */
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

/** The words of the pages behind the sign-in, and the names of codes, kinds and places: most of the weight. */
export async function loadInnerWords(language: Language): Promise<Messages> {
  switch (language) {
    case 'az':
      return (await import('./gen/inner.az.gen.ts')).messages;
    case 'ru':
      return (await import('./gen/inner.ru.gen.ts')).messages;
    case 'en':
      return (await import('./gen/inner.en.gen.ts')).messages;
    case 'tg':
      return (await import('./gen/inner.tg.gen.ts')).messages;
  }
}

/** The words of the public pages. */
export async function loadVisitorWords(language: Language): Promise<Messages> {
  switch (language) {
    case 'az':
      return (await import('./gen/visitors.az.gen.ts')).messages;
    case 'ru':
      return (await import('./gen/visitors.ru.gen.ts')).messages;
    case 'en':
      return (await import('./gen/visitors.en.gen.ts')).messages;
    case 'tg':
      return (await import('./gen/visitors.tg.gen.ts')).messages;
  }
}
