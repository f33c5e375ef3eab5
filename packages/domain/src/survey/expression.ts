import { SURVEY_LIMITS } from './model.ts';

/**
 * The part of XLSForm's expressions (XPath 1.0 with OpenRosa's functions) that surveys use. Total: an expression is read into a tree of
 * bounded size, and reckoning one visits each part of it at most once, so nothing that somebody writes goes on for ever.
 */
export type Expression =
  | { readonly is: 'value'; readonly value: Value }
  /** An answer by its question's name; `.` is the question's own. */
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Expression[] };

/** Of a question of several choices the names of those chosen, a blank between each; of a date YYYY-MM-DD; '' where nothing is said. */
export type Value = string | number | boolean;

export type ExpressionFault =
  | 'too-long'
  | 'too-deep'
  /** What it says is no expression; `at` is the character from which on. */
  | 'not-read'
  | 'unknown-function'
  /** A function is given less or more than it takes. */
  | 'given';

export type ReadExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ExpressionFault; readonly detail: string };

const MOST_PARTS = 400;
const DEEPEST = 40;

/** Function → how many values it takes, at least and at most. */
const FUNCTIONS: Readonly<Record<string, readonly [number, number]>> = {
  selected: [2, 2],
  'count-selected': [1, 1],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  if: [3, 3],
  coalesce: [1, 8],
  concat: [1, 16],
  contains: [2, 2],
  'starts-with': [2, 2],
  'string-length': [1, 1],
  number: [1, 1],
  string: [1, 1],
  boolean: [1, 1],
  int: [1, 1],
  round: [1, 2],
  abs: [1, 1],
  min: [1, 16],
  max: [1, 16],
  sum: [1, 16],
  today: [0, 0],
  date: [1, 1],
};

/** Operators by how tightly they bind. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<=', '<', '>=', '>'],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

interface Token {
  readonly is: 'number' | 'text' | 'name' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?|\.\d+)|'(?<single>[^']*)'|"(?<double>[^"]*)"|\$\{\s*(?<name>[^}]*?)\s*\}|(?<word>[\p{L}_][\p{L}\p{N}_-]*)|(?<sign><=|>=|!=|[=<>+\-*(),.]))/uy;

function tokensOf(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return at;
    const { number, single, double, name, word, sign } = found.groups ?? {};
    const said = single ?? double;
    if (number !== undefined) tokens.push({ is: 'number', text: number, at });
    else if (said !== undefined) tokens.push({ is: 'text', text: said, at });
    else if (name !== undefined) tokens.push({ is: 'name', text: name, at });
    else if (word !== undefined) tokens.push({ is: 'word', text: word, at });
    else tokens.push({ is: 'sign', text: sign ?? '', at });
  }
  return tokens;
}

/** Quotation marks as word processors bend them. */
export const straightened = (text: string): string =>
  text.replace(/[\u2018\u2019\u201a\u201b]/g, "'").replace(/[\u201c\u201d\u201e\u201f]/g, '"');

class Unread extends Error {
  readonly fault: ExpressionFault;
  readonly detail: string;
  constructor(fault: ExpressionFault, detail: string) {
    super(fault);
    this.fault = fault;
    this.detail = detail;
  }
}

/** Reads an expression; `detail` is what could not be read, or the function's name. */
export function readExpression(text: string): ReadExpression {
  if (text.length > SURVEY_LIMITS.expression) return { ok: false, fault: 'too-long', detail: '' };
  const tokens = tokensOf(straightened(text));
  if (typeof tokens === 'number')
    return { ok: false, fault: 'not-read', detail: text.slice(tokens, tokens + 20) };
  try {
    const reader = new Reader(tokens);
    const expression = reader.level(0, 0);
    reader.end();
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Unread) return { ok: false, fault: error.fault, detail: error.detail };
    throw error;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #parts = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #is(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || (token.is !== 'sign' && token.is !== 'word') || token.text !== text)
      return false;
    this.#at += 1;
    return true;
  }

  #need(text: string): void {
    if (!this.#is(text)) this.#unread();
  }

  #unread(): never {
    const token = this.#tokens[this.#at];
    throw new Unread('not-read', token?.text.slice(0, 20) ?? '');
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#unread();
  }

  #made(expression: Expression): Expression {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw new Unread('too-long', '');
    return expression;
  }

  level(level: number, depth: number): Expression {
    if (depth > DEEPEST) throw new Unread('too-deep', '');
    const signs = LEVELS[level];
    if (signs === undefined) return this.#unary(depth);
    let left = this.level(level + 1, depth);
    for (;;) {
      const sign = signs.find((each) => this.#is(each));
      if (sign === undefined) return left;
      const right = this.level(level + 1, depth);
      left = this.#made({ is: 'call', name: sign, given: [left, right] });
    }
  }

  #unary(depth: number): Expression {
    if (depth > DEEPEST) throw new Unread('too-deep', '');
    if (!this.#is('-')) return this.#single(depth);
    const zero: Expression = { is: 'value', value: 0 };
    return this.#made({ is: 'call', name: '-', given: [zero, this.#unary(depth + 1)] });
  }

  #single(depth: number): Expression {
    if (this.#is('(')) {
      const inner = this.level(0, depth + 1);
      this.#need(')');
      return inner;
    }
    if (this.#is('.')) return this.#made({ is: 'name', name: '.' });
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#unread();
    if (token.is === 'sign') this.#unread();
    this.#at += 1;
    if (token.is === 'number') return this.#made({ is: 'value', value: Number(token.text) });
    if (token.is === 'text') return this.#made({ is: 'value', value: token.text });
    if (token.is === 'name') return this.#made({ is: 'name', name: token.text });
    // A bare word is a column of a list of choices.
    if (!this.#is('(')) return this.#made({ is: 'name', name: `@${token.text}` });
    const given: Expression[] = [];
    if (!this.#is(')')) {
      do given.push(this.level(0, depth + 1));
      while (this.#is(','));
      this.#need(')');
    }
    const takes = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : undefined;
    if (takes === undefined) throw new Unread('unknown-function', token.text);
    if (given.length < takes[0] || given.length > takes[1]) throw new Unread('given', token.text);
    return this.#made({ is: 'call', name: token.text, given });
  }
}

/** Names of the questions that an expression asks for; its own (`.`) and columns of a list are none. */
export function namesIn(expression: Expression): readonly string[] {
  if (expression.is === 'name') return /^[.@]/.test(expression.name) ? [] : [expression.name];
  return expression.is === 'call' ? expression.given.flatMap(namesIn) : [];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  if (text === '') return Number.NaN;
  return DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : Number(text);
}

export const toText = (value: Value): string => (typeof value === 'string' ? value : String(value));

export function toTruth(value: Value): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'boolean' ? value : value !== '';
}

const chosen = (value: Value): readonly string[] => toText(value).split(' ').filter(Boolean);

function equal(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return toTruth(left) === toTruth(right);
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right);
  return left === right;
}

const rounded = (value: number, digits: number): number => {
  const by = 10 ** Math.max(0, Math.min(10, Math.trunc(digits) || 0));
  return Math.round(value * by) / by;
};

export interface Around {
  /** What is said under a name; '' where nothing is. */
  readonly valueOf: (name: string) => Value;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What an expression comes to. */
export function reckon(expression: Expression, around: Around): Value {
  if (expression.is === 'value') return expression.value;
  if (expression.is === 'name') return around.valueOf(expression.name);
  const [first = '', second = '', third = '', ...rest] = expression.given.map((each) => reckon(each, around));
  const all = [first, second, third, ...rest].slice(0, expression.given.length);
  switch (expression.name) {
    case 'or':
      return toTruth(first) || toTruth(second);
    case 'and':
      return toTruth(first) && toTruth(second);
    case '=':
      return equal(first, second);
    case '!=':
      return !equal(first, second);
    case '<':
      return toNumber(first) < toNumber(second);
    case '<=':
      return toNumber(first) <= toNumber(second);
    case '>':
      return toNumber(first) > toNumber(second);
    case '>=':
      return toNumber(first) >= toNumber(second);
    case '+':
      return toNumber(first) + toNumber(second);
    case '-':
      return toNumber(first) - toNumber(second);
    case '*':
      return toNumber(first) * toNumber(second);
    case 'div':
      return toNumber(first) / toNumber(second);
    case 'mod':
      return toNumber(first) % toNumber(second);
    case 'selected':
      return chosen(first).includes(toText(second).trim());
    case 'count-selected':
      return chosen(first).length;
    case 'not':
      return !toTruth(first);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'if':
      return toTruth(first) ? second : third;
    case 'coalesce':
      return all.find((each) => each !== '') ?? '';
    case 'concat':
      return all.map(toText).join('').slice(0, SURVEY_LIMITS.label);
    case 'contains':
      return toText(first).includes(toText(second));
    case 'starts-with':
      return toText(first).startsWith(toText(second));
    case 'string-length':
      return [...toText(first)].length;
    case 'number':
      return toNumber(first);
    case 'string':
      return toText(first);
    case 'boolean':
      return toTruth(first);
    case 'int':
      return Math.floor(toNumber(first));
    case 'round':
      return rounded(toNumber(first), second === '' ? 0 : toNumber(second));
    case 'abs':
      return Math.abs(toNumber(first));
    case 'min':
      return Math.min(...all.map(toNumber));
    case 'max':
      return Math.max(...all.map(toNumber));
    case 'sum':
      return all.reduce<number>((sum, each) => sum + (toNumber(each) || 0), 0);
    case 'today':
      return around.today;
    case 'date':
      return toText(first).slice(0, 10);
    default:
      throw new Error(`nothing reckons ${expression.name}`);
  }
}
