/** One thing that an office asks for. */
export interface Demand {
  /** Codes of the list `documents`: any one of them is enough. */
  anyOf: readonly string[];
  /** Asked for in some cases only (a child, a first time, a loss): its absence does not stop anybody from going. */
  sometimes?: true;
}

/**
 * What is needed for a goal, and what the goal opens. It is what offices commonly ask, gathered from practice and not
 * from the law; offices differ, so the first step is always to ask, and whoever shows it says so.
 */
export interface Checklist {
  /** Code of the list `document-goals`. */
  goal: string;
  demands: readonly Demand[];
  /** Codes of the list `document-steps`, in the usual order. */
  steps: readonly string[];
  /** Codes of the list `documents`: what one holds in the end. */
  gives: readonly string[];
  /** Codes of the list `services` that become reachable. */
  opens: readonly string[];
  /** Code of the list `forums`: where one goes. */
  where: string;
}

/** One checklist a line: demands are documents joined by `/` where any is enough, with `?` where only sometimes asked. */
export function checklist(
  goal: string,
  where: string,
  demands: readonly string[],
  gives: readonly string[],
  opens: readonly string[],
  steps: readonly string[],
): Checklist {
  return {
    goal,
    where,
    demands: demands.map((demand) => ({
      anyOf: demand.replace('?', '').split('/'),
      ...(demand.endsWith('?') ? { sometimes: true as const } : {}),
    })),
    gives,
    opens,
    steps: ['asked', 'papers-gathered', ...steps],
  };
}
