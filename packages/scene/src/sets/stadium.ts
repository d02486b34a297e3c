import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';
import { isAbsent } from './absent.ts';
import { groundTone, outdoorPlace, paved } from './built-outdoors.ts';
import { ambience, isSnowy, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetContext, SetModel } from './set.ts';

/** A stadium: a striped lawn with its lines and a goal, stands full of people, a roof, floodlights, a board. */
export const stadium: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    addLines(kit, isSnowy(scene));
    addGoal(placeKit(kit, [0, 0, -30]));
    for (const [x, z, yaw, length] of [
      [0, -40, 0, 66],
      [-37, -8, Math.PI / 2, 84],
      [37, -8, -Math.PI / 2, 84],
    ] as const)
      addStand(placeKit(kit, [x, 0, z], yaw), length, isAbsent(scene, 'people'));
    for (const x of [-37, 37]) addCorner(kit, x);
    const masts = (
      [
        [-46, -52],
        [46, -52],
        [-50, 18],
        [50, 18],
      ] as const
    ).map(([x, z]) => addMast(kit, x, z));
    addBoard(placeKit(kit, [0, 19.4, -42.4]));
    return outdoorPlace(context, {
      kit,
      materials: { paint: { specular: 0.05 } },
      still: [
        paved(scene, lawn(context), { pattern: 'grass', scale: 3, mirror: 0.04 }),
        paved(scene, track(context), { pattern: 'grain', scale: 3, mirror: 0.3 }),
      ],
      lamps: [
        ...masts.map((at) => ({ at, color: [4, 4, 4.2] as const, radius: 0, halo: 7 })),
        { at: [-14, 15, 8], color: [7, 7.2, 7.6] as const, radius: 46 },
        { at: [0, 13, -36], color: [6, 6.2, 6.6] as const, radius: 38 },
        { at: [16, 15, -14], color: [7, 7.2, 7.6] as const, radius: 48 },
      ],
      wetAt: 0.01,
      focus: { position: [0, 0, 0], halfWidth: 6, halfDepth: 5 },
      camera: { position: [1.6, 2.2, 13], target: [0, 5.2, -16], verticalFovDegrees: lensFor(aspect, 52) },
      cues: isAbsent(scene, 'people') ? [] : [ambience(context, 'crowd', 0.5)],
    });
  },
};

/** Steps with people on them, a wall of boards in front, a roof on struts. It faces +z. */
function addStand(kit: Kit, length: number, isEmpty: boolean): void {
  const rows = 15;
  for (let row = 0; row < rows; row++) {
    const [y, z] = [1.4 + row * 0.72, -1 - row * 1.15];
    kit.trim.box([0, y / 2, z], [length, y, 1.16], row % 5 === 4 ? 0x8a8f98 : 0x9aa0a8, { foot: 0.6 });
    if (!isEmpty) addPeople(kit, length, y, z, row);
  }
  kit.trim.box([0, 0.6, 0], [length, 1.2, 0.3], 0x2c3038);
  const boards = Math.floor(length / 6);
  const colors = [0xc8402c, 0x2f5f9a, 0xe8c040, 0x3a8a5a, 0xf0ece4, 0x7a3a8a];
  for (let i = 0; i < boards; i++)
    kit.glow.box(
      [((i + 0.5) / boards - 0.5) * length, 0.6, 0.17],
      [length / boards - 0.1, 0.9, 0.05],
      mute(colors[i % colors.length]!),
    );
  const [top, back] = [1.4 + rows * 0.72, -1 - rows * 1.15];
  kit.trim.box([0, (top + 7) / 2, back - 0.5], [length, top + 7, 1], 0x6a7078, { foot: 0.6 });
  kit.metal.quad(
    [-length / 2, top + 7.6, back + 15],
    [length / 2, top + 7.6, back + 15],
    [length / 2, top + 6.6, back - 1],
    [-length / 2, top + 6.6, back - 1],
    0xd8dce0,
  );
  kit.metal.quad(
    [-length / 2, top + 6.6, back - 1],
    [length / 2, top + 6.6, back - 1],
    [length / 2, top + 7.6, back + 15],
    [-length / 2, top + 7.6, back + 15],
    0x9aa0a8,
    0.7,
  );
  kit.metal.box([0, top + 7.6, back + 15], [length, 0.7, 0.4], 0xf0f2f4, { bottom: true });
  for (let i = 0; i <= length / 9; i++) {
    const x = (i / Math.floor(length / 9) - 0.5) * length;
    kit.metal.tube(
      [
        [x, 0, back - 0.6],
        [x, top + 12, back - 0.6],
      ],
      0.25,
      0xc8ccd0,
      5,
    );
    kit.metal.tube(
      [
        [x, top + 12, back - 0.6],
        [x, top + 7.8, back + 13],
      ],
      0.1,
      0xc8ccd0,
      4,
    );
  }
}

/** A row of spectators: shoulders in many colours and a head. */
function addPeople(kit: Kit, length: number, y: number, z: number, row: number): void {
  const count = Math.floor(length / 0.82);
  for (let i = 0; i < count; i++) {
    if (hash(i, row * 7 + 1) < 0.12) continue;
    const x = ((i + 0.5) / count - 0.5) * length + (hash(i, row + 40) - 0.5) * 0.2;
    const color = SHIRTS[Math.floor(hash(i, row * 3 + 2) * SHIRTS.length)]!;
    const h = 0.66 + hash(i, row + 9) * 0.2;
    kit.skin.quad([x - 0.25, y, z + 0.1], [x + 0.25, y, z + 0.1], [x + 0.2, y + h, z], [x - 0.2, y + h, z], color);
    const head = y + h + 0.16;
    kit.skin.quad(
      [x - 0.11, head - 0.15, z + 0.02],
      [x + 0.11, head - 0.15, z + 0.02],
      [x + 0.1, head + 0.13, z],
      [x - 0.1, head + 0.13, z],
      SKINS[Math.floor(hash(i, row + 77) * SKINS.length)]!,
    );
  }
}

const SHIRTS = [0xc8443a, 0xc8443a, 0xe8e4dc, 0x2f5f9a, 0xe0b43c, 0x3a7a5a, 0x26303c, 0xd88a4a, 0x8a4a7a];
const SKINS = [0xe8b48c, 0xc8906a, 0x8a5a3e, 0xf0c8a4, 0x5a3a2a];
const mute = (color: number): number => ((color >> 1) & 0x7f7f7f) + 0x101010;

function addCorner(kit: Kit, x: number): void {
  kit.trim.box([x, 4, -46], [12, 8, 10], 0x7a8088, { foot: 0.6, yaw: x > 0 ? -0.7 : 0.7 });
}

/** A mast with a field of floodlights. @returns where they shine. */
function addMast(kit: Kit, x: number, z: number): Vec3 {
  kit.metal.tube(
    [
      [x, 0, z],
      [x, 30, z],
    ],
    0.5,
    0xb0b4b8,
    8,
  );
  const yaw = Math.atan2(-x, -z - 10);
  const head = placeKit(kit, [x, 30, z], yaw);
  head.metal.box([0, 1, 0], [7.4, 4.6, 0.4], 0x50565c, { bottom: true });
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 4; j++)
      head.lamp.box([(i - 2.5) * 1.15, (j - 1.5) * 1.05 + 1, 0.3], [0.8, 0.75, 0.2], 0xf4f8ff);
  return [x, 31, z + 1];
}

/** The big board above the far stand, with bars instead of names. */
function addBoard(kit: Kit): void {
  kit.trim.box([0, 4, 0], [17, 7, 0.6], 0x1c2026);
  const dots = (x: number, y: number, w: number, h: number, color: number): void =>
    kit.glow.box([x, y, 0.35], [w, h, 0.05], color);
  const digit = (x: number, on: readonly number[]): void => {
    const bars: readonly (readonly [number, number, number, number])[] = [
      [0, 1.4, 1, 0.22],
      [0.5, 0.7, 0.22, 1.2],
      [0.5, -0.7, 0.22, 1.2],
      [0, -1.4, 1, 0.22],
      [-0.5, -0.7, 0.22, 1.2],
      [-0.5, 0.7, 0.22, 1.2],
      [0, 0, 1, 0.22],
    ];
    for (const i of on) dots(x + bars[i]![0], 4 + bars[i]![1], bars[i]![2], bars[i]![3], 0xf0b040);
  };
  digit(-3.4, [0, 1, 6, 4, 3]);
  digit(3.4, [1, 2]);
  for (const y of [0.5, -0.5]) dots(0, 4 + y, 0.3, 0.3, 0xf0b040);
  for (const x of [-6, 6]) for (let i = 0; i < 3; i++) dots(x, 5.6 - i * 1.5, 2.2 - i * 0.5, 0.3, 0x8a9098);
}

/** Posts, bar and net. */
function addGoal(kit: Kit): void {
  const [w, h] = [3.66, 2.44];
  for (const s of [-1, 1])
    kit.trim.tube(
      [
        [s * w, 0, 0],
        [s * w, h, 0],
      ],
      0.07,
      0xf6f6f2,
      8,
    );
  kit.trim.tube(
    [
      [-w, h, 0],
      [w, h, 0],
    ],
    0.07,
    0xf6f6f2,
    8,
  );
  const net = (points: Vec3[]): void => kit.trim.tube(points, 0.012, 0xdfe2e4, 3);
  for (let i = 0; i <= 18; i++) {
    const x = -w + (i / 18) * w * 2;
    net([
      [x, h, 0],
      [x, h * 0.9, -1],
      [x, 0, -1.9],
    ]);
  }
  for (let i = 0; i < 7; i++) {
    const [y, z] = [h * 0.9 * (i / 6), -1.9 + (i / 6) * 0.9];
    net([
      [-w, y, 0],
      [-w, y, z],
      [w, y, z],
      [w, y, 0],
    ]);
  }
}

/** White lines: the box, the spot, the middle line behind the camera, the touch lines. */
function addLines(kit: Kit, isSnowy: boolean): void {
  const color = isSnowy ? 0xc8d4e4 : 0xf2f4ee;
  const line = (x: number, z: number, w: number, d: number): void =>
    kit.paint.quad(
      [x - w / 2, 0.014, z + d / 2],
      [x + w / 2, 0.014, z + d / 2],
      [x + w / 2, 0.014, z - d / 2],
      [x - w / 2, 0.014, z - d / 2],
      color,
    );
  line(0, -30, 64, 0.12);
  for (const s of [-1, 1]) {
    line(s * 32, -4, 0.12, 52);
    line(s * 20.1, -21.8, 0.12, 16.5);
    line(s * 9.1, -27.3, 0.12, 5.5);
  }
  line(0, -13.5, 40.3, 0.12);
  line(0, -24.5, 18.3, 0.12);
  kit.paint.lathe(
    [0, 0.014, -19],
    [
      [0.16, 0],
      [0, 0],
    ],
    color,
    10,
  );
  const arc = (cz: number, r: number, from: number, to: number): void => {
    for (let i = 0; i < 30; i++) {
      const [a, b] = [from + ((to - from) * i) / 30, from + ((to - from) * (i + 1)) / 30];
      const at = (t: number, q: number): Vec3 => [Math.sin(t) * q, 0.014, cz + Math.cos(t) * q];
      kit.paint.quad(at(a, r), at(b, r), at(b, r - 0.12), at(a, r - 0.12), color);
    }
  };
  arc(-19, 9.15, -0.92, 0.92);
  arc(22, 9.15, 0, Math.PI * 2);
}

/** Grass mown in stripes. */
function lawn({ scene }: SetContext): ShapeBuilder {
  const shape = createShape();
  const [light, dark] = [groundTone(scene, 0x6a8a44), groundTone(scene, 0x57763a)];
  for (let i = 0; i < 16; i++) {
    const z = 34 - i * 4.2;
    shape.quad([-36, 0, z], [36, 0, z], [36, 0, z - 4.2], [-36, 0, z - 4.2], i % 2 === 0 ? light : dark);
  }
  return shape;
}

/** The red track round the lawn, and concrete beyond. */
function track({ scene }: SetContext): ShapeBuilder {
  const shape = createShape();
  const tone = groundTone(scene, 0xb4553c);
  const flat = (x: number, z: number, w: number, d: number, y: number, color: number): void =>
    shape.quad(
      [x - w / 2, y, z + d / 2],
      [x + w / 2, y, z + d / 2],
      [x + w / 2, y, z - d / 2],
      [x - w / 2, y, z - d / 2],
      color,
    );
  flat(0, -10, 160, 150, -0.03, groundTone(scene, 0x8c8f92));
  flat(0, -10, 84, 74, -0.015, tone);
  return shape;
}
