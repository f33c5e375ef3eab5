import { type Asked, type Placed, recordedOf, spokenIn } from '@dayaq/domain/survey';
import type { Answering } from './answers.ts';
import { make, putSpoken } from './elements.ts';
import { hush, voiceFor, whenVoicesCome } from './hear.ts';
import { Drawn } from './question.ts';
import type { Surroundings } from './surroundings.ts';

/** The whole form, drawn from what was signed: after each answer the questions that are asked now stand there, and no others. */
export class Form {
  readonly #answering: Answering;
  readonly #around: Surroundings;
  readonly #drawn = new Map<string, Drawn>();
  readonly #further = new Map<string, HTMLElement>();
  readonly #stopListening: () => void;

  constructor(answering: Answering, around: Surroundings) {
    this.#answering = answering;
    this.#around = around;
    around.host.replaceChildren();
    this.#stopListening = whenVoicesCome(() => this.refresh());
    this.refresh();
  }

  refresh(): void {
    const standing = this.#answering.standing();
    const asked = standing.asked();
    const wanted: HTMLElement[] = [this.#aboutHearing()];
    let groups: readonly string[] = [];
    for (const [at, each] of asked.entries()) {
      groups = this.#headings(each, groups, wanted);
      const drawn = this.#of(each);
      drawn.refresh(standing);
      wanted.push(drawn.element);
      const { repeat } = each.placed;
      if (repeat !== null && asked[at + 1]?.placed.repeat !== repeat) wanted.push(this.#turns(repeat));
    }
    place(this.#around.host, wanted);
  }

  /** Whether the questions can be heard is said before the first: a button that is not there says nothing. */
  #aboutHearing(): HTMLElement {
    const known = this.#further.get('hearing') ?? make('p', { class: 'hint' });
    this.#further.set('hearing', known);
    const { language } = this.#around;
    const isRecorded = this.#answering.prepared.placed.some(({ question }) => recordedOf(question, language));
    const can = voiceFor(language) !== null;
    known.textContent = this.#around.say(
      isRecorded ? 'survey.recorded' : can ? 'survey.canHear' : 'survey.noVoice',
    );
    return known;
  }

  /** Nothing is said, and nothing drawn, any more. */
  end(): void {
    hush();
    this.#stopListening();
    this.#around.host.replaceChildren();
  }

  #of(asked: Asked): Drawn {
    const known = this.#drawn.get(asked.key);
    if (known !== undefined) return known;
    const drawn = new Drawn(asked, this.#answering, this.#around);
    this.#drawn.set(asked.key, drawn);
    return drawn;
  }

  /** The names of groups that begin here. */
  #headings({ placed, turn }: Asked, before: readonly string[], wanted: HTMLElement[]): readonly string[] {
    const now = placed.around.map(({ name }) => `${name} ${turn ?? ''}`);
    for (const [depth, group] of placed.around.entries()) {
      const key = now[depth] ?? '';
      const { language } = this.#around;
      const words = spokenIn(group.label, language, this.#answering.prepared.survey);
      if (before[depth] === key || words.text === '') continue;
      const text = group.repeat === undefined ? words.text : `${words.text} · ${turn ?? 1}`;
      const heading = this.#further.get(key) ?? make('h2');
      putSpoken(heading, { ...words, text }, language);
      this.#further.set(key, heading);
      wanted.push(heading);
    }
    return now;
  }

  #turns(group: NonNullable<Placed['repeat']>): HTMLElement {
    const turns = this.#answering.turns(group);
    const key = `turns ${group.name} ${turns}`;
    const known = this.#further.get(key);
    if (known !== undefined) return known;
    const button = (text: string, to: number): HTMLElement => {
      const made = make('button', { class: 'quiet', text });
      made.type = 'button';
      made.addEventListener('click', () => this.#answering.setTurns(group, to));
      return made;
    };
    const row = make('p', { class: 'buttons' });
    if (turns < (group.repeat ?? 1)) row.append(button(this.#around.say('survey.again'), turns + 1));
    if (turns > 1) row.append(button(this.#around.say('survey.fewer'), turns - 1));
    this.#further.set(key, row);
    return row;
  }

  /** Says at each question what is wrong with its answer, and goes to the first. Whether all is well. */
  isWell(): boolean {
    const standing = this.#answering.standing();
    const wrong = standing.asked().flatMap(({ key }) => {
      const drawn = this.#drawn.get(key);
      return drawn?.complain(standing) === true ? [drawn] : [];
    });
    wrong[0]?.focus();
    return wrong.length === 0;
  }
}

/** Puts these inside, in this order; what stays where it is keeps what is typed and where the person is. */
function place(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const stays = new Set(wanted);
  for (const child of [...parent.children]) if (!stays.has(child as HTMLElement)) child.remove();
  for (const [at, element] of wanted.entries())
    if (parent.children[at] !== element) parent.insertBefore(element, parent.children[at] ?? null);
}
