import type { Surveys } from '../client.ts';
import type { Gates } from '../gates.ts';

export function surveys(gates: Gates): Surveys {
  return {
    publishSurvey: (survey, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.publishSurvey(unlocked, ring, survey)),
    publishedSurvey: (hash, at) =>
      gates.asking(at, (inside, unlocked, ring) => inside.publishedSurvey(unlocked, ring, hash)),
    publishSound: (file, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.publishSound(unlocked, ring, file)),
    publishedSound: (hash, at) =>
      gates.asking(at, (inside, unlocked, ring) => inside.publishedSound(unlocked, ring, hash)),
    makeSurveyCodes: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.makeSurveyCodes(unlocked, ring, request)),
    surveyCodes: (key, at) =>
      gates.asking(at, (inside, unlocked, ring) => inside.surveyCodes(unlocked, ring, key)),
    beginRound: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.beginRound(unlocked, ring, request)),
    interviewsWaiting: () => gates.ask([], (inside, unlocked) => inside.interviewsWaiting(unlocked)),
    surveyAnswers: (hash, at) =>
      gates.inSpace(at, null, (inside, unlocked, ring) => inside.surveyAnswers(unlocked, ring, hash)),
  };
}
