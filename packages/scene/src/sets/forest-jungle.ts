import type { Vec3 } from '@openimagine/render';
import { leafyMesh, palmMesh } from './garden-plants.ts';
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
  const low = (x: number, z: number): number =>
    Math.hypot(x, z) < 3.4 || (z > 1 && Math.abs(x) < 2.4 + z * 0.3) ? 0 : 1;
  const plants = [
    ...scatter({ random, count: 26, from: [-16, -22], to: [16, 3], distance: 2, chance }).map((spot) => ({
      ...spot,
      mesh: random.pick(palms),
    })),
    ...scatter({ random, count: 70, from: [-12, -18], to: [12, 6.5], distance: 1, chance: low }).map((spot) => ({
      ...spot,
      mesh: random.pick(random.next() < 0.5 ? ferns : broad),
    })),
  ];
  return [
    vines(context, heightAt),
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
