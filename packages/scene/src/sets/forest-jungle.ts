import type { Mesh, Vec3 } from '@openimagine/render';
import { leafyMesh, palmMesh } from './garden-plants.ts';
import { hasActor } from './mood.ts';
import { BLADES } from './plants.ts';
import { placed, type SetInstance, scatter, standing } from './scatter.ts';
import type { SetContext } from './set.ts';
import { addTube, type Color, createMeshBuilder, shade } from './shape.ts';
import type { HeightAt } from './terrain.ts';
import { fernMesh } from './undergrowth.ts';

const GREENS: readonly Color[] = [
  [58, 118, 52],
  [84, 140, 58],
  [46, 98, 60],
  [112, 156, 66],
];

/**
 * What makes a wood a jungle: palms, leaves as large as a man along both sides of the path, vines between the trunks.
 * @param chance Where trees may stand; the tall plants keep to the same places.
 */
export function jungleOf(
  context: SetContext,
  heightAt: HeightAt,
  chance: (x: number, z: number) => number,
): SetInstance[] {
  const random = context.random.fork('jungle');
  const palms = [
    palmMesh(random, GREENS[1]!, 2.2),
    palmMesh(random, GREENS[0]!, 3.6),
    palmMesh(random, GREENS[3]!, 1.2),
  ];
  const ferns = GREENS.map((green) => fernMesh(random, green, 13, 1.5));
  const broad = GREENS.map((green) => leafyMesh(random, green, 1.5));
  const hasFall = hasActor(context.scene, 'waterfall');
  const low = (x: number, z: number): number =>
    Math.hypot(x, z) < 3.4 || (z > 1 && Math.abs(x) < 2.4 + z * 0.3) ? 0 : 1;
  const plants = [
    ...scatter({ random, count: hasFall ? 8 : 26, from: [-16, -22], to: [16, 3], distance: 2, chance }).map((spot) => ({
      ...spot,
      mesh: random.pick(palms),
    })),
    ...scatter({ random, count: hasFall ? 24 : 70, from: [-12, -18], to: [12, 6.5], distance: 1, chance: low }).map(
      (spot) => ({
        ...spot,
        mesh: random.pick(random.next() < 0.5 ? ferns : broad),
      }),
    ),
  ];
  return [
    vines(context, heightAt),
    ...(hasFall ? besideFall(context, palms, [...ferns, ...broad], heightAt) : []),
    ...plants.map(({ x, z, mesh }) => {
      const tone = random.between(0.85, 1.2);
      const matrix = placed(x, heightAt(x, z) - 0.05, z, {
        scale: random.between(0.75, 1.35),
        turn: random.between(0, 6.28),
      });
      return standing(mesh, BLADES, matrix, { tint: [tone, tone, tone * 0.95] });
    }),
  ];
}

/** What drinks from a waterfall: palms on and beside its cliff, broad leaves round the pool and before the lens. */
function besideFall(
  context: SetContext,
  palms: readonly Mesh[],
  low: readonly Mesh[],
  heightAt: HeightAt,
): SetInstance[] {
  const random = context.random.fork('fall');
  const at = (mesh: Mesh, x: number, y: number, z: number, scale: number): SetInstance => {
    const tone = random.between(0.8, 1.15);
    const matrix = placed(x, y, z, { scale, turn: random.between(0, 6.28) });
    return standing(mesh, BLADES, matrix, { tint: [tone, tone, tone * 0.9] });
  };
  return [-1, 1].flatMap((side) => {
    const away = (from: number, to: number): number => side * random.between(from, to);
    const ground = (mesh: Mesh, x: number, z: number, scale: number): SetInstance =>
      at(mesh, x, heightAt(x, z) - 0.1, z, scale);
    return [
      ...Array.from({ length: 4 }, () => at(random.pick(palms), away(2.6, 7), 11.1, random.between(-3.2, -2), 1.5)),
      ...Array.from({ length: 5 }, () => at(random.pick(low), away(2.4, 7), 11.2, random.between(-2.4, -1.1), 1.5)),
      ...Array.from({ length: 3 }, () => ground(random.pick(palms), away(6, 10), random.between(-2, 4), 2.3)),
      ...Array.from({ length: 9 }, () => ground(random.pick(low), away(4.4, 8), random.between(3.6, 8), 1.8)),
      ...Array.from({ length: 5 }, () => ground(random.pick(low), away(1.6, 5), random.between(7.6, 10.5), 1.5)),
    ];
  });
}

/** Ropes of leaf-green that hang in bows from the crowns. */
function vines(context: SetContext, heightAt: HeightAt): SetInstance {
  const random = context.random.fork('vines');
  const builder = createMeshBuilder();
  for (let i = 0; i < 26; i++) {
    const x = random.between(-11, 11);
    const z = random.between(-16, -4);
    const foot = heightAt(x, z);
    const [span, sag] = [random.between(1, 4), random.between(1.2, 3)];
    const top = foot + random.between(5, 7);
    const at = (t: number): Vec3 => [x + span * (t - 0.5), top - sag * (1 - (2 * t - 1) ** 2), z + 0.6 * t];
    const green = shade(random.pick(GREENS), 0.7);
    for (let k = 0; k < 8; k++)
      addTube(builder, {
        from: at(k / 8),
        to: at((k + 1) / 8),
        fromRadius: 0.035,
        toRadius: 0.035,
        sides: 4,
        color: green,
      });
    const drop = at(0.5);
    addTube(builder, {
      from: [drop[0], drop[1] - random.between(0.6, 2), drop[2]],
      to: drop,
      fromRadius: 0.02,
      toRadius: 0.035,
      sides: 4,
      color: green,
    });
  }
  return standing(builder.build(), BLADES);
}
