import { type Expression, readExpression } from './expression.ts';
import { type Group, type Question, questionsOf, type Survey } from './model.ts';

/** A question with what it takes to ask it. */
export interface Placed {
  readonly question: Question;
  readonly around: readonly Group[];
  /** The group that is asked several times, if it stands in one. */
  readonly repeat: Group | null;
  /** Its own condition and those of the groups around it. */
  readonly relevant: readonly Expression[];
  readonly constraint: Expression | null;
  readonly calculation: Expression | null;
  readonly choiceFilter: Expression | null;
}

/** A survey whose expressions are read, each once. */
export interface Prepared {
  readonly survey: Survey;
  /** In the order in which they are asked. */
  readonly placed: readonly Placed[];
  readonly byName: ReadonlyMap<string, Placed>;
}

/** What cannot be read stands for nothing: a question is asked rather than kept back. `checkSurvey` says so before anything is published. */
function read(text: string | undefined): Expression | null {
  if (text === undefined || text.trim() === '') return null;
  const found = readExpression(text);
  return found.ok ? found.expression : null;
}

export function prepare(survey: Survey): Prepared {
  const placed = [...questionsOf(survey.items)].map(({ question, around }) => ({
    question,
    around,
    repeat: around.find(({ repeat }) => repeat !== undefined) ?? null,
    relevant: [...around, question].flatMap(({ relevant }) => read(relevant) ?? []),
    constraint: read(question.constraint),
    calculation: read(question.calculation),
    choiceFilter: read(question.choiceFilter),
  }));
  return { survey, placed, byName: new Map(placed.map((each) => [each.question.name, each])) };
}
