import type { Vec3 } from '@openimagine/render';
import { createShape } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, treesOn } from './built-outdoors.ts';
import { rockyRange, softHills } from './hills.ts';
import { ambience, hasDetail, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { createKit, type Kit, sag } from './place-kit.ts';
import { EARTH, TURF } from './plants.ts';
import { scatter } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { type Color, mix } from './shape.ts';
import { fractal } from './terrain.ts';

/** A highway that runs over the land to the horizon: lines, posts, poles with wires, mountains ahead. */
export const road: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('road');
    const palette = plantPalette(scene);
    const isDesert = hasDetail(scene, 'desert', 'route 66', 'canyon', 'arizona', 'nevada', 'outback');
    const kit = createKit();
    addPoles(kit);
    addPosts(kit);
    addSign(kit);
    const spots = scatter({
      random,
      count: isDesert ? 0 : 60,
      from: [-120, -190],
      to: [120, 4],
      distance: 7,
      chance: (x, z) => (Math.abs(x - wayAt(z)) > 14 && Math.abs(x - wayAt(z)) < 110 ? 0.8 : 0),
    });
    const stone: Color = isDesert ? [164, 96, 70] : [112, 116, 122];
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, {
          heightAt: (x, z) => heightAt(x, z) - 0.06,
          material: isDesert ? EARTH : TURF,
          radius: 620,
          ...(isDesert
            ? {
                colorAt: (x: number, z: number): Color =>
                  mix([196, 138, 92], [172, 112, 74], fractal(x * 0.05, z * 0.05, 3, 4)),
              }
            : {}),
        }),
        ...wayOf(context, isDesert),
        ...treesOn(context, random, spots, { heightAt, pines: 0.45, scale: [0.6, 1.1] }),
        rockyRange({
          z: -520,
          halfWidth: 620,
          halfDepth: 120,
          foot: -3,
          height: 120,
          color: stone,
          meadow: isDesert ? stone : palette.grass,
          snowLine: isDesert ? 2 : 0.62,
          snow: palette.snow,
          seed: 5,
          envelope: (x) => 0.55 + 0.6 * Math.min(1, Math.abs(x + 60) / 260),
        }),
        softHills({
          z: -300,
          halfWidth: 520,
          halfDepth: 60,
          foot: -3,
          height: 24,
          color: isDesert ? [176, 118, 82] : [92, 112, 74],
          seed: 8,
          snow: palette.snow,
        }),
      ],
      groundAt: heightAt,
      wetAt: 0.02,
      fog: 0.0016,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 3.2, halfDepth: 10 },
      camera: { position: [1.4, 1.65, 10.5], target: [0.2, 2.2, -24], verticalFovDegrees: lensFor(aspect, 42) },
      cues: [...outdoorCues(context, 0.2), ambience(context, 'traffic', 0.06, 0.4)],
    });
  },
};

const HALF = 3.9;
const wayAt = (z: number): number => (z > -30 ? 0 : Math.sin((z + 30) * 0.011) * 15);

function heightAt(x: number, z: number): number {
  const far = Math.min(1, Math.max(0, (-z - 26) / 60));
  const rise = far * (Math.sin((z + 26) * 0.03) * 2.1 + 0.4);
  const out = Math.min(1, Math.max(0, (Math.abs(x - wayAt(z)) - 8) / 34));
  return rise + out * (fractal(x * 0.014, z * 0.014, 3, 13) - 0.42) * 13;
}

function wayOf(context: SetContext, isDesert: boolean) {
  const { scene } = context;
  const [asphalt, verge, marks] = [createShape(), createShape(), createShape()];
  const line = isDesert ? 0xe8c24a : 0xe6e4de;
  const strip = (
    shape: typeof asphalt,
    left: number,
    right: number,
    lift: number,
    color: number,
    from: number,
    to: number,
  ): void => {
    const steps = Math.max(1, Math.ceil((from - to) / (from < -60 ? 6 : 3)));
    for (let i = 0; i < steps; i++) {
      const at = (z: number, x: number): Vec3 => [wayAt(z) + x, heightAt(wayAt(z), z) + lift, z];
      const [a, b] = [from + ((to - from) * i) / steps, from + ((to - from) * (i + 1)) / steps];
      shape.quad(at(a, left), at(a, right), at(b, right), at(b, left), color);
    }
  };
  strip(verge, -HALF - 1.6, HALF + 1.6, -0.02, groundTone(scene, isDesert ? 0xb98a62 : 0x9a8f78), 60, -420);
  strip(asphalt, -HALF, HALF, 0, groundTone(scene, 0x57575c), 60, -420);
  if (scene.weather !== 'snow') {
    for (const side of [-1, 1])
      strip(marks, side * (HALF - 0.32) - 0.07, side * (HALF - 0.32) + 0.07, 0.014, 0xe6e4de, 60, -300);
    for (let z = 40; z > -240; z -= 7) strip(marks, -0.08, 0.08, 0.014, line, z, z - 3.4);
  }
  return [
    paved(scene, verge, { pattern: 'grain', scale: 2, mirror: 0.2 }),
    paved(scene, asphalt, { pattern: 'grain', scale: 5, mirror: 0.6 }),
    ...(marks.triangleCount > 0 ? [paved(scene, marks, { pattern: 'grain', scale: 6, mirror: 0.3 })] : []),
  ];
}

/** Poles with two wires on the left. */
function addPoles(kit: Kit): void {
  const tops: Vec3[] = [];
  for (let z = 22; z > -330; z -= 26) {
    const x = wayAt(z) - 9.5;
    const y = heightAt(x, z);
    kit.wood.lathe(
      [x, y - 0.3, z],
      [
        [0.17, 0],
        [0.12, 7.6],
        [0, 7.65],
      ],
      0x6a5442,
      7,
    );
    kit.wood.box([x, y + 6.9, z], [2.1, 0.14, 0.12], 0x5e4a3a);
    for (const dx of [-0.9, 0.9])
      kit.glass.lathe(
        [x + dx, y + 6.97, z],
        [
          [0.05, 0],
          [0.06, 0.14],
          [0, 0.18],
        ],
        0x9ab0a4,
        6,
      );
    tops.push([x, y + 7.1, z]);
  }
  for (let i = 0; i + 1 < tops.length; i++)
    for (const dx of [-0.9, 0.9]) {
      const [a, b] = [tops[i]!, tops[i + 1]!];
      kit.trim.tube(sag([a[0] + dx, a[1], a[2]], [b[0] + dx, b[1], b[2]], 0.7), 0.022, 0x26262a, 3);
    }
}

/** White marker posts with a black band. */
function addPosts(kit: Kit): void {
  for (let z = 3; z > -150; z -= 13)
    for (const side of [-1, 1]) {
      const x = wayAt(z) + side * (HALF + 0.9);
      const y = heightAt(x, z) - 0.02;
      kit.trim.box([x, y + 0.45, z], [0.11, 0.94, 0.07], 0xf0efe9);
      kit.trim.box([x, y + 0.74, z], [0.12, 0.17, 0.08], 0x22242a);
      kit.glow.box([x, y + 0.74, z + 0.045], [0.05, 0.1, 0.01], 0xffb04a);
    }
}

/** A yellow warning of a bend. */
function addSign(kit: Kit): void {
  const z = -17;
  const x = HALF + 2.2;
  const y = heightAt(x, z);
  kit.metal.tube(
    [
      [x, y, z],
      [x, y + 2.4, z],
    ],
    0.045,
    0x8a8c90,
    6,
  );
  const r = 0.62;
  const c: Vec3 = [x, y + 2.5, z + 0.05];
  kit.trim.quad(
    [c[0], c[1] - r, c[2]],
    [c[0] + r, c[1], c[2]],
    [c[0], c[1] + r, c[2]],
    [c[0] - r, c[1], c[2]],
    0x1c1c1e,
  );
  const s = r * 0.9;
  kit.trim.quad(
    [c[0], c[1] - s, c[2] + 0.005],
    [c[0] + s, c[1], c[2] + 0.005],
    [c[0], c[1] + s, c[2] + 0.005],
    [c[0] - s, c[1], c[2] + 0.005],
    0xf0b92c,
  );
  kit.trim.quad(
    [c[0], c[1] + r, c[2] - 0.01],
    [c[0] + r, c[1], c[2] - 0.01],
    [c[0], c[1] - r, c[2] - 0.01],
    [c[0] - r, c[1], c[2] - 0.01],
    0x9a9a9c,
  );
  kit.trim.box([c[0] + 0.04, c[1] - 0.14, c[2] + 0.01], [0.09, 0.4, 0.01], 0x1c1c1e);
  kit.trim.box([c[0] - 0.08, c[1] + 0.1, c[2] + 0.01], [0.3, 0.09, 0.01], 0x1c1c1e);
}
