import { type Expression, namesIn, readExpression } from './expression.ts';
import { type Group, type Item, OTHER, otherKey, type Question, questionsOf, type Survey } from './model.ts';

export type SurveyFaultReason =
  | 'two-alike'
  | 'no-choices'
  | 'two-choices-alike'
  | 'no-label'
  | 'no-choice-label'
  | 'unknown-name'
  /** It asks for an answer of a group that is asked several times, and stands outside of it. */
  | 'into-repeat'
  /** It hangs on itself, by way of others. */
  | 'loop'
  | 'too-long'
  | 'too-deep'
  | 'not-read'
  | 'unknown-function'
  | 'given';

/** Columns in which an expression stands. */
export const EXPRESSION_PARTS = ['relevant', 'constraint', 'calculation', 'choiceFilter'] as const;
export type ExpressionPart = (typeof EXPRESSION_PARTS)[number];

/** Why a survey cannot be asked as it is. */
export interface SurveyFault {
  readonly reason: SurveyFaultReason;
  /** Of the question or group. */
  readonly name: string;
  readonly part?: ExpressionPart;
  /** A name, a function, a choice, or the place at which reading ended. */
  readonly detail?: string;
}

/** Everything that holds a survey up, each with where. */
export function checkSurvey(survey: Survey): SurveyFault[] {
  const faults: SurveyFault[] = [];
  const named = new Map<string, readonly Group[]>();
  const name = (own: string, around: readonly Group[]): void => {
    if (named.has(own)) faults.push({ reason: 'two-alike', name: own });
    named.set(own, around);
  };
  for (const { group, around } of groupsOf(survey.items, [])) name(group.name, around);
  for (const { question, around } of questionsOf(survey.items)) {
    name(question.name, around);
    if (question.other === true) name(otherKey(question.name), around);
    faults.push(...choiceFaults(question));
    if (question.type !== 'calculate' && Object.values(question.label).every((each) => each.trim() === ''))
      faults.push({ reason: 'no-label', name: question.name });
  }
  const hangsOn = new Map<string, string[]>();
  for (const { item, around } of everything(survey.items, [])) {
    const on: string[] = around.map((group) => group.name);
    for (const part of EXPRESSION_PARTS) {
      const text = part in item ? (item as Partial<Record<ExpressionPart, string>>)[part] : undefined;
      if (text === undefined || text.trim() === '') continue;
      const read = readExpression(text);
      if (!read.ok) {
        faults.push({ reason: read.fault, name: item.name, part, detail: read.detail });
        continue;
      }
      faults.push(...nameFaults(read.expression, item.name, part, around, named));
      // A bound on an answer decides nothing that is asked.
      if (part !== 'constraint') on.push(...namesIn(read.expression));
    }
    hangsOn.set(item.name, on);
  }
  for (const each of loopsIn(hangsOn)) faults.push({ reason: 'loop', name: each });
  return faults;
}

function choiceFaults({ name, type, choices = [], other }: Question): SurveyFault[] {
  if (type !== 'one' && type !== 'many') return [];
  if (choices.length === 0) return [{ reason: 'no-choices', name }];
  const seen = new Set<string>(other === true ? [OTHER] : []);
  return choices.flatMap((choice): SurveyFault[] => {
    const isNew = !seen.has(choice.name);
    seen.add(choice.name);
    if (!isNew) return [{ reason: 'two-choices-alike', name, detail: choice.name }];
    const isSaid = Object.values(choice.label).some((each) => each.trim() !== '');
    return isSaid ? [] : [{ reason: 'no-choice-label', name, detail: choice.name }];
  });
}

function nameFaults(
  expression: Expression,
  name: string,
  part: ExpressionPart,
  around: readonly Group[],
  named: ReadonlyMap<string, readonly Group[]>,
): SurveyFault[] {
  return [...new Set(namesIn(expression))].flatMap((asked): SurveyFault[] => {
    const there = named.get(asked);
    if (there === undefined) return [{ reason: 'unknown-name', name, part, detail: asked }];
    const repeat = there.find((group) => group.repeat !== undefined);
    return repeat !== undefined && !around.includes(repeat)
      ? [{ reason: 'into-repeat', name, part, detail: asked }]
      : [];
  });
}

function* groupsOf(
  items: readonly Item[],
  around: readonly Group[],
): Generator<{ group: Group; around: readonly Group[] }> {
  for (const item of items) {
    if (item.is !== 'group') continue;
    yield { group: item, around };
    yield* groupsOf(item.items, [...around, item]);
  }
}

function* everything(
  items: readonly Item[],
  around: readonly Group[],
): Generator<{ item: Item; around: readonly Group[] }> {
  for (const item of items) {
    yield { item, around };
    if (item.is === 'group') yield* everything(item.items, [...around, item]);
  }
}

/** Names that lead back to themselves: what is left when everything that leads nowhere, and then whatever nothing leads to, is taken off. */
function loopsIn(hangsOn: ReadonlyMap<string, readonly string[]>): string[] {
  return [...peeled(turnedRound(peeled(hangsOn))).keys()];
}

/** Without what hangs on nothing, again and again. Each is looked at once; nothing is called within itself, however long the way is. */
function peeled(hangsOn: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const left = new Map<string, readonly string[]>();
  for (const [name, on] of hangsOn)
    left.set(
      name,
      [...new Set(on)].filter((each) => hangsOn.has(each)),
    );
  const waiting = new Map([...left].map(([name, on]) => [name, on.length]));
  const askedBy = turnedRound(left);
  const free = [...waiting].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    left.delete(name);
    for (const each of askedBy.get(name) ?? []) {
      const count = (waiting.get(each) ?? 1) - 1;
      waiting.set(each, count);
      if (count === 0) free.push(each);
    }
  }
  return left;
}

function turnedRound(hangsOn: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const turned = new Map<string, string[]>([...hangsOn.keys()].map((name) => [name, []]));
  for (const [name, on] of hangsOn) for (const each of on) turned.get(each)?.push(name);
  return turned;
}
