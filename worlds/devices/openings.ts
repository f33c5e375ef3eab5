import { type Forge, hostileTransport } from './hostile.ts';
import { cuttableTransport, type Device, lyingTransport, unheard, type World } from './world.ts';

/** Founds, or is let in by a colleague. */
function comeIn(world: World, name: string, by: Device | null, transport: ReturnType<typeof unheard>) {
  return by === null ? world.found(name, { transport }) : world.join(by, name, 'caseworker', { transport });
}

/** A device that hears of nothing by itself and whose network can be cut. */
export async function quiet(world: World, name: string, by: Device | null = null) {
  const network = cuttableTransport(world.server.url);
  return { device: await comeIn(world, name, by, unheard(network)), network };
}

/** Changes what a server answers, by route; null: it is honest. */
export type Twist = ((route: string, answer: unknown) => unknown) | null;

/** A device whose server lies about its answers as long as `twist` is set, and which hears of nothing by itself. */
export async function lied(world: World, name: string, by: Device | null = null) {
  const lie: { twist: Twist } = { twist: null };
  const transport = lyingTransport(
    world.server.url,
    (route, _request, answer) => lie.twist?.(route, answer) ?? answer,
  );
  return { device: await comeIn(world, name, by, unheard(transport)), lie, transport };
}

/** A device with a server that answers whatever `forge` does, as long as it is set. */
export async function hostile(world: World, name: string, by: Device | null = null) {
  const lie: { forge: Forge | null } = { forge: null };
  return { device: await comeIn(world, name, by, hostileTransport(world.server.url, lie)), lie };
}
