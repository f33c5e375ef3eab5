import { DIGNITY } from './dignity.ts';
import { HEALTH } from './health.ts';
import { INSTITUTIONS } from './institutions.ts';
import { LIVING } from './living.ts';
import { PAPERS } from './papers.ts';
import { POLICE } from './police.ts';
import { VIOLENCE } from './violence.ts';
import type { Scenario } from './scenario.ts';

export type { Act, Scenario } from './scenario.ts';

/** In this order, which decides what a seed invents. */
const ALL = { ...HEALTH, ...POLICE, ...VIOLENCE, ...LIVING, ...PAPERS, ...DIGNITY, ...INSTITUTIONS } as const;

export type ScenarioKey = keyof typeof ALL;
/** The sentences of `words/` are told for these: a type, place or perpetrator added here must be true of them all. */
export const SCENARIOS: Readonly<Record<ScenarioKey, Scenario>> = ALL;
