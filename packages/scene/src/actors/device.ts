import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationY, rotationZ, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, MATT, type PropPart, propActor } from './prop.ts';
import { craftParts, DULL_METAL, FINE_WOOD, GLOSSY, POLISHED, type Tools } from './prop-tools.ts';

/** Instruments and machines of a house: telescope, globe, typewriter, gramophone, radio, refrigerator, stove, gears. */
export const device: ActorModel = { gaits: { spin: 0, float: 0.1 }, build };

const FORMS = [
  ['telescope', /telescope/, '#c39a48'],
  ['globe', /globe/, '#2f6fa8'],
  ['typewriter', /typewriter/, '#3b5a56'],
  ['gramophone', /gramophone|phonograph|record player/, '#c79c45'],
  ['radio', /radio/, '#9a5a2e'],
  ['refrigerator', /refrigerator|fridge|freezer/, '#bfe0dc'],
  ['stove', /stove|oven|cooker/, '#f1ede4'],
  ['gears', /./, '#b98d3f'],
] as const;
type Form = (typeof FORMS)[number][0];

const TEETH = [16, 12, 24] as const;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern)) ?? FORMS.at(-1)!;
  const color = toSrgb(actor.color ?? usual);
  const key = `device/${form}/${toHex(color)}`;
  const parts = craftParts(key, detail, (to) => MAKE[form](to, color));
  const top = {
    telescope: 1.5,
    globe: 0.46,
    typewriter: 0.25,
    gramophone: 0.3,
    radio: 0.34,
    refrigerator: 1.8,
    stove: 0.92,
    gears: 0.6,
  }[form];
  const moving = craftParts(`${key}/moving`, detail, (to) => MOVING[form]?.(to, color));
  const wheels: readonly PropPart[][] =
    form === 'gears'
      ? TEETH.map((teeth, i) => [
          ...craftParts(`${key}/wheel/${teeth}`, detail, (to) =>
            addGear(to, teeth, i === 1 ? toSrgb('#9aa0a6') : i === 2 ? shade(color, 0.8) : color),
          ),
        ])
      : [];
  return propActor(context, parts, {
    seats: [{ position: [0, top, 0], width: 0.3 }],
    animate(t, _travel, add) {
      if (form === 'globe') add(moving, multiply(translation(0, 0.27, 0), rotationZ(-0.41), rotationY(t * 0.5)));
      if (form === 'gramophone') add(moving, multiply(translation(0, 0.235, 0), rotationY(t * 3)));
      const spots = [
        [-0.2, 0.34],
        [0.2, 0.52],
        [0.06, 0.98],
      ] as const;
      for (const [i, wheel] of wheels.entries()) {
        const way = i === 1 ? -1 : 1;
        add(
          wheel,
          multiply(translation(spots[i]![0], spots[i]![1], i * 0.004), rotationZ((way * t * 9) / TEETH[i]! + i * 0.13)),
        );
      }
    },
    ...(form === 'stove'
      ? { lights: () => [{ position: [0, 0.4, 0.5] as const, color: [0.9, 0.4, 0.12] as const, radius: 1.2 }] }
      : {}),
  });
}

function addGear(to: Tools, teeth: number, color: Srgb): void {
  const radius = teeth * 0.0155;
  const outline = Array.from({ length: teeth * 4 }, (_, i) => {
    const a = ((Math.floor(i / 4) + [0, 0.24, 0.4, 0.64][i % 4]!) / teeth) * Math.PI * 2;
    const r = radius + (i % 4 === 1 || i % 4 === 2 ? 0.028 : -0.012);
    return [Math.cos(a) * r, Math.sin(a) * r];
  }).flat();
  to.plate(DULL_METAL, outline, 0.07, color, undefined, 0.006);
  to.hoop(DULL_METAL, radius * 0.72, 0.014, [0, 0, 0.036], shade(color, 1.2), [0, 0, 0]);
  to.disc(DULL_METAL, radius * 0.32, 0.13, [0, 0, -0.065], shade(color, 0.8), [Math.PI / 2, 0, 0]);
  to.disc(POLISHED, radius * 0.16, 0.15, [0, 0, -0.075], '#d6dade', [Math.PI / 2, 0, 0]);
  for (const a of around(5))
    to.disc(MATT, radius * 0.13, 0.076, [Math.cos(a) * radius * 0.53, Math.sin(a) * radius * 0.53, -0.037], '#1d1813', [
      Math.PI / 2,
      0,
      0,
    ]);
}

const MOVING: Partial<Record<Form, (to: Tools, color: Srgb) => void>> = {
  globe(to, color) {
    const land = (x: number, y: number, z: number): number =>
      Math.sin(x * 19 + 2 * Math.sin(z * 14)) +
      Math.sin(z * 23 + 1.6 * Math.sin(y * 17)) +
      0.6 * Math.sin(y * 31 + x * 27);
    const ball = paint(sphere(0.16, color, to.isHero ? 64 : to.segments(40)), (x, y, z) => {
      const share = land(x, y, z);
      const ground = mixColors('#7da555', '#cfae6a', Math.max(0, Math.min(1, share - 0.9)));
      return Math.abs(y) > 0.148
        ? toSrgb('#f2f5f6')
        : mixColors(color, ground, Math.max(0, Math.min(1, (share - 0.42) * 9)));
    });
    to.add(GLOSSY, ball);
  },
  gramophone(to) {
    to.disc(GLOSSY, 0.15, 0.008, [0, 0, 0], '#151417');
    for (const r of [0.07, 0.095, 0.12, 0.14]) to.hoop(GLOSSY, r, 0.0016, [0, 0.0085, 0], '#3a383d');
    to.disc(GLOSSY, 0.05, 0.002, [0, 0.008, 0], '#b8312b');
    to.block(GLOSSY, [0.02, 0.001, 0.05], [0.022, 0.0105, 0], '#f2e4c4', 0.0004);
  },
};

const PANE: Material = { specular: 1, gloss: 160 };

const MAKE: Record<Form, (to: Tools, color: Srgb) => void> = {
  telescope(to, color) {
    for (const a of around(3)) {
      const [x, z] = [Math.sin(a + 0.5), Math.cos(a + 0.5)];
      to.rod(FINE_WOOD, [x * 0.5, 0, z * 0.5], [x * 0.05, 1.18, z * 0.05], [0.022, 0.028], '#6a3f22');
      to.rod(POLISHED, [x * 0.28, 0.55, z * 0.28], [0, 0.5, 0], 0.008, color);
    }
    to.disc(POLISHED, 0.09, 0.07, [0, 1.16, 0], color);
    to.rod(POLISHED, [0, 1.2, 0], [0, 1.36, 0], 0.03, color);
    const tube = compose({ at: [0, 1.42, 0], rotate: [Math.PI / 2 - 0.45, 0, 0] });
    to.turned(FINE_WOOD, [0.085, -0.3, 0.085, 0.62], '#5a2f1c', tube, 36);
    to.turned(POLISHED, [0.05, -0.62, 0.052, -0.4, 0.06, -0.38, 0.06, -0.3, 0.09, -0.3, 0.09, -0.24], color, tube, 36);
    to.turned(POLISHED, [0, -0.78, 0.034, -0.78, 0.04, -0.76, 0.034, -0.7, 0.036, -0.6, 0, -0.6], color, tube, 28);
    to.turned(POLISHED, [0.09, 0.5, 0.092, 0.6, 0.102, 0.62, 0.104, 0.82, 0.098, 0.84, 0.09, 0.8], color, tube, 36);
    to.turned(PANE, [0.094, 0.79, 0.06, 0.805, 0, 0.815], '#27496b', tube, 32);
  },
  globe(to) {
    const brass = '#c39a48';
    to.turned(
      FINE_WOOD,
      [0, 0, 0.13, 0, 0.14, 0.012, 0.12, 0.028, 0.05, 0.036, 0.022, 0.06, 0.026, 0.075, 0, 0.08],
      '#5c331c',
      undefined,
      36,
    );
    const arc = Array.from({ length: 15 }, (_, i) => {
      const a = -Math.PI / 2 - 0.41 + (i / 14) * Math.PI;
      return [Math.cos(a) * 0.185, 0.27 + Math.sin(a) * 0.185, 0];
    }).flat();
    to.bar(POLISHED, arc, 0.0075, brass);
    for (const s of [-1, 1])
      to.ball(POLISHED, 0.014, [Math.sin(0.41) * 0.185 * s, 0.27 + Math.cos(0.41) * 0.185 * s, 0], brass);
  },
  typewriter(to, color) {
    to.block(GLOSSY, [0.36, 0.05, 0.36], [0, 0.035, 0], color, 0.02);
    to.block(GLOSSY, [0.34, 0.12, 0.17], [0, 0.11, -0.085], color, 0.035);
    to.block(GLOSSY, [0.3, 0.03, 0.02], [0, 0.14, 0.005], shade(color, 0.6), 0.006);
    for (const x of [-0.14, 0.14]) for (const z of [-0.14, 0.14]) to.disc(MATT, 0.018, 0.012, [x, 0, z], '#18181a');
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 10; i++) {
        const [x, y, z] = [(i - 4.5) * 0.0315 + (row % 2) * 0.008, 0.108 - row * 0.014, 0.035 + row * 0.034];
        to.rod(DULL_METAL, [x, 0.05, z - 0.01], [x, y, z], 0.0025, '#8a8f95');
        to.disc(GLOSSY, 0.0125, 0.007, [x, y, z], '#f0e7cf');
      }
    to.block(GLOSSY, [0.18, 0.012, 0.016], [0, 0.058, 0.172], '#f0e7cf', 0.005);
    to.rod(MATT, [-0.2, 0.2, -0.1], [0.2, 0.2, -0.1], 0.026, '#1c1c1e');
    for (const s of [-1, 1]) to.rod(POLISHED, [s * 0.2, 0.2, -0.1], [s * 0.225, 0.2, -0.1], 0.028, '#c7ccd2');
    to.rod(POLISHED, [-0.22, 0.21, -0.1], [-0.25, 0.25, -0.03], 0.006, '#d6dade');
    to.block(MATT, [0.22, 0.2, 0.002], [0, 0.31, -0.118], '#fbf8ee', 0.0008, [-0.12, 0, 0]);
    for (let i = 0; i < 6; i++)
      to.block(
        MATT,
        [0.15 - (i % 3) * 0.02, 0.006, 0.001],
        [-0.012 - (i % 3) * 0.005, 0.38 - i * 0.022, -0.1265 + i * 0.0026 + 0.002],
        '#3a3a3c',
        0.0003,
        [-0.12, 0, 0],
      );
  },
  gramophone(to, color) {
    to.block(FINE_WOOD, [0.4, 0.16, 0.4], [0, 0.12, 0], '#6a3a20', 0.015);
    to.block(FINE_WOOD, [0.45, 0.03, 0.45], [0, 0.03, 0], '#4f2a17', 0.012);
    to.block(FINE_WOOD, [0.44, 0.025, 0.44], [0, 0.21, 0], '#5c3019', 0.01);
    to.disc(MATT, 0.155, 0.012, [0, 0.222, 0], '#274a3a');
    to.bar(POLISHED, [0.2, 0.14, 0, 0.27, 0.14, 0, 0.28, 0.09, 0.02], 0.008, '#c9ced4');
    // The horn rises from the arm behind and opens towards the front.
    to.bar(POLISHED, [0.1, 0.25, 0.02, 0.13, 0.27, -0.1, 0.1, 0.3, -0.19, 0, 0.4, -0.22, 0, 0.48, -0.16], 0.016, color);
    to.disc(POLISHED, 0.026, 0.02, [0.095, 0.242, 0.02], '#c9ced4');
    const horn = compose({ at: [0, 0.47, -0.18], rotate: [0.95, 0, 0] });
    const bell = [0.018, 0, 0.026, 0.1, 0.045, 0.22, 0.085, 0.34, 0.15, 0.43, 0.22, 0.475, 0.27, 0.485];
    to.turned(POLISHED, bell, color, horn, 18);
    const inner: number[] = [];
    for (let i = bell.length - 2; i >= 0; i -= 2) inner.push(Math.max(0, bell[i]! - 0.003), bell[i + 1]! + 0.003);
    to.turned(POLISHED, inner, mixColors(color, '#7a3a18', 0.35), horn, 18);
  },
  radio(to, color) {
    to.block(FINE_WOOD, [0.5, 0.32, 0.2], [0, 0.18, 0], color, 0.06);
    for (const x of [-0.17, 0.17]) to.block(MATT, [0.06, 0.03, 0.16], [x, 0.015, 0], '#2a1a10', 0.008);
    to.block({ pattern: 'fabric', patternScale: 200 }, [0.24, 0.22, 0.01], [-0.1, 0.19, 0.098], '#d9c28f', 0.004);
    for (let i = 0; i < 5; i++)
      to.block(FINE_WOOD, [0.012, 0.22, 0.014], [-0.19 + i * 0.045, 0.19, 0.102], shade(color, 0.7), 0.003);
    to.block({ emissive: 0.8 }, [0.15, 0.07, 0.01], [0.14, 0.25, 0.099], '#ffdf9a', 0.004);
    to.block(MATT, [0.003, 0.06, 0.004], [0.16, 0.25, 0.106], '#c4221c', 0.001);
    for (const x of [0.095, 0.185]) {
      to.disc(POLISHED, 0.036, 0.02, [x, 0.13, 0.1], '#c9a04c', [Math.PI / 2, 0, 0]);
      to.disc(GLOSSY, 0.026, 0.03, [x, 0.13, 0.105], '#3a2114', [Math.PI / 2, 0, 0]);
    }
    to.rod(POLISHED, [0.2, 0.33, -0.06], [0.34, 0.72, -0.06], [0.005, 0.003], '#d6dade');
    to.bead(POLISHED, 0.007, [0.34, 0.722, -0.06], '#d6dade');
  },
  refrigerator(to, color) {
    to.block(GLOSSY, [0.76, 1.72, 0.66], [0, 0.94, -0.02], color, 0.08);
    to.block(GLOSSY, [0.74, 1.12, 0.07], [0, 0.66, 0.33], color, 0.03);
    to.block(GLOSSY, [0.74, 0.5, 0.07], [0, 1.5, 0.33], color, 0.03);
    for (const [y, h] of [
      [1.42, 0.2],
      [1, 0.3],
    ] as const) {
      to.rod(POLISHED, [-0.3, y - h / 2, 0.42], [-0.3, y + h / 2, 0.42], 0.018, '#d6dade');
      for (const s of [-1, 1])
        to.rod(POLISHED, [-0.3, y + (s * h) / 2, 0.36], [-0.3, y + (s * h) / 2, 0.43], 0.014, '#d6dade');
    }
    to.block(POLISHED, [0.2, 0.04, 0.01], [0.16, 1.62, 0.368], '#e6eaee', 0.004);
    for (const [x, y, tone] of [
      [0.12, 1.02, '#e0453a'],
      [0.22, 0.9, '#f2c33a'],
      [0.05, 0.86, '#3f9a6a'],
    ] as const)
      to.disc(GLOSSY, 0.024, 0.014, [x, y, 0.364], tone, [Math.PI / 2, 0, 0]);
    to.block(MATT, [0.13, 0.17, 0.003], [0.17, 0.74, 0.367], '#fffbe8', 0.001, [0, 0, 0.06]);
    for (const x of [-0.3, 0.3]) for (const z of [-0.25, 0.22]) to.disc(MATT, 0.035, 0.09, [x, 0, z], '#2a2c2e');
  },
  stove(to, color) {
    const dark = '#1d1e21';
    to.block(GLOSSY, [0.76, 0.84, 0.64], [0, 0.48, -0.02], color, 0.025);
    to.block(MATT, [0.7, 0.06, 0.58], [0, 0.03, -0.02], dark, 0.01);
    to.block(GLOSSY, [0.78, 0.03, 0.68], [0, 0.905, -0.01], dark, 0.01);
    to.block(GLOSSY, [0.76, 0.2, 0.05], [0, 1.01, -0.33], color, 0.015);
    for (const x of [-0.18, 0.18])
      for (const z of [-0.17, 0.14]) {
        to.hoop(DULL_METAL, 0.09, 0.009, [x, 0.935, z], '#3b3d42');
        to.disc(DULL_METAL, 0.045, 0.02, [x, 0.918, z], '#55585e');
        for (const a of around(4))
          to.block(
            DULL_METAL,
            [0.014, 0.014, 0.12],
            [x + Math.sin(a) * 0.075, 0.945, z + Math.cos(a) * 0.075],
            '#26282b',
            0.004,
            [0, a, 0],
          );
      }
    to.block(GLOSSY, [0.68, 0.5, 0.04], [0, 0.4, 0.31], shade(color, 0.95), 0.02);
    to.block({ specular: 1, gloss: 150, emissive: 0.9 }, [0.5, 0.28, 0.012], [0, 0.38, 0.328], '#7a2f0e', 0.03);
    to.rod(POLISHED, [-0.28, 0.6, 0.37], [0.28, 0.6, 0.37], 0.016, '#d6dade');
    for (const x of [-0.27, 0.27]) to.rod(POLISHED, [x, 0.6, 0.32], [x, 0.6, 0.37], 0.012, '#d6dade');
    for (let i = 0; i < 5; i++) {
      to.disc(POLISHED, 0.036, 0.03, [(i - 2) * 0.13, 0.77, 0.3], '#c7ccd2', [Math.PI / 2, 0, 0]);
      to.block(MATT, [0.008, 0.05, 0.012], [(i - 2) * 0.13, 0.77, 0.335], dark, 0.003, [0, 0, i * 0.4]);
    }
  },
  gears(to) {
    to.block(DULL_METAL, [0.95, 0.06, 0.3], [0, 0.03, 0], '#3b3f45', 0.015);
    to.block(DULL_METAL, [0.1, 1.16, 0.05], [-0.04, 0.6, -0.12], '#4a4f56', 0.015);
    for (const [x, y] of [
      [-0.2, 0.34],
      [0.2, 0.52],
      [0.06, 0.98],
    ] as const) {
      to.rod(POLISHED, [x, y, -0.13], [x, y, 0.1], 0.026, '#c7ccd2');
      to.rod(DULL_METAL, [x, y, -0.12], [-0.04, y + 0.02, -0.12], 0.035, '#4a4f56');
    }
  },
};
