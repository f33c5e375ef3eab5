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
  /** Surveys and calls that are asked at this door: of each the SHA-256 of what `writeSurvey` wrote, in base64url, and its title by language. */
  readonly surveys?: readonly NoticedSurvey[];
  /** What feedback is asked for: services of ours, and actions of plans. */
  readonly subjects?: readonly NoticedSubject[];
  /** To whom people can turn about harm that one of us did. */
  readonly outside?: OutsideBody;
  /** While very many letters come, the device of whoever writes works a while for each. */
  readonly worksInFlood?: true;
  /** Whose next letters need none: who had a reply that gave what this is the hash of. */
  readonly pass?: NoticedPass;
}

/** Of which epoch's key it is, and `letterPassHash` of it in base64url. */
export interface NoticedPass {
  readonly epoch: number;
  readonly hash: string;
}

/** A body that is not part of us, as we named it beforehand. It has no page of ours: it is reached as it says itself. */
export interface OutsideBody {
  readonly name: string;
  /** A telephone, an address, a page. */
  readonly reach: string;
  /** Days within which it answers, as it promised us. */
  readonly days: number;
  /** What one can do where it does not, by language; may be empty. */
  readonly otherwise: Readonly<Record<string, string>>;
}

/** Something that a letter may be about, as visitors choose it. */
export interface NoticedSubject {
  readonly is: (typeof SUBJECTS)[number];
  /** Of its record in our directory or plan; random, and says nothing by itself. */
  readonly record: string;
  readonly title: Readonly<Record<string, string>>;
}

const SUBJECTS = ['service', 'commitment'] as const;

export interface NoticedSurvey {
  readonly hash: string;
  readonly title: Readonly<Record<string, string>>;
  /** Of an open call: its last day, YYYY-MM-DD. */
  readonly until?: string;
}

/** Characters, days, and how many. */
export const NOTICE_LIMITS = {
  name: 120,
  about: 1200,
  phone: 40,
  hours: 200,
  answerDays: 60,
  surveys: 12,
  subjects: 24,
  subject: 120,
  outside: 120,
  reach: 200,
  otherwise: 300,
  outsideDays: 90,
  /** Of all of it, written. */
  bytes: 16_384,
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
    const { hash, title, until } = each as Record<string, unknown>;
    const words = byLanguage(title, languages, NOTICE_LIMITS.title);
    if (words === null || !fits(hash, 43) || !/^[\w-]{43}$/.test(hash)) return null;
    if (until !== undefined && (!fits(until, 10) || !/^\d{4}-\d{2}-\d{2}$/.test(until))) return null;
    if (!found.some((known) => known.hash === hash))
      found.push({ hash, title: words, ...(until === undefined ? {} : { until }) });
  }
  return found;
}

/** None where a notice was written before there were any; null where what it has are none. */
function subjectsOf(value: unknown, languages: readonly string[]): NoticedSubject[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > NOTICE_LIMITS.subjects) return null;
  const found: NoticedSubject[] = [];
  for (const each of value as readonly unknown[]) {
    if (typeof each !== 'object' || each === null) return null;
    const { is, record, title } = each as Record<string, unknown>;
    const words = byLanguage(title, languages, NOTICE_LIMITS.subject);
    const kind = SUBJECTS.find((known) => known === is);
    if (words === null || kind === undefined || !fits(record, 22) || !/^[\w-]{22}$/.test(record)) return null;
    if (!found.some((known) => known.record === record)) found.push({ is: kind, record, title: words });
  }
  return found;
}

/** Undefined where none is named; null where what stands there is none. */
function outsideOf(value: unknown, languages: readonly string[]): OutsideBody | null | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return null;
  const { name, reach, days, otherwise } = value as Record<string, unknown>;
  const words = byLanguage(otherwise, languages, NOTICE_LIMITS.otherwise);
  if (words === null || !fits(name, NOTICE_LIMITS.outside) || !fits(reach, NOTICE_LIMITS.reach)) return null;
  // One that nobody can reach, or that promised nothing, is none.
  if (name.trim() === '' || reach.trim() === '') return null;
  if (typeof days !== 'number' || !Number.isInteger(days)) return null;
  if (days < 1 || days > NOTICE_LIMITS.outsideDays) return null;
  return { name, reach, days, otherwise: words };
}

/** Undefined where there is none; null where what stands there is none. */
function passOf(value: unknown): NoticedPass | null | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return null;
  const { epoch, hash } = value as Record<string, unknown>;
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch) || epoch < 1) return null;
  return fits(hash, 43) && /^[\w-]{43}$/.test(hash) ? { epoch, hash } : null;
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
  const {
    name,
    languages,
    about,
    phone,
    hours,
    dangerPhone,
    answerDays,
    surveys,
    subjects,
    outside,
    worksInFlood,
    pass,
  } = value as Record<string, unknown>;
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
  const named = subjectsOf(subjects, listed);
  const body = outsideOf(outside, listed);
  const given = passOf(pass);
  if (asked === null || named === null || body === null || given === null) return null;
  const notice = { name, languages: listed, about: aboutUs, phone, hours: whenOpen, dangerPhone, answerDays };
  return {
    ...notice,
    ...(asked.length === 0 ? {} : { surveys: asked }),
    ...(named.length === 0 ? {} : { subjects: named }),
    ...(body === undefined ? {} : { outside: body }),
    ...(worksInFlood === true ? { worksInFlood } : {}),
    ...(given === undefined ? {} : { pass: given }),
  };
}
