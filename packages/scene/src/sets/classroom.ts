import { indoorPlace } from './built-indoors.ts';
import { addChairAt, addShelf, addTableAt } from './interior-things.ts';
import { lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import { standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { boardSign } from './street-signs.ts';

/** A classroom: the blackboard with chalk on it, the teacher's desk, a globe, rows of desks, maps and drawings, a window. */
export const classroom: SetModel = {
  build(context) {
    const { scene, aspect, assets } = context;
    const random = context.random.fork('classroom');
    const kit = createKit();
    const window: Opening = { x: -3.5, y: 1.75, halfWidth: 0.85, halfHeight: 0.9, z: BACK };
    addBoard(kit);
    addTableAt(kit, [2.5, 0, -1.3], 1.5, 0.76, 0.7, 0x9a6a3e);
    kit.wood.box([2.5, 0.42, -1.02], [1.36, 0.6, 0.03], 0x8a5c34);
    addGlobe(placeKit(kit, [2.95, 0.76, -1.3]));
    for (const [i, color] of [0xb0443a, 0x3f6a8a, 0xd8b04a].entries())
      kit.cloth.box([2.15, 0.785 + i * 0.05, -1.3], [0.32, 0.045, 0.24], color, { yaw: i * 0.2 });
    kit.skin.lathe(
      [2.5, 0.76, -1.15],
      [
        [0, 0],
        [0.045, 0.02],
        [0.055, 0.06],
        [0.03, 0.095],
        [0, 0.085],
      ],
      0xc83a2e,
      12,
    );
    for (const x of [-3.4, -2.1, 2.1, 3.4])
      for (const z of [0.9, 2.5]) {
        addTableAt(kit, [x, 0, z], 1.05, 0.72, 0.55, 0xc09058);
        addChairAt(placeKit(kit, [x, 0, z + 0.55], Math.PI), 0x8a6a44, undefined);
        if ((x + z) % 2 > 0.4) kit.cloth.box([x - 0.1, 0.74, z], [0.24, 0.02, 0.3], 0x5a7a9a, { yaw: 0.2 });
      }
    for (const y of [0.5, 0.9]) addShelf(kit, [3.95, y, BACK], 1.5, random.fork(`s${y}`), 'books');
    addMap(kit);
    for (let i = 0; i < 5; i++)
      addCard(
        kit.trim,
        [-1.9 + i * 0.95, 2.66, BACK + 0.02],
        0.4,
        0.3,
        [0xf0c04a, 0xe8e4da, 0x9ac0d0, 0xe0907a, 0xa8c88a][i]!,
      );
    addPlant(kit.leaf, [-4.6, 0, -1.5], 0.7);
    const said = scene.title ?? scene.actors.find((actor) => actor.text)?.text ?? 'A B C   2 + 2 = 4';
    const chalk = boardSign(
      said,
      { center: [0, 1.72, BACK + 0.062], w: 2.9, h: 0.72, color: '#f0eee4', background: '#24473a', emissive: 0.12 },
      assets,
    );
    for (const z of [-0.8, 1.4]) {
      kit.trim.box([0, 2.96, z], [2.6, 0.06, 0.2], 0xe0e0dc, { bottom: true });
      kit.lamp.quad(
        [-1.2, 2.925, z - 0.06],
        [1.2, 2.925, z - 0.06],
        [1.2, 2.925, z + 0.06],
        [-1.2, 2.925, z + 0.06],
        0xf8f6ec,
      );
    }
    return indoorPlace(context, {
      kit,
      still: [standing(chalk.mesh, chalk.material)],
      windows: [window],
      shell: { halfWidth: 4.9, height: 3.05, back: BACK, front: 10, wall: 0xe3d7b4, floor: 0xb98a58 },
      lamps: [{ at: [0, 2.6, -0.2], color: [2.4, 2.1, 1.6], radius: 7 }],
      focus: { position: [0, 0, 0.1], halfWidth: 1.4, halfDepth: 0.8 },
      camera: { position: [0.2, 1.5, 5.9], target: [0, 1.25, -0.6], verticalFovDegrees: lensFor(aspect, 40) },
    });
  },
};

const BACK = -2.2;

function addBoard(kit: Kit): void {
  kit.wood.box([0, 1.72, BACK + 0.02], [3.9, 1.34, 0.05], 0x8a5f38);
  kit.trim.box([0, 1.72, BACK + 0.04], [3.72, 1.18, 0.04], 0x24473a);
  kit.wood.box([0, 1.04, BACK + 0.1], [3.9, 0.05, 0.16], 0x8a5f38, { bottom: true });
  for (let i = 0; i < 4; i++)
    kit.trim.box(
      [-1.2 + i * 0.16, 1.075, BACK + 0.12],
      [0.09, 0.018, 0.018],
      [0xf6f4ee, 0xf0d070, 0xf6f4ee, 0xe89090][i]!,
    );
  kit.cloth.box([1.3, 1.09, BACK + 0.12], [0.16, 0.06, 0.07], 0x5a4a3a);
}

function addGlobe(kit: Kit): void {
  kit.metal.lathe(
    [0, 0, 0],
    [
      [0.1, 0],
      [0.09, 0.02],
      [0.015, 0.03],
      [0.015, 0.12],
    ],
    0x6a4a2c,
    14,
  );
  const n = 16;
  for (let j = 0; j < 10; j++)
    for (let i = 0; i < n; i++) {
      const at = (u: number, v: number): [number, number, number] => {
        const [a, b] = [(u / n) * Math.PI * 2, (v / 10 - 0.5) * Math.PI];
        return [Math.sin(a) * Math.cos(b) * 0.16, 0.28 + Math.sin(b) * 0.16, Math.cos(a) * Math.cos(b) * 0.16];
      };
      const isLand = Math.sin(i * 1.1 + j * 0.7) + Math.sin(i * 0.6 - j * 1.3) > 0.35;
      kit.skin.quad(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1), isLand ? 0x8aa858 : 0x3f7aa8);
    }
}

/** A school map of the continents, simplified. */
function addMap(kit: Kit): void {
  const [x, y] = [3.15, 1.95];
  addCard(kit.trim, [x, y, BACK + 0.02], 1.5, 1.0, 0xb8d4e0);
  kit.wood.box([x, y + 0.52, BACK + 0.03], [1.6, 0.05, 0.05], 0x5a3c24);
  kit.wood.box([x, y - 0.52, BACK + 0.03], [1.6, 0.05, 0.05], 0x5a3c24);
  for (const [dx, dy, w, h, color] of [
    [-0.5, 0.2, 0.4, 0.3, 0xd8b860],
    [-0.38, -0.16, 0.2, 0.36, 0xa8c070],
    [0.05, 0.22, 0.24, 0.2, 0xd09070],
    [0.08, -0.1, 0.26, 0.4, 0xe0c870],
    [0.42, 0.2, 0.46, 0.34, 0xb8a8c8],
    [0.55, -0.24, 0.22, 0.16, 0xd8a060],
  ] as const) {
    const n = 11;
    for (let i = 0; i < n; i++) {
      const at = (k: number): [number, number, number] => {
        const a = (k / n) * Math.PI * 2;
        const r = 0.8 + 0.3 * Math.sin(a * 3 + dx * 9) + 0.14 * Math.sin(a * 5 + dy * 7);
        return [x + dx + Math.cos(a) * w * 0.5 * r, y + dy + Math.sin(a) * h * 0.5 * r, BACK + 0.024];
      };
      kit.trim.triangle([x + dx, y + dy, BACK + 0.024], at(i), at((i + 1) % n), color);
    }
  }
}
