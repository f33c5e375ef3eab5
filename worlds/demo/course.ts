import { addDays, codeOf, type Language } from '@dayaq/domain';
import type { Change, Id } from '@dayaq/vault/client';
import { DAY, dayThere, momentOf } from './days.ts';
import type { GeneratedAct, GeneratingMember } from './generated.ts';
import { intake } from './intake.ts';
import { type Invention, languageOf, some } from './invention.ts';
import { record } from './record.ts';
import { WORDS } from './words/index.ts';

/** Long enough that most cases have ended. */
const OLD = 150;
/** Long enough that an untouched case would be noticed. In days, as above. */
const FORGOTTEN = 40;
const ENDED = {
  resolved: 7,
  'partly-resolved': 8,
  'not-resolved': 4,
  'person-stopped': 2,
  'contact-lost': 2,
} as const;
const GONE = { 'contact-lost': 5, 'person-stopped': 3, 'partly-resolved': 1 } as const;

const CAUSES: Readonly<Record<string, readonly string[]>> = {
  housing: ['no-home', 'poverty'],
  health: ['stigma', 'law-or-rule'],
  'legal-identity': ['no-papers', 'rural'],
  'social-security': ['no-papers', 'poverty'],
  work: ['no-work', 'no-schooling'],
  child: ['early-marriage', 'left-by-family'],
};

/** What lies behind a case in which these rights were touched; of some nobody says. */
function causesOf(rights: readonly string[], chance: Invention['chance']): string[] | undefined {
  const behind = [...new Set(rights.flatMap((right) => CAUSES[right] ?? []))];
  return behind.length === 0 || chance.maybe(0.3) ? undefined : some(behind, 2, chance);
}

/** Everything that was written about an invented case, in order, until its end or until now. */
export function course(from: Invention): GeneratedAct[] {
  return new Course(from).acts;
}

class Course {
  readonly acts: GeneratedAct[] = [];
  readonly #from: Invention;
  #openTasks: Id[] = [];
  #round = 0;
  /** When the last thing was written. */
  #at: number;

  constructor(from: Invention) {
    this.#from = from;
    this.#at = from.opened;
    const { chance } = from;
    const { changes, task } = intake(from);
    if (task !== null) this.#openTasks.push(task);
    this.#write(from.author, 0, from.language, changes);
    const age = (from.now - from.opened) / DAY;
    // Some never come back after the first talk; sooner or later that is written down too.
    if (chance.maybe(0.1)) {
      if (age > OLD || (age > FORGOTTEN && chance.maybe(0.94))) this.#close(GONE);
      return;
    }
    this.#write(from.author, chance.whole(0, 2), from.language, this.#learned());
    if (chance.maybe(0.85)) this.#qualify();
    this.#respond();
    if (age > OLD ? chance.maybe(0.88) : age > FORGOTTEN && chance.maybe(0.45)) this.#close(ENDED);
    else if (chance.maybe(age > FORGOTTEN ? 0.96 : 0.85)) this.#next();
    if (chance.maybe(0.015)) this.#collide();
  }

  /** Whether somebody could have written by now, and if so their act, that many days after the last one. */
  #write(by: GeneratingMember, days: number, language: Language, changes: Change[]): boolean {
    const { chance, country, now } = this.#from;
    const day = dayThere(this.#at + days * DAY, country);
    let at = momentOf(day, chance.whole(9, 19), chance.whole(0, 59), country);
    if (at <= this.#at) at = this.#at + chance.whole(2, 30) * 60_000;
    if (this.acts.length === 0) at = this.#from.opened;
    if (at > now || changes.length === 0) return false;
    const last = this.acts.at(-1);
    if (last !== undefined && last.author !== by.account) this.#round++;
    this.acts.push({ round: this.#round, author: by.account, at, language, changes });
    for (const { kind, record: id, fields } of changes) {
      if (kind === 'task' && 'done' in fields)
        this.#openTasks = this.#openTasks.filter((task) => task !== id);
    }
    this.#at = at;
    return true;
  }

  get #day(): string {
    return dayThere(this.#at, this.#from.country);
  }

  /** What came out in the second talk: who told us, who else is in it. */
  #learned(): Change[] {
    const { chance, words, say } = this.#from;
    const changes: Change[] = [];
    const connection = chance.weighed({
      'the-person': 7,
      peer: 3,
      witness: 2,
      relative: 1,
      lawyer: 0.5,
      'partner-organisation': 1,
    });
    const seen = connection === 'witness' || connection === 'peer' || connection === 'relative';
    const other = chance.id();
    changes.push(
      record('source', chance.id(), {
        connection,
        reliability: chance.weighed({
          reliable: 5,
          'usually-reliable': 5,
          'fairly-reliable': 2,
          unknown: 1,
          doubtful: 0.3,
        }),
        date: { day: this.#day },
        words: seen ? say(words.witness) : undefined,
        person: connection === 'the-person' ? this.#from.client : seen ? other : undefined,
      }),
    );
    if (seen) {
      const relation = { witness: 'friend', peer: 'peer', relative: 'relative' }[connection];
      changes.push(
        record('person', other, {
          role: connection === 'witness' ? 'witness' : 'source',
          relation,
          ageBand: chance.one(['18-24', '25-34', '35-49', 'unknown']),
        }),
      );
    }
    if (chance.maybe(0.25)) {
      changes.push(record('note', chance.id(), { text: say(words.notes), date: { day: this.#day } }));
    }
    return changes;
  }

  #qualify(): void {
    const { chance, say, scenario, coordinator, dossier, languages } = this.#from;
    const qualified = chance.weighed({ yes: 12, unclear: 2, no: 1 } as const);
    const language = languageOf(coordinator, languages, chance);
    const words = WORDS[language];
    const days = chance.whole(1, 9);
    const acts = this.acts.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'violation'));
    this.#write(coordinator, days, language, [
      record('case', dossier, { status: 'in-progress', causes: causesOf(scenario.rights, chance) }),
      ...acts.map((act) =>
        record('violation', act.record, {
          qualified,
          rightsConcerned: qualified === 'no' ? undefined : some(scenario.rights, 3, chance),
          // A reason that speaks of the client is only told in words that fit them; these never do.
          qualificationReason: chance.maybe(0.7) ? say(words.qualified[qualified], words) : undefined,
        }),
      ),
    ]);
  }

  #respond(): void {
    const { chance, scenario, owner, ownerLanguage } = this.#from;
    for (const type of some(scenario.responses, 4, chance)) {
      const days = Math.floor(chance.share() ** 2 * 30);
      const changes = [this.#response(type, addDays(this.#day, days)), ...this.#finishTasks()];
      if (!this.#write(owner, days, ownerLanguage, changes)) return;
    }
  }

  #response(type: string, done: string): Change {
    const { chance, say, owner, ownerLanguage, client } = this.#from;
    const words = WORDS[ownerLanguage];
    const partner = type === 'shelter' || type === 'secondary-legal' || type === 'medical';
    const fields = {
      type,
      forWhom: [client],
      owner: owner.account,
      done: { day: done },
      byWhom: partner && chance.maybe(0.6) ? 'partner-organisation' : 'us',
      result: chance.weighed({ worked: 6, 'worked-partly': 4, refused: 1, 'not-possible': 0.7, waiting: 2 }),
      minutes: chance.maybe(0.6) ? chance.one([15, 20, 30, 40, 45, 60, 90, 120, 180]) : undefined,
      note: chance.maybe(0.85) ? say(words.responses[type], words) : undefined,
    };
    const canProtect = codeOf('response-types', type)?.protects === true;
    const isSafe = fields.result === 'worked' && fields.note !== undefined;
    const safe = canProtect ? { safe: isSafe ? 'for-now' : 'unsure' } : {};
    return record('response', chance.id(), { ...fields, ...safe });
  }

  #finishTasks(): Change[] {
    const { owner } = this.#from;
    return this.#openTasks.map((task) => record('task', task, { done: this.#at, doneBy: owner.account }));
  }

  #close(weights: typeof ENDED | typeof GONE): void {
    const { chance, scenario, say, owner, ownerLanguage, dossier } = this.#from;
    const words = WORDS[ownerLanguage];
    const days = chance.whole(5, 60);
    const day = addDays(this.#day, days);
    const outcome = chance.weighed<string>(weights);
    const helped = outcome === 'resolved' || outcome === 'partly-resolved';
    const real = scenario.remedies.filter((remedy) => remedy !== 'none');
    this.#write(owner, days, ownerLanguage, [
      record('case', dossier, {
        status: 'closed',
        outcome,
        remedy:
          helped && real.length > 0
            ? some(real, 2, chance)
            : outcome === 'not-resolved'
              ? ['none']
              : undefined,
        remedyNote: say(words.endings[outcome], words),
        closed: { day },
      }),
      ...this.#finishTasks(),
    ]);
  }

  /** A case that goes on: what was done last, of late, and what is due next, some of it too late already. */
  #next(): void {
    const { chance, scenario, say, owner, ownerLanguage, now, dossier, country } = this.#from;
    const words = WORDS[ownerLanguage];
    const lately = Math.max(0, Math.floor((now - this.#at) / DAY) - chance.whole(1, 24));
    const today = dayThere(now, country);
    const due = chance.weighed({ late: 4, today: 3, 'this week': 5, later: 6 } as const);
    const inDays = {
      late: -chance.whole(1, 12),
      today: 0,
      'this week': chance.whole(1, 6),
      later: chance.whole(7, 30),
    }[due];
    const type = chance.one(scenario.responses);
    const waiting = chance.maybe(0.3);
    this.#write(owner, lately, ownerLanguage, [
      ...this.#finishTasks(),
      record('task', chance.id(), {
        what: say(words.tasks[type] ?? words.tasks['call'], words),
        due: { day: addDays(today, inDays) },
        owner: owner.account,
        rule: 'by-hand',
      }),
      ...(waiting ? [record('case', dossier, { status: 'waiting' })] : []),
    ]);
  }

  /** Two people, each without network, judge the danger differently. */
  #collide(): void {
    const { chance, author, coordinator, owner, dossier, now } = this.#from;
    const other = owner.account === coordinator.account ? author : owner;
    if (other.account === coordinator.account) return;
    const at = this.#at + chance.whole(1, 5) * 3_600_000;
    if (at + 3_600_000 > now) return;
    this.#round++;
    const danger = (by: GeneratingMember, value: string, after: number): GeneratedAct => ({
      round: this.#round,
      author: by.account,
      at: at + after * 60_000,
      language: this.#from.language,
      changes: [record('case', dossier, { danger: value })],
    });
    this.acts.push(danger(other, 'high', 0), danger(coordinator, 'none', chance.whole(5, 50)));
  }
}
