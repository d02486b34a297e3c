import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { buildKit, createKit, type Kit, placeKit } from './place-kit.ts';
import type { SetInstance } from './scatter.ts';
import type { HeightAt } from './terrain.ts';

const STONE = 0xb8b49c;
const MOSS = 0x6f8a62;

/** A temple that sank: two rows of columns, some broken, a pediment, steps, fallen drums and a head of stone, overgrown. */
export function sunkenRuins(random: Random, heightAt: HeightAt): SetInstance[] {
  const kit = createKit();
  for (const s of [-1, 1])
    for (let i = 0; i < 5; i++) {
      const [x, z] = [s * (3.3 + 0.1 * i), -1.2 - i * 2.7];
      const full = random.next() < 0.62 || i === 4;
      addColumn(kit, [x, heightAt(x, z) - 0.1, z], full ? 5.2 : random.between(1.4, 3.6), full, random);
    }
  addFront(placeKit(kit, [0, heightAt(0, -14) - 0.1, -15]), random);
  for (let i = 0; i < 7; i++) {
    const s = i % 2 === 0 ? -1 : 1;
    const [x, z] = [s * random.between(1.9, 6.5), random.between(-9, 0.6)];
    if (Math.abs(x) < 2.6 && z > -2.4) continue;
    addDrum(kit, [x, heightAt(x, z) + 0.32, z], random.between(0, 3));
  }
  addHead(placeKit(kit, [-4.9, heightAt(-4.9, -0.4) - 0.25, -0.4], 0.7));
  for (let i = 0; i < 3; i++)
    kit.blocks.box([4.6 + i * 0.5, heightAt(5, -1) + 0.1 + i * 0.1, -0.6 - i * 1.3], [1.4, 0.5, 0.8], STONE, {
      yaw: 0.4 + i,
    });
  return [...buildKit(kit).still];
}

function addColumn(kit: Kit, [x, y, z]: Vec3, height: number, isWhole: boolean, random: Random): void {
  kit.stone.box([x, y + 0.2, z], [1.3, 0.4, 1.3], STONE, { foot: 0.7 });
  const drums = Math.ceil(height / 0.9);
  for (let i = 0; i < drums; i++) {
    const h = Math.min(0.9, height - i * 0.9);
    const r = 0.46 - 0.012 * i;
    const jut = random.between(-0.03, 0.03);
    kit.stone.lathe(
      [x + jut, y + 0.4 + i * 0.9, z + jut],
      [
        [r, 0],
        [r - 0.015, h - 0.03],
        [r - 0.04, h],
        [0, h],
      ],
      i < 1 ? MOSS : STONE,
      16,
    );
  }
  if (!isWhole) return;
  kit.stone.lathe(
    [x, y + 0.4 + height, z],
    [
      [0.42, 0],
      [0.68, 0.28],
      [0.68, 0.34],
    ],
    STONE,
    16,
  );
  kit.stone.box([x, y + 0.88 + height, z], [1.5, 0.28, 1.5], STONE, { bottom: true });
}

/** Steps, four columns, an architrave and what is left of the gable. */
function addFront(kit: Kit, random: Random): void {
  for (let i = 0; i < 3; i++)
    kit.blocks.box([0, 0.2 + i * 0.3, -i * 0.4], [11 - i * 0.8, 0.4, 4], STONE, { foot: 0.7 });
  for (const x of [-3.9, -1.35, 1.35, 3.9]) addColumn(kit, [x, 0.9, 0], 4.6, true, random);
  kit.blocks.box([-1.2, 7.1, 0], [7.4, 0.9, 1.6], STONE, { bottom: true });
  kit.blocks.triangle([-4.9, 7.55, 0.8], [2.4, 7.55, 0.8], [-0.4, 9.3, 0.8], STONE);
  kit.blocks.triangle([2.4, 7.55, -0.8], [-4.9, 7.55, -0.8], [-0.4, 9.3, -0.8], STONE);
  kit.blocks.quad([-4.9, 7.55, 0.8], [-0.4, 9.3, 0.8], [-0.4, 9.3, -0.8], [-4.9, 7.55, -0.8], MOSS);
  kit.blocks.quad([2.4, 7.55, -0.8], [-0.4, 9.3, -0.8], [-0.4, 9.3, 0.8], [2.4, 7.55, 0.8], MOSS);
  kit.blocks.box([3.4, 1.6, 2.6], [3, 0.8, 1.2], STONE, { yaw: 0.5 });
}

/** A drum of a column that rolled away. */
function addDrum(kit: Kit, [x, y, z]: Vec3, yaw: number): void {
  const own = placeKit(kit, [x, y, z], yaw);
  const sides = 14;
  const at = (k: number, end: number): Vec3 => [
    end * 0.5,
    Math.sin((k / sides) * 6.2832) * 0.44,
    Math.cos((k / sides) * 6.2832) * 0.44,
  ];
  for (let k = 0; k < sides; k++) {
    own.stone.quad(at(k, -1), at(k + 1, -1), at(k + 1, 1), at(k, 1), k % 3 === 0 ? MOSS : STONE);
    own.stone.quad(at(k + 1, -1), at(k, -1), at(k, 1), at(k + 1, 1), STONE);
    for (const end of [-1, 1]) {
      own.stone.triangle([end * 0.5, 0, 0], at(k, end), at(k + 1, end), STONE);
      own.stone.triangle([end * 0.5, 0, 0], at(k + 1, end), at(k, end), STONE);
    }
  }
}

/** The head of a great statue, half in the sand, looking up. */
function addHead(kit: Kit): void {
  kit.stone.lathe(
    [0, 0, 0],
    [
      [0.5, -0.2],
      [0.62, 0.3],
      [0.74, 0.75],
      [0.7, 1.15],
      [0.45, 1.5],
      [0, 1.62],
    ],
    STONE,
    16,
  );
  kit.stone.box([0, 0.66, 0.72], [0.17, 0.42, 0.24], STONE, { bottom: true });
  for (const x of [-0.26, 0.26]) {
    kit.trim.box([x, 0.9, 0.66], [0.24, 0.12, 0.08], 0x77745f, { bottom: true });
    kit.stone.box([x, 1.02, 0.68], [0.32, 0.08, 0.14], STONE, { bottom: true });
  }
  kit.trim.box([0, 0.36, 0.66], [0.36, 0.09, 0.1], 0x77745f, { bottom: true });
  for (let i = 0; i < 10; i++) {
    const a = -2.4 + i * 0.53;
    kit.stone.lathe(
      [Math.sin(a + Math.PI) * 0.62, 1.1, Math.cos(a + Math.PI) * 0.62],
      [
        [0.2, -0.18],
        [0.22, 0.05],
        [0, 0.24],
      ],
      MOSS,
      7,
    );
  }
}
