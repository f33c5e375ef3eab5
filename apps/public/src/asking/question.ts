import {
  type Asked,
  type Choice,
  filledIn,
  type Language,
  MARKS,
  OTHER,
  type Standing,
  type Words,
  wordsIn,
} from '@dayaq/domain/survey';
import type { Answering } from './answers.ts';
import { make } from './elements.ts';
import { speak, voiceFor } from './hear.ts';
import { drawing } from './pictures.ts';
import type { Surroundings } from './surroundings.ts';

const INPUTS = {
  integer: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date', inputMode: 'text' },
} as const;

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
    this.#hear.addEventListener('click', () => this.#speak());
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

  #words(words: Words): string {
    return wordsIn(words, this.#around.language, this.#answering.prepared.survey);
  }

  /** In which language the question stands here: another of the survey's, where it has no words in the one that was chosen. */
  #spoken(): Language {
    const { label } = this.#asked.placed.question;
    const { language } = this.#around;
    if (label[language]) return language;
    return this.#answering.prepared.survey.languages.find((each) => label[each]) ?? language;
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
    this.#label.textContent = filledIn(this.#words(question.label), standing, turn) || question.name;
    if (this.#hint !== null)
      this.#hint.textContent = filledIn(this.#words(question.hint ?? {}), standing, turn);
    if (question.type === 'one' || question.type === 'many') this.#drawChoices(standing);
    if (voiceFor(this.#spoken()) === null) this.#hear.remove();
    else if (this.#hear.parentElement === null) (this.#hint ?? this.#label).after(this.#hear);
    this.#hear.setAttribute('aria-label', `${this.#around.say('survey.hear')}: ${this.#label.textContent}`);
    const mark = this.element.querySelector<HTMLSelectElement>('select');
    if (mark !== null) mark.value = this.#answering.mark(key) ?? '';
    const field = this.#body.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-field]');
    if (field !== null && field !== document.activeElement) field.value = this.#answering.said(key)[0] ?? '';
  }

  /** Says what is wrong with it, if something is. Whether it was. */
  complain(standing: Standing): boolean {
    const { placed, turn, key } = this.#asked;
    const said = this.#answering.said(key);
    const wrong = said.length === 0 ? null : standing.wrongWith(placed, turn, said);
    const own = wrong === 'constraint' ? this.#words(placed.question.constraintMessage ?? {}) : '';
    this.#problem.textContent = wrong === null ? '' : own || this.#around.say(`survey.wrong.${wrong}`);
    return wrong !== null;
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
      const decimal = type === 'decimal' ? field.value.replace(',', '.') : field.value;
      this.#answering.say(key, [type === 'text' ? decimal : decimal.trim()]);
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
        this.#choice(name, this.#words(label) || name, picture),
      );
      if (question.other === true)
        rows.push(this.#choice(OTHER, this.#around.say('survey.other')), this.#otherField());
      this.#body.replaceChildren(...rows);
    }
    const said = this.#answering.said(key);
    for (const tick of this.#body.querySelectorAll<HTMLInputElement>('input[data-choice]'))
      tick.checked = said.includes(tick.dataset['choice'] ?? '');
    const other = this.#body.querySelector<HTMLElement>('[data-other]');
    if (other !== null) other.hidden = !this.#answering.isOther(key);
  }

  #choice(name: string, label: string, picture?: Choice['picture']): HTMLElement {
    const { placed, turn, key } = this.#asked;
    const tick = make('input');
    tick.type = placed.question.type === 'many' ? 'checkbox' : 'radio';
    tick.name = key;
    tick.autocomplete = 'off';
    tick.dataset['choice'] = name;
    tick.addEventListener('change', () => this.#answering.choose(placed, turn, name, tick.checked));
    const drawn = picture === undefined ? [] : [drawing(picture)];
    return make('label', { class: 'tick' }, tick, ' ', ...drawn, make('span', { text: label }));
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
