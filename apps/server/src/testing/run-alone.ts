/** A world in a process of its own, which nobody stops: says where its data is. */
import { startWorld } from './world.ts';

const { folder } = await startWorld();
process.stdout.write(`${folder}\n`);
