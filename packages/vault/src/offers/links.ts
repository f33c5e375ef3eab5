import type { Links } from '../client.ts';
import type { Gates } from '../gates.ts';

export function links(gates: Gates): Links {
  return {
    linked: ({ id, limit }, at) =>
      gates.inSpace(at, { to: [], from: [], gone: [], more: false }, (inside, { engine }, ring) =>
        inside.linked(engine, ring.space, id, limit),
      ),
    named: (ids, at) =>
      gates.inSpace(at, {}, (inside, { engine }, ring) => inside.named(engine, ring.space, ids)),
  };
}
