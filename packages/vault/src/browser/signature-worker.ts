import { verifySignature } from '@dayaq/sealing/verify';
import type { Answer, Question } from './signature-help.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage(answer: Answer): void;
};

scope.onmessage = ({ data: { number, asked } }) => {
  const verdicts = asked.map(({ signKey, label, message, signature }) =>
    verifySignature(signKey, label, message, signature),
  );
  void Promise.all(verdicts).then((all) => scope.postMessage({ number, verdicts: all }));
};
