import {
  type Asked,
  type Choice,
  filledIn,
  type Language,
  MARKS,
  OTHER,
  readBounds,
  type Recorded,
  recordedOf,
  type Spoken,
  spokenIn,
  type Standing,
  type Words,
} from '@dayaq/domain/survey';
import type { Answering } from './answers.ts';
import { make, putSpoken } from './elements.ts';
import { play, speak, voiceFor } from './hear.ts';
import { drawing } from './pictures.ts';
import type { Surroundings } from './surroundings.ts';

const INPUTS = {
  integer: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date', inputMode: 'text' },
} as const;

const named = (spoken: Spoken, name: string): Spoken =>
  spoken.text === '' ? { ...spoken, text: name } : spoken;

/** One question as it stands on the page, in one language. */
export class Drawn {
  readonly element: HTMLElement;
  readonly #asked: Asked;
  readonly #answering: Answering;
  readonly #around: Surroundings;
  readonly #label: HTMLElement;
  readonly #hint: HTMLElement | null;
  readonly #problem = make('p', { class: 'problem' });
  readonly #body = make('div');
  readonly #hear: HTMLButtonElement;
  readonly #unheard = make('p', { class: 'problem' });
  #choices = '';

  constructor(asked: Asked, answering: Answering, around: Surroundings) {
    this.#asked = asked;
    this.#answering = answering;
    this.#around = around;
    const { question } = asked.placed;
    const isGroup = question.type === 'one' || question.type === 'many';
    const isNote = question.type === 'note';
    this.element = make(isNote ? 'p' : isGroup ? 'fieldset' : 'div', { class: 'question' });
    this.element.dataset['key'] = asked.key;
    this.#label = make(isGroup ? 'legend' : isNote ? 'span' : 'label', { class: 'strong' });
    this.#hint = question.hint === undefined ? null : make('span', { class: 'hint' });
    this.element.append(this.#label);
    if (this.#hint !== null) this.element.append(this.#hint);
    this.#hear = make('button', { class: 'quiet', text: around.say('survey.hear') });
    this.#hear.type = 'button';
    this.#hear.addEventListener('click', () => void this.#heard());
    this.#unheard.setAttribute('role', 'alert');
    if (isNote) return;
    this.#problem.id = `problem ${asked.key}`.replace(/ /g, '-');
    this.#problem.setAttribute('role', 'alert');
    this.element.append(this.#body, this.#problem, this.#marks());
    const call = question.support === true ? around.support() : null;
    if (call !== null)
      this.element.append(
        make('div', { class: 'notice' }, make('p', { text: this.#around.say('survey.support') }), call),
      );
    if (!isGroup) this.#drawField();
  }

  #words(words: Words): Spoken {
    return spokenIn(words, this.#around.language, this.#answering.prepared.survey);
  }

  /** In which language the question stands here. */
  #spoken(): Language {
    return this.#words(this.#asked.placed.question.label).language;
  }

  #recorded(): Recorded | null {
    return recordedOf(this.#asked.placed.question, this.#spoken());
  }

  /** In a person's voice where it was recorded, else in the device's own. */
  async #heard(): Promise<void> {
    this.#unheard.textContent = '';
    const recorded = this.#recorded();
    if (recorded === null) return this.#speak();
    this.#hear.setAttribute('aria-busy', 'true');
    const sound = await this.#around.sound(recorded.sound).catch(() => null);
    this.#hear.removeAttribute('aria-busy');
    if (sound !== null && this.element.isConnected && (await play(sound, recorded.type))) return;
    if (voiceFor(this.#spoken()) !== null) return this.#speak();
    this.#unheard.textContent = this.#around.say('survey.notHeard');
    this.#hear.after(this.#unheard);
  }

  #speak(): void {
    const voice = voiceFor(this.#spoken());
    if (voice === null) return;
    const choices = [...this.#body.querySelectorAll<HTMLElement>('.tick span')];
    speak(voice, [
      this.#label.textContent ?? '',
      this.#hint?.textContent ?? '',
      ...choices.map((each) => each.textContent ?? ''),
    ]);
  }

  /** Shows what hangs on other answers: words filled in, the choices that there are now, what is chosen. */
  refresh(standing: Standing): void {
    const { placed, turn, key } = this.#asked;
    const { question } = placed;
    const put = (element: HTMLElement, words: Words, otherwise: string): void => {
      const spoken = this.#words(words);
      const text = filledIn(spoken.text, standing, turn) || otherwise;
      putSpoken(element, { ...spoken, text }, this.#around.language);
    };
    put(this.#label, question.label, question.name);
    if (this.#hint !== null) put(this.#hint, question.hint ?? {}, '');
    if (question.type === 'one' || question.type === 'many') this.#drawChoices(standing);
    if (this.#recorded() === null && voiceFor(this.#spoken()) === null) this.#hear.remove();
    else if (this.#hear.parentElement === null) (this.#hint ?? this.#label).after(this.#hear);
    this.#hear.setAttribute('aria-label', `${this.#around.say('survey.hear')}: ${this.#label.textContent}`);
    const mark = this.element.querySelector<HTMLSelectElement>('select');
    if (mark !== null) mark.value = this.#answering.mark(key) ?? '';
    const field = this.#body.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-field]');
    if (field !== null && field !== document.activeElement) field.value = this.#answering.typed(key);
  }

  /** Says what is wrong with it, if something is. Whether it was. */
  complain(standing: Standing): boolean {
    const { placed, turn, key } = this.#asked;
    const said = this.#answering.said(key);
    const wrong = said.length === 0 ? null : standing.wrongWith(placed, turn, said);
    const { language } = this.#around;
    const own: Spoken =
      wrong === 'constraint' ? this.#words(placed.question.constraintMessage ?? {}) : { text: '', language };
    const ours = { text: wrong === null ? '' : this.#ourWords(wrong), language };
    putSpoken(this.#problem, own.text === '' ? ours : own, language);
    return wrong !== null;
  }

  /** What is wrong, where the survey's makers have no words for it: of a number that is bounded, which would fit. */
  #ourWords(wrong: 'form' | 'choice' | 'constraint'): string {
    const { constraint = '' } = this.#asked.placed.question;
    const bounds = wrong === 'constraint' ? readBounds(constraint) : null;
    if (bounds === null || constraint.trim() === '') return this.#around.say(`survey.wrong.${wrong}`);
    // Of the four languages, English alone writes a point.
    const shown = (number: string): string =>
      this.#around.language === 'en' ? number : number.replace('.', ',');
    const which = bounds.least === '' ? 'most' : bounds.most === '' ? 'least' : 'between';
    const values = { least: shown(bounds.least), most: shown(bounds.most) };
    return this.#around.say(`survey.wrong.${which}`, values);
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  #drawField(): void {
    const { placed, key } = this.#asked;
    const { type } = placed.question;
    const field = type === 'text' ? make('textarea') : make('input');
    if (field instanceof HTMLTextAreaElement) field.rows = 2;
    else Object.assign(field, INPUTS[type as keyof typeof INPUTS]);
    field.autocomplete = 'off';
    field.dataset['field'] = '';
    field.id = `field-${key}`;
    field.setAttribute('aria-describedby', this.#problem.id);
    this.#label.setAttribute('for', field.id);
    field.addEventListener('input', () => {
      this.#answering.type(key, field.value, type);
    });
    this.#body.append(field);
  }

  #drawChoices(standing: Standing): void {
    const { placed, turn, key } = this.#asked;
    const { question } = placed;
    const choices = standing.choicesOf(placed, turn);
    const written = choices.map(({ name }) => name).join(' ');
    if (written !== this.#choices || this.#body.childElementCount === 0) {
      this.#choices = written;
      const rows = choices.map(({ name, label, picture }) =>
        this.#choice(name, named(this.#words(label), name), picture),
      );
      if (question.other === true)
        rows.push(
          this.#choice(OTHER, { text: this.#around.say('survey.other'), language: this.#around.language }),
          this.#otherField(),
        );
      this.#body.replaceChildren(...rows);
    }
    const said = this.#answering.said(key);
    for (const tick of this.#body.querySelectorAll<HTMLInputElement>('input[data-choice]'))
      tick.checked = said.includes(tick.dataset['choice'] ?? '');
    const other = this.#body.querySelector<HTMLElement>('[data-other]');
    if (other !== null) other.hidden = !this.#answering.isOther(key);
  }

  #choice(name: string, label: Spoken, picture?: Choice['picture']): HTMLElement {
    const { placed, turn, key } = this.#asked;
    const tick = make('input');
    tick.type = placed.question.type === 'many' ? 'checkbox' : 'radio';
    tick.name = key;
    tick.autocomplete = 'off';
    tick.dataset['choice'] = name;
    tick.addEventListener('change', () => this.#answering.choose(placed, turn, name, tick.checked));
    const drawn = picture === undefined ? [] : [drawing(picture)];
    const words = make('span');
    putSpoken(words, label, this.#around.language);
    return make('label', { class: 'tick' }, tick, ' ', ...drawn, words);
  }

  #otherField(): HTMLElement {
    const { placed, turn } = this.#asked;
    const field = make('input');
    field.autocomplete = 'off';
    field.maxLength = 1000;
    field.value = this.#answering.otherWords(placed, turn);
    field.addEventListener('input', () => this.#answering.sayOther(placed, turn, field.value));
    const label = make(
      'label',
      { class: 'field' },
      make('span', { text: this.#around.say('survey.otherWords') }),
      field,
    );
    label.dataset['other'] = '';
    return label;
  }

  /** What is no answer: each of the four is another thing. */
  #marks(): HTMLElement {
    const { key } = this.#asked;
    const select = make('select');
    select.autocomplete = 'off';
    const isCall = this.#answering.prepared.survey.call !== undefined;
    for (const mark of MARKS) {
      // Nothing has happened to anybody who applies.
      if (isCall && mark === 'not-me') continue;
      const option = make('option', { text: this.#around.say(`survey.mark.${mark}`) });
      option.value = mark === 'skipped' ? '' : mark;
      select.append(option);
    }
    select.addEventListener('change', () => this.#answering.setMark(key, select.value));
    return make(
      'label',
      { class: 'field marks' },
      make('span', { class: 'hint', text: this.#around.say('survey.none') }),
      select,
    );
  }
}
