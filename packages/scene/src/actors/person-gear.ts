import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { lathe } from '../model/lathe.ts';
import {
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scaling,
  translation,
} from '../model/matrix.ts';
import { mergeMeshes, paint, warp } from '../model/mesh.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import { CHEST_ITEMS, type ChestItem, HAND_ITEMS, type HandItem, type ItemModel } from './person-items.ts';
import { BODY } from './person-joints.ts';
import type { Item, PersonLook } from './person-wear.ts';
import { ball, CLOTH, limb, METAL, type PartCollector, SHELL, SMOOTH } from './rig.ts';

const LINKS = 8;

/** A cape from the shoulders down, in links that pass a wave along. */
export function addCape(
  pose: PartCollector,
  torso: Matrix,
  color: Srgb,
  moment: { readonly seconds: number; readonly stream: number; readonly flies: boolean },
): void {
  const length = 0.135;
  const hang = moment.flies ? 0.1 + 0.1 * Math.sin(moment.seconds * 3) : 0.12 + moment.stream * 0.75;
  let frame = multiply(torso, translation(0, BODY.shoulder + 0.015, -0.085), rotationX(hang));
  for (let i = 0; i < LINKS; i++) {
    const link = cachedMesh(`person/cape/${toHex(color)}/${i}`, () => capeLink(color, i, length));
    const wave =
      (0.04 + 0.2 * moment.stream) * Math.sin(moment.seconds * (2 + moment.stream * 5) - i * 0.75) * (0.3 + i / LINKS);
    frame = multiply(frame, rotationX(wave));
    pose.add(link, CLOTH, frame);
    frame = multiply(frame, translation(0, -length, 0));
  }
}

function capeLink(color: Srgb, index: number, length: number): Mesh {
  const widthAt = (share: number): number => 0.17 + 0.16 * ((index + share) / LINKS);
  const sheet = roundedBox([2, length * 1.12, 0.02], 0.0095, color, 1);
  const divided = mergeMeshes(
    [-3, -2, -1, 0, 1, 2, 3].map((strip) => ({
      mesh: sheet,
      matrix: compose({ at: [strip * 0.2857, 0, 0], scale: [0.2857 / 2, 1, 1] }),
    })),
  );
  return paint(
    warp(divided, (x, y, z) => {
      const share = 0.5 - y / length;
      const fold = 0.02 * Math.sin(x * 9) * (0.3 + (index + share) / LINKS);
      return [x * widthAt(share), y - length / 2, z + fold - 0.06 * x * x];
    }),
    (_, __, ___, normal) => (normal[2] > 0 ? shade(color, 0.78) : color),
  );
}

/** Cloth below the waist: a short skirt, the tails of a coat, or a gown to the ground; it widens with the stride. */
export function addSkirt(
  pose: PartCollector,
  hips: Matrix,
  look: PersonLook,
  moment: { readonly seconds: number; readonly stream: number; readonly stride: number; readonly sits: boolean },
): void {
  // Seated, cloth lies flat on the legs: the hips' own colour says enough.
  if (look.skirt === 'none' || moment.sits) return;
  const color = look.skirtColor ?? (look.skirt === 'coat' ? look.top : look.skirt === 'gown' ? look.bottom : look.top);
  const mesh = cachedMesh(`person/skirt/${look.skirt}/${look.build}/${toHex(color)}/${toHex(look.accent)}`, () =>
    skirtMesh(look, color),
  );
  const widen = 1 + (look.skirt === 'coat' ? 0.55 : 0.3) * moment.stride;
  const breeze = 0.03 * Math.sin(moment.seconds * 2.3) + moment.stream * 0.16;

  pose.add(mesh, CLOTH, multiply(hips, rotationX(breeze), scaling(1 + 0.06 * moment.stride, 1, widen)));
}

function skirtMesh(look: PersonLook, color: Srgb): Mesh {
  if (look.skirt === 'tutu') return tutuMesh(look, color);
  const drop =
    look.skirt === 'gown' ? BODY.hip - 0.03 : look.skirt === 'coat' ? 0.46 : look.build === 'child' ? 0.4 : 0.44;
  const hem = look.skirt === 'gown' ? 0.33 : look.skirt === 'coat' ? 0.262 : 0.3;
  const waist = look.build === 'woman' ? 0.118 : 0.142;
  const outside = lathe(
    [
      [hem, -drop],
      [hem + 0.006, -drop + 0.006],
      [hem * 0.86, -drop * 0.7],
      [0.232, -drop * 0.34],
      [0.198, -0.05],
      [waist, 0.085],
      [waist * 0.9, 0.1],
    ],
    color,
    30,
  );
  const inside = lathe(
    [
      [0, -0.05],
      [0.15, -drop * 0.3],
      [hem, -drop],
    ],
    shade(color, 0.45),
    30,
  );
  const folds = warp(mergeMeshes([{ mesh: outside }, { mesh: inside }]), (x, y, z) => {
    const depth = softStep(0, -drop, y);
    const angle = Math.atan2(x, z);
    const ripple = 1 + depth * 0.055 * Math.cos(angle * 9);
    return [x * ripple, y, z * ripple * 0.94];
  });
  return paint(folds, (x, y, z, normal) => {
    if (normal[0] * x + normal[2] * z < 0) return shade(color, 0.45);
    if (look.skirt === 'coat' && z > 0 && Math.abs(x) < 0.012) return shade(color, 0.6);
    if (look.skirt === 'coat' && y > 0.055) return look.accent;
    return look.skirt === 'gown' && y < -drop + 0.05 ? look.accent : color;
  });
}

/** Layers of stiff net that stand out from the hips. */
function tutuMesh(look: PersonLook, color: Srgb): Mesh {
  const waist = look.build === 'woman' ? 0.118 : 0.142;
  const layers = [0, 1, 2].map((i) => ({
    mesh: warp(
      lathe(
        [
          [0.1, -0.02 - i * 0.022],
          [0.38 - i * 0.03, -0.05 - i * 0.04],
          [0.385 - i * 0.03, -0.044 - i * 0.04],
          [0.2, 0.015 - i * 0.02],
          [waist, 0.085],
        ],
        color,
        44,
      ),
      (x, y, z) => {
        const reach = Math.hypot(x, z);
        return [x, y + Math.max(0, reach - 0.15) * 0.11 * Math.cos(Math.atan2(x, z) * 11 + i * 2), z];
      },
    ),
  }));
  return paint(mergeMeshes(layers), (x, _, z) =>
    mixColors(color, '#ffffff', softStep(0.15, 0.38, Math.hypot(x, z)) * 0.5),
  );
}

/** Something held: the hand's space has −y along the fingers and +z to the front. */
export function addItem(pose: PartCollector, hand: Matrix, item: Item, look: PersonLook): void {
  const { mesh, material, grip } = modelOf(item, look);
  pose.add(mesh, material, multiply(hand, translation(0, -0.06, 0.012), grip));
}

/** Something before the chest, in the torso's space. */
export function addChestItem(pose: PartCollector, torso: Matrix, item: Item): void {
  if (!isChestItem(item)) return;
  const { mesh, material, grip } = CHEST_ITEMS[item]();
  pose.add(mesh, material, multiply(torso, grip));
}

const isChestItem = (item: Item): item is ChestItem => Object.hasOwn(CHEST_ITEMS, item);
const isHandItem = (item: Item): item is HandItem => Object.hasOwn(HAND_ITEMS, item);

function modelOf(item: Item, look: PersonLook): ItemModel {
  if (isHandItem(item)) return HAND_ITEMS[item]();
  return isChestItem(item) ? CHEST_ITEMS[item]() : ITEMS[item](look);
}

type ItemMaker = (look: PersonLook) => { readonly mesh: Mesh; readonly material: typeof SMOOTH; readonly grip: Matrix };

const ITEMS: Readonly<Record<Exclude<Item, HandItem | ChestItem>, ItemMaker>> = {
  sword: () => ({
    mesh: cachedMesh('person/sword', () => {
      const blade = extrude(
        [
          [-0.03, 0],
          [0.03, 0],
          [0.026, 0.62],
          [0, 0.74],
          [-0.026, 0.62],
        ],
        { depth: 0.016, bevel: 0.005, color: '#d5dce4' },
      );
      return mergeMeshes([
        { mesh: blade, matrix: translation(0, 0.1, 0) },
        { mesh: roundedBox([0.2, 0.03, 0.04], 0.012, '#c79a3a', 1), matrix: translation(0, 0.09, 0) },
        {
          mesh: cylinder({ radius: 0.015, height: 0.17, color: '#4a2c1a', segments: 6 }),
          matrix: translation(0, -0.08, 0),
        },
        { mesh: sphere(0.024, '#c79a3a', 6), matrix: translation(0, -0.09, 0) },
      ]);
    }),
    material: METAL,
    grip: rotationX(Math.PI / 2),
  }),
  shield: (look) => ({
    mesh: cachedMesh(`person/shield/${toHex(look.accent)}`, () => shieldMesh(look.accent)),
    material: SHELL,
    grip: multiply(translation(0.075, 0.12, 0.02), rotationY(Math.PI / 2), rotationZ(0)),
  }),
  staff: (look) => ({
    mesh: cachedMesh(`person/staff/${toHex(look.accent)}`, () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.017, topRadius: 0.022, height: 1.62, color: '#6a4526', segments: 10 }),
          matrix: translation(0, -0.72, 0),
        },
        { mesh: sphere(0.06, '#8fe3ff', 16), matrix: translation(0, 0.95, 0) },
      ]),
    ),
    material: SMOOTH,
    grip: rotationX(0.25),
  }),
  broom: () => ({
    mesh: cachedMesh('person/broom', () =>
      mergeMeshes([
        {
          mesh: cylinder({ radius: 0.016, height: 1.2, color: '#7a5230', segments: 10 }),
          matrix: translation(0, -0.3, 0),
        },
        {
          mesh: paint(smoothBlob([limb([0, -0.3, 0], [0, -0.7, 0], [0.05, 0.12])], 0.028), (x, _, z) =>
            shade('#c99a4e', 0.85 + 0.2 * Math.sin(Math.atan2(x, z) * 17)),
          ),
        },
      ]),
    ),
    material: SMOOTH,
    grip: rotationX(0.2),
  }),
  briefcase: () => ({
    mesh: cachedMesh('person/briefcase', () =>
      mergeMeshes([
        { mesh: roundedBox([0.09, 0.27, 0.38], 0.02, '#5a3620', 2), matrix: translation(0, -0.18, 0) },
        {
          mesh: tube(
            [
              [0, -0.04, 0.06],
              [0, 0.0, 0.05],
              [0, 0.0, -0.05],
              [0, -0.04, -0.06],
            ],
            { radius: 0.011, color: '#3a2214', sides: 8 },
          ),
        },
        { mesh: roundedBox([0.1, 0.03, 0.04], 0.008, '#d2a748', 1), matrix: translation(0, -0.1, 0) },
      ]),
    ),
    material: SMOOTH,
    grip: translation(0, -0.02, 0),
  }),
  wateringCan: () => ({ mesh: wateringCan(), material: SHELL, grip: translation(0, -0.16, 0.02) }),
  magnifier: () => ({
    mesh: cachedMesh('person/magnifier', () =>
      mergeMeshes([
        { mesh: cylinder({ radius: 0.014, height: 0.14, color: '#4a2f1c', segments: 10 }) },
        { mesh: sphere([0.07, 0.07, 0.012], '#bfe0ee', 20), matrix: translation(0, 0.2, 0) },
      ]),
    ),
    material: SHELL,
    grip: rotationX(1.2),
  }),
};

function shieldMesh(color: Srgb): Mesh {
  const outline: [number, number][] = [];
  for (let i = 0; i <= 10; i++) outline.push([0.2 - 0.4 * (i / 10), 0.22 + 0.03 * Math.sin((i / 10) * Math.PI)]);
  for (let i = 1; i < 12; i++) {
    const t = i / 12;
    const side = t < 0.5 ? -1 : 1;
    const down = t < 0.5 ? t * 2 : 2 - t * 2;
    outline.push([side * 0.2 * Math.cos(down * 1.45) ** 0.8, 0.22 - 0.52 * down]);
  }
  const flat = extrude(
    outline.map(([x, y]): [number, number] => [x, y]),
    { depth: 0.035, bevel: 0.01, color },
  );
  const cross = [
    { mesh: roundedBox([0.055, 0.42, 0.02], 0.008, '#f0e6cf', 1), matrix: translation(0, 0.0, 0.018) },
    { mesh: roundedBox([0.3, 0.055, 0.02], 0.008, '#f0e6cf', 1), matrix: translation(0, 0.08, 0.018) },
  ];
  return mergeMeshes([{ mesh: flat }, ...cross]);
}

/** A can with a long spout to the front, its handle's middle at the origin's height + 0.16. */
export function wateringCan(): Mesh {
  return cachedMesh('person/watering-can', () => {
    const color: Srgb = [62, 142, 110];
    const dark = mixColors(color, '#12302a', 0.4);
    const arch: readonly Vec3[] = [
      [0, 0.02, 0.11],
      [0, 0.15, 0.07],
      [0, 0.16, -0.06],
      [0, 0.0, -0.15],
      [0, -0.1, -0.11],
    ];
    const can = lathe(
      [
        [0, -0.13],
        [0.115, -0.13],
        [0.125, -0.11],
        [0.11, 0.07],
        [0.118, 0.085],
        [0, 0.085],
      ],
      color,
      28,
    );
    const spout = smoothBlob(
      [
        limb([0, -0.07, 0.1], [0, 0.12, 0.36], [0.03, 0.018]),
        ball([0, 0.135, 0.385], [0.05, 0.03, 0.05], { turn: rotationX(0.9), blend: 0.02 }),
      ],
      0.014,
      { color },
    );
    return mergeMeshes([
      { mesh: can },
      { mesh: spout },
      { mesh: tube(arch, { radius: 0.013, color: dark, sides: 8, rings: 20 }) },
    ]);
  });
}
