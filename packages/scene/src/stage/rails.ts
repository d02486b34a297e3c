import type { ActorKind } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { Placed, Troop } from './cast.ts';
import { clamp } from './matrix.ts';
import { type Path, REST } from './path.ts';

const TRAINS: ReadonlySet<ActorKind> = new Set(['train', 'tram']);
const MOVING = /^(?:drive|run|walk|fly|launch)$/;
/** Words that tell that it has stood before. */
const LEAVES = /^(?:pull|pull out|leave|depart|start|set off|roll out|move off)s?$/;
const STOPS = /^(?:pull in|arrive|enter|stop|halt|come in|roll in)s?$/;

/** The trains that stand on the place's own rails, where nobody is told to be on, in or tied to one. */
export function onRails(troops: readonly Troop[], set: BuiltSet): Troop[] {
  if (!set.rails) return [];
  const isRidden = (id: string): boolean =>
    troops.some(({ actor }) => actor.relation?.to === id && /^(?:on|riding|inside|above)$/.test(actor.relation.kind));
  return troops.filter(({ actor }) => TRAINS.has(actor.kind) && !actor.relation && !isRidden(actor.id));
}

/** One behind the other, heads to the camera, the first with its head where trains stop. */
export function placeOnRails(troops: readonly Troop[], { rails }: BuiltSet): Placed[] {
  let z = rails?.stop ?? 0;
  return troops.flatMap(({ members }) =>
    members.map((member): Placed => {
      const { depth } = member.built.bounds;
      const position = [rails?.x ?? 0, rails?.y ?? 0, z - depth / 2] as const;
      z -= depth + 1;
      return { ...member, layer: 'backdrop', position, yaw: 0, scale: 1, isOnRails: true };
    }),
  );
}

/** Stands, comes in and stops, sets off, or goes by, along z towards the camera. */
export function railPath({ actor }: Placed, durationSeconds: number): Path {
  const { motion, does = '', changes = [] } = actor;
  const along = (way: (u: number) => number, rate: (u: number) => number): Path => ({
    isFollowed: false,
    at(seconds) {
      const u = clamp(seconds / durationSeconds, 0, 1);
      const z = way(u);
      return { ...REST, offset: [0, 0, z], yaw: 0, distance: z - way(0), speed: rate(u) / durationSeconds };
    },
  });
  if (changes.some(({ kind }) => kind === 'arrive') || STOPS.test(does)) {
    const left = (u: number): number => 1 - clamp(u / 0.8, 0, 1);
    return along(
      (u) => -32 * left(u) ** 2,
      (u) => 80 * left(u),
    );
  }
  if (LEAVES.test(does) || changes.some(({ kind }) => /^(?:leave|depart)$/.test(kind)))
    return along(
      (u) => 18 * u * u,
      (u) => 36 * u,
    );
  if (!MOVING.test(motion.kind)) return { isFollowed: false, at: () => REST };
  const length = clamp(8 * motion.speed * durationSeconds, 12, 60);
  return along(
    (u) => (u - 0.5) * length,
    () => length,
  );
}
