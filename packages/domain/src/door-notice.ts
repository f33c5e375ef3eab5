/** What visitors of an organisation's public page read. It is signed with the door, in the charter, and open to everybody. */
export interface DoorNotice {
  readonly name: string;
  /** In the order in which they are offered; the first is what a visitor sees who chose none. */
  readonly languages: readonly string[];
  /** Who we are, by language. */
  readonly about: Readonly<Record<string, string>>;
  readonly phone: string;
  /** When somebody answers, by language. */
  readonly hours: Readonly<Record<string, string>>;
  /** For whoever is in danger now: of ours or of others; empty where it is `phone`. */
  readonly dangerPhone: string;
  /** Days within which letters are answered. */
  readonly answerDays: number;
  /** Surveys that are asked at this door: of each the SHA-256 of what `writeSurvey` wrote, in base64url, and its title by language. */
  readonly surveys?: readonly NoticedSurvey[];
}

export interface NoticedSurvey {
  readonly hash: string;
  readonly title: Readonly<Record<string, string>>;
}

/** Characters, and days. */
export const NOTICE_LIMITS = {
  name: 120,
  about: 1200,
  phone: 40,
  hours: 200,
  answerDays: 60,
  surveys: 12,
  title: 300,
} as const;

const fits = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max;

function byLanguage(
  value: unknown,
  languages: readonly string[],
  max: number,
): Record<string, string> | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: Record<string, string> = {};
  for (const language of languages) {
    const words = (value as Record<string, unknown>)[language];
    if (!fits(words, max)) return null;
    found[language] = words;
  }
  return found;
}

/** None where a notice was written before there were any; null where what it has are none. */
function surveysOf(value: unknown, languages: readonly string[]): NoticedSurvey[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > NOTICE_LIMITS.surveys) return null;
  const found: NoticedSurvey[] = [];
  for (const each of value as readonly unknown[]) {
    if (typeof each !== 'object' || each === null) return null;
    const { hash, title } = each as Record<string, unknown>;
    const words = byLanguage(title, languages, NOTICE_LIMITS.title);
    if (words === null || !fits(hash, 43) || !/^[\w-]{43}$/.test(hash)) return null;
    if (!found.some((known) => known.hash === hash)) found.push({ hash, title: words });
  }
  return found;
}

export function writeNotice(notice: DoorNotice): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(notice));
}

/** Null where it is none, or has more than fits: a keyholder may have signed it with any program. */
export function readNotice(bytes: Uint8Array): DoorNotice | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { name, languages, about, phone, hours, dangerPhone, answerDays, surveys } = value as Record<
    string,
    unknown
  >;
  if (!Array.isArray(languages) || languages.length < 1 || languages.length > 8) return null;
  const listed = languages.filter((each): each is string => fits(each, 8) && /^[a-z]{2,3}$/.test(each));
  if (listed.length !== new Set(languages).size) return null;
  const [aboutUs, whenOpen] = [
    byLanguage(about, listed, NOTICE_LIMITS.about),
    byLanguage(hours, listed, NOTICE_LIMITS.hours),
  ];
  if (aboutUs === null || whenOpen === null) return null;
  if (!fits(name, NOTICE_LIMITS.name) || name === '') return null;
  if (!fits(phone, NOTICE_LIMITS.phone) || !fits(dangerPhone, NOTICE_LIMITS.phone)) return null;
  if (typeof answerDays !== 'number' || !Number.isInteger(answerDays)) return null;
  if (answerDays < 1 || answerDays > NOTICE_LIMITS.answerDays) return null;
  const asked = surveysOf(surveys, listed);
  if (asked === null) return null;
  const notice = { name, languages: listed, about: aboutUs, phone, hours: whenOpen, dangerPhone, answerDays };
  return asked.length === 0 ? notice : { ...notice, surveys: asked };
}
