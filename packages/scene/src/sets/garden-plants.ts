import type { Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import { showing } from './absent.ts';
import { addBothSides, addLeaf } from './plants.ts';
import { addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';

/** A leafy plant of broad leaves on a few stems, about 0.9 m tall: the filling of beds. */
export function leafyMesh(random: Random, color: Color, height: number): Mesh {
  const builder = createMeshBuilder();
  for (let s = 0; s < 4; s++) {
    const angle = s * 1.6 + random.between(-0.4, 0.4);
    const lean = random.between(0.05, 0.28);
    const tall = height * random.between(0.7, 1.1);
    const top: Vec3 = [Math.cos(angle) * lean * tall, tall, Math.sin(angle) * lean * tall];
    addTube(builder, {
      from: [0, -0.02, 0],
      to: top,
      fromRadius: 0.014,
      toRadius: 0.008,
      sides: 4,
      color: shade(color, 0.7),
    });
    for (let i = 0; i < 7; i++) {
      const t = 0.2 + (0.8 * i) / 7;
      addBroadLeaf(
        builder,
        random,
        [top[0] * t, top[1] * t, top[2] * t],
        i * 2.4 + angle,
        height * random.between(0.22, 0.36),
        color,
      );
    }
  }
  return showing('plants', builder.build());
}

/** A pointed leaf with a fold along its middle. 8 triangles. */
function addBroadLeaf(
  builder: MeshBuilder,
  random: Random,
  from: Vec3,
  angle: number,
  length: number,
  color: Color,
): void {
  const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
  const droop = random.between(-0.15, 0.35);
  const tone = shade(color, random.between(0.75, 1.2));
  const at = (t: number, side: number): Vec3 => [
    from[0] + ox * length * t - oz * side,
    from[1] + length * (0.5 * t - (0.5 + droop) * t * t) + Math.abs(side) * 0.25,
    from[2] + oz * length * t + ox * side,
  ];
  const width = length * 0.26;
  const normal = unit([ox * 0.2, 1, oz * 0.2]);
  const root = builder.vertex(at(0, 0), normal, shade(tone, 0.65), 0.6);
  const spine = builder.vertex(at(0.5, 0), normal, shade(tone, 0.9), 0.85);
  const tip = builder.vertex(at(1, 0), normal, shade(tone, 1.15));
  for (const side of [-1, 1]) {
    const wing = builder.vertex(at(0.45, side * width), unit([-oz * side * 0.5, 0.9, ox * side * 0.5]), tone, 0.95);
    addBothSides(builder, root, wing, spine);
    addBothSides(builder, spine, wing, tip);
  }
}

/** Rosettes of blossom on leafy stems, a dozen heads of one colour. */
export function blossomMesh(random: Random, color: Color, height: number): Mesh {
  const builder = createMeshBuilder();
  const green: Color = [86, 126, 58];
  for (let i = 0; i < 7; i++) {
    const [x, z] = [random.between(-0.3, 0.3), random.between(-0.3, 0.3)];
    const tall = height * random.between(0.65, 1.1);
    addLeaf(
      builder,
      [
        [x - 0.006, 0, z],
        [x + 0.006, 0, z],
        [x, tall, z],
      ],
      [0, 1, 0],
      shade(green, 0.8),
    );
    for (let k = 0; k < 2; k++)
      addBroadLeaf(builder, random, [x, tall * (0.25 + 0.3 * k), z], random.between(0, 6), 0.16, green);
    const tone = shade(color, random.between(0.85, 1.12));
    for (let ring = 0; ring < 2; ring++) {
      const heart = builder.vertex(
        [x, tall + 0.012 + ring * 0.014, z],
        [0, 1, 0.2],
        ring === 0 ? shade(tone, 0.8) : mix(tone, [252, 214, 96], 0.75),
      );
      const petals = Array.from({ length: 6 }, (_, k) => {
        const angle = (k / 6) * Math.PI * 2 + ring;
        const r = (k % 2 === 0 ? 0.066 : 0.05) * (ring === 0 ? 1 : 0.45);
        return builder.vertex(
          [x + Math.cos(angle) * r, tall + 0.035 + ring * 0.012, z + Math.sin(angle) * r],
          unit([Math.cos(angle) * 0.5, 1, Math.sin(angle) * 0.5]),
          mix(tone, [255, 250, 240], ring * 0.25),
        );
      });
      for (let k = 0; k < 6; k++) addBothSides(builder, heart, petals[(k + 1) % 6]!, petals[k]!);
    }
  }
  return showing('flowers', builder.build());
}

/** An arching palm of long feathered leaves: in a pot, or with a bare trunk as tall as `trunk` metres. About 700 triangles. */
export function palmMesh(random: Random, color: Color, trunk = 0): Mesh {
  const builder = createMeshBuilder();
  const crown = trunk > 0 ? trunk : 0.5;
  if (trunk > 0) addPalmTrunk(builder, trunk);
  else addPot(builder);
  for (let f = 0; f < 11; f++) {
    const angle = f * 2.399 + random.between(-0.2, 0.2);
    const reach = random.between(0.9, 1.4);
    const rise = random.between(0.9, 1.7);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const spine = (t: number): Vec3 => [ox * reach * t, crown + rise * (1.9 * t - 1.25 * t * t), oz * reach * t];
    const tone = shade(color, random.between(0.8, 1.2));
    for (let i = 1; i <= 11; i++) {
      const t = i / 11;
      const from = spine(t);
      const length = 0.38 * Math.sin(Math.PI * (0.12 + 0.8 * t));
      for (const side of [-1, 1]) {
        const to: Vec3 = [
          from[0] + ox * length * 0.6 - oz * side * length,
          from[1] - length * 0.35,
          from[2] + oz * length * 0.6 + ox * side * length,
        ];
        const back = spine(t - 0.05);
        addLeaf(builder, [back, from, to], [ox * 0.2, 1, oz * 0.2], shade(tone, 0.8 + 0.2 * t), shade(tone, 1.15));
      }
    }
  }
  return showing('trees', builder.build());
}

function addPot(builder: MeshBuilder): void {
  const clay: Color = [178, 104, 72];
  const round = { sides: 14, color: clay };
  addTube(builder, {
    ...round,
    from: [0, 0, 0],
    to: [0, 0.5, 0],
    fromRadius: 0.22,
    toRadius: 0.3,
    color: shade(clay, 0.75),
    toColor: clay,
    open: [0.55, 1],
  });
  addTube(builder, {
    ...round,
    from: [0, 0.44, 0],
    to: [0, 0.52, 0],
    fromRadius: 0.34,
    toRadius: 0.34,
    toColor: shade(clay, 1.1),
  });
  addTube(builder, {
    ...round,
    from: [0, 0.45, 0],
    to: [0, 0.47, 0],
    fromRadius: 0.3,
    toRadius: 0.3,
    color: [66, 50, 40],
    cap: true,
  });
}

/** A ringed trunk, thicker at the foot. */
function addPalmTrunk(builder: MeshBuilder, height: number): void {
  const bark: Color = [122, 100, 76];
  const rings = Math.ceil(height / 0.4);
  for (let i = 0; i < rings; i++)
    addTube(builder, {
      from: [0, (i / rings) * height - (i === 0 ? 0.3 : 0), 0],
      to: [0, ((i + 1) / rings) * height, 0],
      fromRadius: 0.15 - 0.05 * (i / rings),
      toRadius: 0.125 - 0.05 * (i / rings),
      sides: 7,
      color: shade(bark, 0.75),
      toColor: bark,
    });
}
