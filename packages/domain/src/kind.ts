/**
 * What a kind is, as data. From one definition come validation, local tables and search, forms and lists, import and
 * export, field-level sharing, statistics and release. Adding a kind needs a file in `kinds/` and a line in the registry.
 */

/** How much a field tells about who somebody is. */
export type Sensitivity = 'identifying' | 'sensitive' | 'ordinary';
/** Whether a field may ever be released to the public. */
export type Release = 'never' | 'after-review' | 'free';

/** In what a number is counted: each has its word in every language. `oclock`: a full hour of the day. `year`: no number
 * of anything, but a year by itself. */
export const UNITS = ['oclock', 'year', 'minutes', 'hours', 'days', 'years', 'times', 'persons'] as const;
export type Unit = (typeof UNITS)[number];

export type FieldType =
  | { is: 'text' /** Several lines. */; long?: boolean /** Characters. */; max: number }
  /** `without`: codes of the list that this field does not offer, as they cannot be meant there. */
  | { is: 'code'; list: string; without?: readonly string[] }
  | { is: 'codes'; list: string; max?: number }
  /** A `FuzzyDate`. `ours`: of our own work, which we know to the day; others are remembered by people. */
  | { is: 'date'; ours?: true }
  /** A `Place`. */
  | { is: 'place' }
  /** A `Moment`: milliseconds since 1970, set by the program, not typed. */
  | { is: 'moment' }
  | { is: 'number'; min: number; max: number; integer: boolean; unit?: Unit }
  /** A `Money`. */
  | { is: 'money' }
  /** yes / no / unknown / prefers not to say: the code list `answer`. */
  | { is: 'answer' }
  | { is: 'flag' }
  /** Record id of another record of the same dossier (or a member's account id for `member`). */
  | { is: 'reference'; kind: string }
  | { is: 'references'; kind: string }
  /** Id of what stands in another place: a dossier, or a record in one, or an account. */
  | { is: 'link'; to: LinkTarget }
  /** A set of such ids: two people who each add one keep both. `bound`: the number of the same record that says how many at most. */
  | { is: 'links'; to: LinkTarget; bound?: string }
  /** Account id of a member of the space. */
  | { is: 'member' }
  /** A `SealedFile`: where the blob is and how to open it. */
  | { is: 'blob' }
  /** A `ChosenFields`: of which records of the dossier which fields are meant. */
  | { is: 'fields' };

/**
 * Where a link may lead: a record of its own `dossier`; a dossier of the same `space`, also one that an introduced
 * organisation shares with it, or a record in one; a provider of the `directory` or a record of it; an introduced
 * organisation itself (`peer`); somebody of the same organisation (`account`).
 */
export type Reach = 'dossier' | 'space' | 'directory' | 'peer' | 'account';
export interface LinkTarget {
  reach: readonly Reach[];
  /** Kinds of the records that it may name. Empty: of any, or what it names is no record. */
  kinds: readonly string[];
}

/** A date as people know it. `day` is YYYY, YYYY-MM or YYYY-MM-DD: its length is its precision. */
export interface FuzzyDate {
  day: string;
  about?: boolean;
  /** End of a period, same forms. */
  until?: string;
}
export interface Place {
  /** Admin area code of the country pack, e.g. `az-baku`; or `unknown`, `prefers-not`. */
  area: string;
  /** Own words; never needed. */
  detail?: string;
}
export interface Money {
  /** In the currency's smallest unit. */
  minor: number;
  currency: string;
}
/** Record of the same dossier → names of its fields. */
export type ChosenFields = Readonly<Record<string, readonly string[]>>;
export interface SealedFile {
  blob: string;
  /** base64url of the blob's key. */
  key: string;
  /** Bytes before sealing. */
  size: number;
  name: string;
  mediaType: string;
  /** Hex SHA-256 of the bytes before sealing. */
  sha256: string;
}

export interface Field<Name extends string = string> {
  name: Name;
  type: FieldType;
  sensitivity: Sensitivity;
  /** May a referral carry it. */
  share: boolean;
  /**
   * With which part of what a person can agree to pass on (code of the list `shared-parts`) it goes: nothing that somebody who
   * heard the part's words read aloud would not expect. Without one it never leaves the case by a referral, whatever `share`
   * says. `<field>Other` goes with its field.
   */
  part?: string;
  release: Release;
  /** A flag of the same record by which people keep this field from leaving, whatever `release` says. */
  heldBackBy?: string;
  required?: boolean;
  /** Required where another field of the record has one of these codes. */
  requiredWhen?: { field: string; in: readonly string[] };
  /** Required, but where this other field says it instead. */
  requiredUnless?: string;
  /** Set by the program: no form asks people for it. */
  byProgram?: true;
  /** Shown only when another field of the record has one of these codes. */
  when?: { field: string; in: readonly string[] };
  /** Who wrote it matters as much as what it says: lists carry who signed its last change. */
  signed?: true;
  /** Of a signed field: a judgement of what somebody wrote. From whoever made the record alone it does not count. */
  byAnother?: true;
  /**
   * It says that somebody is in danger, or what was done about it: whoever wrote it goes along, as what they had seen decides
   * which of the two is an answer to the other.
   */
  weighs?: 'danger' | 'deed';
  /**
   * What is heard of two answers while nobody has decided: of versions of one record that did not know of each other, and of two
   * records of one person or thing that become one. `least`: what it allows is allowed only by both; of numbers the lower,
   * of days the sooner. `most`: what it forbids or fears, either does; of numbers the higher, of days the later. Codes: those that
   * are feared or forbid, the last of them most. `all`: the words of both records, where there is room for them; of versions one. Without it one version stands
   * for both; of two records the one that goes on keeps its own, and lists are put together.
   */
  joins?: 'least' | 'most' | 'all' | readonly string[];
  /** Whoever this field of the same record names, or ever named, may not write it, nor delete the record: another must. */
  notBy?: string;
  /** Once one of these fields of the same record names somebody, only those whom they name, or ever named, may write it. */
  onlyBy?: readonly string[];
  /** Said once: its first writing in the log counts, and whoever writes it again, the same words too, oversteps. */
  once?: true;
  /**
   * Its first writing in the log counts, and what else is written over it counts for nothing. That is held against nobody. Several
   * devices may write the same of what they open: that stands beside the first, as what it is.
   */
  fixed?: true;
  /**
   * By a code of this field, which answers of the same record it says no to: the no holds, and the other is no way to act
   * until people have said which of the two is meant.
   */
  rulesOut?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** A recipient of a hand-over may set it: everything else in it is its giver's. */
  answer?: true;
  /**
   * A link whose target others than those who read this end may read: nothing there, and nothing given along with it, may
   * ever lead back here. Only a device that holds this end knows the way.
   */
  oneWay?: true;
  /**
   * The link field of the same record that leads to what this text is the name of: forms offer whom it may mean, and set both.
   * Where nothing is linked, the text stands for itself.
   */
  names?: string;
  /** Text that search finds. Default: every `text` field is searched. */
  search?: false;
}

/**
 * Who may write records of a kind; a kind that says nothing is every writing member's. `keyholders`: nobody else.
 * `account`: whose account's id is the record's id, and keyholders, who may correct it. `beginner`: whoever began the record.
 * `letter-readers`: whom an open public door has named as a reader of what comes through it.
 */
export type Writers = 'keyholders' | 'account' | 'beginner' | 'letter-readers';

/**
 * By which codes, places or members a list of dossiers is filtered and counted, and search finds them by those words. A
 * place counts for all that hold it, a second-level code for its first level too.
 */
export type Facet<Name extends string = string> = OwnFacet<Name> | PartFacet;
interface OwnFacet<Name extends string> {
  /** Saved lists carry it: it never changes. */
  name: string;
  /** Of the root. */
  field: Name;
  of?: undefined;
  /** Worked out by this rule of the card, in codes of the field: no single record says it. */
  by?: 'offers';
}
/** Made by `facetOf`. */
export interface PartFacet {
  name: string;
  by?: undefined;
  /** Of every record of this kind inside. */
  of: string;
  field: string;
  /** Only of records in which another field has this code. */
  where?: { field: string; is: string };
  /** A field of the root that counts where none of them says anything: what was once said of the whole. */
  orOwn?: string;
}

/** What a list can be ordered by. `day`: `Card.day`. `due`: the nearest open task. */
export type Order = 'updated' | 'due' | 'day' | 'title';

/** How a dossier, or a record inside one, stands in lists. */
export interface CardOf<Name extends string = string> {
  /** Fields that tell of it below its title. */
  line: readonly Name[];
  /** The field that dates it; without one it is dated by when it was made. */
  day?: Name;
  /** Of root kinds; the first is what a list begins with. */
  orders?: readonly { by: Order; descending: boolean }[];
  facets?: readonly Facet<Name>[];
  /**
   * Rules over all its records that have a say in its card: what is to be done, how dangerous it stands; what its services
   * offer, which may also be asked of a list (`OfferAsk`), and where it stands among the others.
   */
  rules?: readonly ('tasks' | 'danger' | 'silent' | 'offers')[];
}

/** Which fields of a record stand in its entry of a story, and how. */
export interface Entry<Name extends string = string> {
  /** Says in a word what it was. */
  title: readonly Name[];
  /** The name of the kind stands before the title, which alone would not say what it is. */
  named?: true;
  /** The account, in whole paragraphs. */
  account: readonly Name[];
  /** Short facts under it, each with its field's name. */
  facts: readonly Name[];
  /** Short facts that speak for themselves, joined by dots beside the date. */
  aside: readonly Name[];
}

/** How a record stands in a story. */
export interface Story<Name extends string = string> {
  /** What was done to somebody, what we do, or neither. */
  tone: 'harm' | 'ours' | 'plain';
  /** Fields that date it, the surest first. */
  dated: readonly Name[];
  /**
   * It is still to come until it is dated by `until`, where it is dated by `by` (which dates it only so long), unless another
   * field has one of these codes.
   */
  ahead?: { until?: Name; by?: Name; unless?: { field: Name; in: readonly string[] } };
  /** It is told once one of these is filled in. */
  told?: readonly Name[];
  entry: Entry<Name>;
}

/** What one of a thing is in a figure. `victims` are those persons to whom something was done, and groups beside them. */
export const COUNT_UNITS = ['cases', 'persons', 'victims', 'acts'] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

/** How records of a kind are counted, and others are counted by what they say: by its `counted` codes, answers and places. */
export interface Counts<Name extends string = string> {
  /** What each of its records is. Without it others are counted by it, and it is not counted itself. */
  as?: Exclude<CountUnit, 'victims'>;
  /** The field that dates it. */
  day?: Name;
  /** The field that says where. */
  place?: Name;
  /** Only records in which this field has one of these codes are counted as what `as` says. */
  only?: { field: Name; in: readonly string[] };
  /** Of a field of several codes: the one that says as which of them the record is counted where each is counted once. */
  one?: Readonly<Partial<Record<Name, Name>>>;
  /** People whom nobody named: how many, and how sure that is (list `number-certainty`). */
  group?: { number: Name; certainty: Name };
  /** Who else than people of the dossier it was done to: where it says so, a lone client whom nobody named is not meant. */
  others?: Name;
  /** It goes on in the one that this link names, and is counted there. */
  into?: Name;
  /** Links to the same one in other dossiers. */
  same?: Name;
  /** Words by which it is known to be the same in several dossiers: of a body, never of a person. */
  named?: Name;
}

export interface Kind<Name extends string = string> {
  kind: string;
  /** `root` kinds head a dossier (the root record's id is the dossier's id); others live inside one. */
  level: 'root' | 'part';
  fields: readonly Field<Name>[];
  /** Names of the fields that title the record, in order of preference. */
  title: readonly NoInfer<Name>[];
  /** Fields that stand behind the title where others name the record, as far as they say something: an office, and which. */
  titleMore?: readonly NoInfer<Name>[];
  /** What titles the record for a reader of a language, before `title`. */
  titleIn?: Readonly<Partial<Record<Language, NoInfer<Name>>>>;
  /** How its records stand in the story of their dossier; without it they stand in history alone. */
  story?: Story<NoInfer<Name>>;
  /** Every root kind has one; of other kinds those that search finds by themselves, which are `listed` too. */
  card?: CardOf<NoInfer<Name>>;
  /**
   * Fields that are asked or shown together, in that order, by what they are together: the head of a case, what is asked of a
   * threat first. `rewritten`: once a record is there, people change only these; what it was made of stands as it was.
   * `stamps`: who and when, set by the program beside what a person did.
   */
  groups?: Readonly<Record<string, readonly NoInfer<Name>[]>>;
  /** Fields that a thing to do about a record shows beside its title: how much, for whom, since when. */
  due?: readonly NoInfer<Name>[];
  /**
   * Records of the kind are also looked at across dossiers ("what is due", "which costs wait"), so a device keeps a
   * list of them beside the cards.
   */
  listed?: true;
  /**
   * Fields that say about what a record is: one whose author had seen another about the same takes its place. Without it
   * each record stands for itself.
   */
  replaces?: readonly NoInfer<Name>[];
  /**
   * Who holds it, until one of these is filled in, or has one of these codes. What somebody held and ended stays theirs.
   */
  held?: { by: NoInfer<Name>; until: readonly { field: NoInfer<Name>; in?: readonly string[] }[] };
  /**
   * Of `replaces`, a name that may have been chosen instead of typed, and the field that then says who that is: ids tell
   * namesakes apart, and a record with one also takes the place of those that have the name alone.
   */
  chosenBy?: { readonly name: NoInfer<Name>; readonly id: NoInfer<Name> };
  /** The field that names the people whom a record is about. */
  about?: NoInfer<Name>;
  /** Without it no figure knows of its records. */
  counts?: Counts<NoInfer<Name>>;
  writes?: Writers;
  /** Each person begins one of them in a dossier, and nobody else writes in that. */
  oneEach?: true;
  /** Nobody deletes a record of it: what was said stays said until the whole is destroyed. */
  lasting?: true;
  /** The roster holds its records beside the organisation and the profiles, whichever member wrote them. */
  inRoster?: true;
  /**
   * A record of it may be destroyed for good while its dossier stands: what it is about are files, whose bytes go. What else it
   * says is told by no device any more, and stays sealed in the log as long as the dossier does.
   */
  erasable?: true;
  /** A root kind whose dossier every member reads, always: nobody may restrict it. */
  open?: true;
  /** The field that names whom of us a root is about: its dossier is never opened to them. */
  concerns?: NoInfer<Name>;
  /** Of a root kind, the link to the dossier beside which it stands: it is about the same person, and leaves with them. */
  beside?: NoInfer<Name>;
  /** A root kind whose dossier is never every member's: it has named readers from its first word on. */
  closed?: true;
}

/** A kind whose field names are known to the compiler: a misspelt one in its title, card or filters does not compile. */
export function defineKind<const Name extends string>(kind: Kind<Name>): Kind<Name> {
  return kind;
}

/** A filter by a field of records inside the dossier; the compiler knows the names of their kind's fields. */
export function facetOf<Name extends string>(
  name: string,
  { kind }: Pick<Kind<Name>, 'kind' | 'fields'>,
  field: NoInfer<Name>,
  only: { where?: { field: NoInfer<Name>; is: string }; orOwn?: string } = {},
): PartFacet {
  return { name, of: kind, field, ...only };
}

export interface Code {
  code: string;
  /** Second level: the code of its parent. */
  parent?: string;
  /** Where the code stands for "not answered": unknown, prefers-not, or free text in `<field>Other`. */
  special?: 'other' | 'unknown' | 'prefers-not';
  /** It said too little: what people choose between now. Old records keep it and are read by it; no form offers it. */
  divided?: readonly string[];
  /** A deed of this type can protect somebody from what threatens them; no other can. */
  protects?: true;
  /** What it stands for is agreed to answer by answer, never as a whole. */
  alone?: true;
  /** Who does it gets in touch with the person: how that is safe stands beside it. */
  contacts?: true;
}
export interface CodeList {
  list: string;
  codes: readonly Code[];
}

export type Language = 'az' | 'ru' | 'en' | 'tg';
export const LANGUAGES: readonly Language[] = ['az', 'ru', 'en', 'tg'];

/** For who reads each language: which of the others they most likely read as well, the likeliest first. */
const READ_BESIDE: Readonly<Record<Language, readonly Language[]>> = {
  az: ['ru', 'en', 'tg'],
  ru: ['az', 'en', 'tg'],
  en: ['ru', 'az', 'tg'],
  tg: ['ru', 'en', 'az'],
};
/** All languages for a reader of one, in the order in which they are shown where words are missing. */
export const readingOrder = (language: Language): readonly Language[] => [language, ...READ_BESIDE[language]];
