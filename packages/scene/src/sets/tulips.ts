import type { Mesh } from '@openimagine/render';
import { toSrgb } from '../model/color.ts';
import { land, outdoorPlace, treesOn } from './built-outdoors.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, hasActor, hasDetail, isAerial, lensFor, outdoorCues } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { placed, type SetInstance } from './scatter.ts';
import type { SetModel } from './set.ts';
import { addTube, type Color, createMeshBuilder, mix, shade } from './shape.ts';
import { noise } from './terrain.ts';

const COLORS: readonly Color[] = [
  [222, 38, 48],
  [248, 200, 40],
  [238, 112, 160],
  [246, 240, 232],
  [132, 48, 140],
  [242, 116, 40],
];
const LAVENDER: Color = [128, 92, 196];
/** Width of a stripe, and of the path between two, metres. */
const STRIPE = 2.1;
const GAP = 0.55;

/** Fields of tulips in stripes of all colours that run to the horizon, windmills and poplars far off. */
export const tulips: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    const random = context.random.fork('tulips');
    const isLavender = hasDetail(scene, 'lavender', 'provence');
    const one = isLavender ? LAVENDER : scene.setColor === undefined ? undefined : toSrgb(scene.setColor);
    const stripeColor = (stripe: number): Color => one ?? COLORS[((stripe % 6) + 6) % 6]!;
    if (!isLavender && !hasActor(scene, 'tower', 'house')) addMill(placeKit(kit, [-26, 0, -70], 0.3));
    if (!isLavender) addMill(placeKit(kit, [48, 0, -120], -0.4));
    const flowers = bedMeshes(random, isLavender);
    const beds: SetInstance[] = [];
    for (let stripe = -5; stripe <= 5; stripe++) {
      const x = (stripe + 0.5) * (STRIPE + GAP);
      if (Math.abs(x) < 1.2) continue;
      const [r, g, b] = stripeColor(stripe);
      const tint = [r / 235, g / 235, b / 235] as const;
      for (let row = 0; row < 6; row++) {
        const z = 6 - row * 2.4;
        // Nothing grows between the camera and those who stand there.
        if (scene.actors.length > 0 && z > -1.6 && Math.abs(x) < 3) continue;
        const matrix = placed(x, 0, z, { turn: ((row * 7 + stripe * 3) % 2) * Math.PI });
        beds.push({
          mesh: flowers.heads,
          material: { wrap: 0.5, specular: 0.1 },
          matrix,
          tint,
          isStatic: true,
          castsShadow: false,
        });
        beds.push({
          mesh: flowers.stems,
          material: { wrap: 0.5, specular: 0.04 },
          matrix,
          isStatic: true,
          castsShadow: false,
        });
      }
    }
    const clouds = createHorizonClouds(context, { distance: 560, foot: 40 });
    const trees = Array.from({ length: 34 }, (_, i) => ({
      x: -150 + i * 9 + 3 * noise(i, 3, 2),
      z: -150 - 30 * noise(i, 5, 4),
    }));
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, {
          heightAt: () => 0,
          radius: 520,
          rings: 120,
          colorAt: (x, z) => {
            const place = x / (STRIPE + GAP);
            const stripe = Math.floor(place);
            const across = (place - stripe) * (STRIPE + GAP);
            const isBed = across > GAP / 2 && across < STRIPE + GAP / 2 && z < 9 && z > -135 && Math.abs(x) < 110;
            const near = Math.hypot(x, z + 6) < 15;
            if (!isBed) return Math.abs(x) < 110 && z < 9 && z > -135 ? [126, 112, 78] : [112, 146, 66];
            const speck = 0.86 + 0.28 * noise(x * 3, z * 3, 5);
            return near ? [84, 122, 56] : mix(shade(stripeColor(stripe), speck), [84, 128, 56], 0.16);
          },
        }),
        ...stripesFar(stripeColor, isAerial(scene)),
        ...beds,
        ...treesOn(context, random, trees, { heightAt: () => 0, pines: 0, detail: 'far' }),
      ],
      fog: 0.0016,
      focus: { position: [0, 0, 0], halfWidth: 2.2, halfDepth: 1.4 },
      camera: isAerial(scene)
        ? { position: [0, 22, 26], target: [0, 0, -30], verticalFovDegrees: lensFor(aspect, 46) }
        : { position: [0.5, 2.5, 9.6], target: [-0.2, 1.3, -6], verticalFovDegrees: lensFor(aspect, 44) },
      more: (seconds) => ({ sprites: clouds(seconds) }),
      cues: [...outdoorCues(context, 0.4), ambience(context, 'insects', 0.1)],
    });
  },
};

/** Low ridges of colour, so that far stripes stand up from the ground as beds do. */
function stripesFar(colorOf: (stripe: number) => Color, isWhole: boolean): SetInstance[] {
  const builder = createMeshBuilder();
  for (let stripe = -36; stripe < 36; stripe++) {
    const x = (stripe + 0.5) * (STRIPE + GAP);
    const color = colorOf(stripe);
    const from = isWhole || Math.abs(stripe) > 5 ? 8 : -7.5;
    const steps = 30;
    for (let i = 0; i < steps; i++) {
      const [a, b] = [from + ((-135 - from) * i) / steps, from + ((-135 - from) * (i + 1)) / steps];
      const tone = shade(color, 0.9 + 0.2 * noise(stripe * 3, i, 6));
      const [l, r] = [x - STRIPE / 2, x + STRIPE / 2];
      for (const [p, q, n] of [[l, r, [0, 1, 0.1]]] as const) {
        const first = builder.vertex([p, 0.38, a], n, tone);
        builder.vertex([q, 0.38, a], n, tone);
        builder.vertex([q, 0.38, b], n, tone);
        builder.vertex([p, 0.38, b], n, tone);
        builder.triangle(first, first + 1, first + 2);
        builder.triangle(first, first + 2, first + 3);
      }
      for (const [side, n] of [
        [l, [-1, 0.3, 0]],
        [r, [1, 0.3, 0]],
      ] as const) {
        const green: Color = mix([72, 112, 48], color, 0.25);
        const first = builder.vertex([side, 0, a], n, green, 0.6);
        builder.vertex([side, 0, b], n, green, 0.6);
        builder.vertex([side, 0.38, b], n, green);
        builder.vertex([side, 0.38, a], n, green);
        if (side === l) {
          builder.triangle(first, first + 2, first + 1);
          builder.triangle(first, first + 3, first + 2);
        } else {
          builder.triangle(first, first + 1, first + 2);
          builder.triangle(first, first + 2, first + 3);
        }
      }
    }
  }
  return [
    {
      mesh: builder.build(),
      material: { wrap: 0.4, specular: 0.03 },
      matrix: placed(0, 0, 0),
      isStatic: true,
      castsShadow: false,
    },
  ];
}

/** A piece of a bed 2.4 m long: cups of six petals, and below them stems with leaves. White, to be tinted. */
function bedMeshes(random: { between(a: number, b: number): number }, isSpike: boolean): { heads: Mesh; stems: Mesh } {
  const heads = createMeshBuilder();
  const stems = createMeshBuilder();
  for (let i = 0; i < 35; i++) {
    const x = ((i % 5) / 4 - 0.5) * (STRIPE - 0.3) + random.between(-0.09, 0.09);
    const z = (Math.floor(i / 5) / 6 - 0.5) * 2.2 + random.between(-0.08, 0.08);
    const h = random.between(0.38, 0.52);
    const lean = random.between(-0.04, 0.04);
    addTube(stems, {
      from: [x, 0, z],
      to: [x + lean, h, z],
      fromRadius: 0.012,
      toRadius: 0.01,
      sides: 3,
      color: [86, 138, 58],
    });
    for (let k = 0; k < 1; k++) {
      const a = random.between(0, 6.28);
      const [dx, dz] = [Math.cos(a), Math.sin(a)];
      const green: Color = shade([96, 148, 70], random.between(0.8, 1.1));
      const first = stems.vertex([x - dz * 0.025, 0, z + dx * 0.025], [dx, 0.6, dz], green, 0.6);
      stems.vertex([x + dz * 0.025, 0, z - dx * 0.025], [dx, 0.6, dz], green, 0.6);
      stems.vertex([x + dx * 0.13, h * 0.75, z + dz * 0.13], [dx, 0.6, dz], green);
      stems.triangle(first, first + 1, first + 2);
      stems.triangle(first, first + 2, first + 1);
    }
    const tone: Color = shade([235, 235, 235], random.between(0.82, 1.06));
    const sides = 6;
    const ring = (radius: number, y: number, color: Color): number => {
      let start = -1;
      for (let s = 0; s < sides; s++) {
        const a = (s / sides) * 6.2832;
        const tip = y > h + 0.08 ? 0.018 * (s % 2) : 0;
        const index = heads.vertex(
          [x + lean + Math.cos(a) * radius, y + tip, z + Math.sin(a) * radius],
          [Math.cos(a), 0.35, Math.sin(a)],
          color,
        );
        if (start < 0) start = index;
      }
      return start;
    };
    const rings = isSpike
      ? [ring(0.02, h - 0.17, shade(tone, 0.75)), ring(0.036, h - 0.06, tone), ring(0.016, h + 0.1, tone)]
      : [ring(0.02, h - 0.01, shade(tone, 0.7)), ring(0.058, h + 0.04, tone), ring(0.04, h + 0.11, tone)];
    for (let level = 0; level < 2; level++)
      for (let s = 0; s < sides; s++) {
        const [a, b] = [rings[level]! + s, rings[level]! + ((s + 1) % sides)];
        const [c, d] = [rings[level + 1]! + s, rings[level + 1]! + ((s + 1) % sides)];
        heads.triangle(a, d, b);
        heads.triangle(a, c, d);
      }
    const top = heads.vertex([x + lean, h + 0.09, z], [0, 1, 0], shade(tone, 0.62));
    for (let s = 0; s < sides; s++) heads.triangle(top, rings[2]! + ((s + 1) % sides), rings[2]! + s);
  }
  return { heads: heads.build(), stems: stems.build() };
}

/** A windmill of brick and thatch with four lattice sails. */
function addMill(kit: Kit): void {
  kit.brick.lathe(
    [0, 0, 0],
    [
      [4.2, 0],
      [3.9, 3.5],
    ],
    0x8a5a44,
    16,
  );
  kit.plaster.lathe(
    [0, 3.4, 0],
    [
      [4, 0],
      [2.4, 9],
    ],
    0x6e5c48,
    16,
  );
  kit.wood.lathe(
    [0, 4, 0],
    [
      [5.6, 0],
      [5.6, 0.2],
      [3.9, 0.2],
    ],
    0xe8e2d4,
    16,
  );
  kit.plaster.lathe(
    [0, 12.4, 0],
    [
      [2.6, 0],
      [2.5, 1],
      [1.4, 2.2],
      [0, 2.8],
    ],
    0x4f4438,
    16,
  );
  kit.wood.tube(
    [
      [0, 13.4, 1.5],
      [0, 13.4, 4],
    ],
    0.25,
    0xe8e2d4,
    8,
  );
  for (let i = 0; i < 4; i++) {
    const a = 0.5 + (i / 4) * 6.2832;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    kit.wood.tube(
      [
        [0, 13.4, 3.9],
        [c * 9, 13.4 + s * 9, 3.9],
      ],
      0.13,
      0xe8e2d4,
      5,
    );
    for (let n = 0; n < 8; n++) {
      const r = 1.8 + n * 1;
      kit.wood.tube(
        [
          [c * r, 13.4 + s * r, 3.9],
          [c * r - s * 1.3, 13.4 + s * r + c * 1.3, 3.9],
        ],
        0.05,
        0xd8d0c0,
        4,
      );
    }
    kit.wood.tube(
      [
        [c * 1.8 - s * 1.3, 13.4 + s * 1.8 + c * 1.3, 3.9],
        [c * 8.8 - s * 1.3, 13.4 + s * 8.8 + c * 1.3, 3.9],
      ],
      0.05,
      0xd8d0c0,
      4,
    );
  }
  kit.planks.box([0, 1.2, 4], [1.3, 2.4, 0.3], 0x3f6a4a);
}
