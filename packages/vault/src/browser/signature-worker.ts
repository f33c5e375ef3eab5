import { verifySignature } from '@dayaq/sealing/verify';
import type { Asked } from './signature-help.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked[]>) => void) | null;
  postMessage(verdicts: boolean[]): void;
};

scope.onmessage = ({ data }) => {
  const verdicts = data.map(({ signKey, label, message, signature }) =>
    verifySignature(signKey, label, message, signature),
  );
  void Promise.all(verdicts).then((all) => scope.postMessage(all));
};
