/** Activities for the International Aid Transparency Initiative, version 2.03. */
export * from './activity.ts';
export * from './codes.ts';
export { writeActivities } from './write.ts';
