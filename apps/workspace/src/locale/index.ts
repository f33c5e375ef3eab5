import {
  createTranslator,
  isLanguage,
  type Language,
  type LabelNamespace,
  loadLabels,
  loadWords,
  type MessageKey,
  type Messages,
  type MessageParameters,
  type Translator,
} from '@dayaq/locale';
import { computed, signal } from '@preact/signals';

/** Neutral on purpose: it is the one thing kept in the open, and says no more than that somebody reads Tajik. */
const KEPT_AS = 'language';

/** Words of the chosen language. Reading it in a component makes the component follow a switch, without remounting. */
export const translator = signal<Translator>(createTranslator('en', {}));
export const language = computed<Language>(() => translator.value.language);

export function t<K extends MessageKey>(key: K, ...values: MessageParameters<K>): string {
  return translator.value.t(key, ...values);
}

/** The name of a code, kind, field or area. */
export function label(namespace: LabelNamespace, ...path: readonly [string, ...string[]]): string {
  return translator.value.label(namespace, ...path);
}

/** Switches; what was typed stays, because nothing is mounted anew. */
export async function setLanguage(wanted: Language): Promise<void> {
  const [words, labels] = await Promise.all([loadWords(wanted), loadLabels(wanted)]);
  use(wanted, { ...words, ...labels });
  try {
    localStorage.setItem(KEPT_AS, wanted);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function use(wanted: Language, messages: Messages): void {
  translator.value = createTranslator(wanted, messages);
  document.documentElement.lang = wanted;
}

/**
 * The language used last on this device, else the browser's, else Azerbaijani. It resolves when the pages' words are
 * there; names of codes and places follow behind, because signing in needs none.
 */
export async function startLanguage(): Promise<void> {
  const wanted = keptLanguage() ?? browserLanguage() ?? 'az';
  const words = await loadWords(wanted);
  use(wanted, words);
  void loadLabels(wanted).then((labels) => {
    // Somebody may have switched meanwhile.
    if (language.value === wanted) use(wanted, { ...words, ...labels });
  });
}

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

function browserLanguage(): Language | null {
  for (const wish of navigator.languages) {
    const short = wish.slice(0, 2).toLowerCase();
    if (isLanguage(short)) return short;
  }
  return null;
}
