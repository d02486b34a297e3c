import { mixColors, type Srgb, shade } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { around, chanceOf, FABRIC, LIT, MATT, WOOD } from './prop.ts';
import { CLEAR, DULL_METAL, GLOSSY, insideOut, POLISHED, SOFT, type Tools } from './prop-tools.ts';

export type WareForm =
  | 'saw'
  | 'amplifier'
  | 'speaker'
  | 'toaster'
  | 'blender'
  | 'microwave'
  | 'washer'
  | 'turntable'
  | 'ingot'
  | 'plate'
  | 'board'
  | 'tray'
  | 'stand'
  | 'snowGlobe'
  | 'iceCube'
  | 'lavaLamp'
  | 'pearl'
  | 'barrel'
  | 'terrarium'
  | 'coin';

const FLAT = [Math.PI / 2, 0, 0] as const;

/** A cone of a loudspeaker in a face that looks to +z. */
function addCone(to: Tools, radius: number, at: readonly [number, number, number]): void {
  to.disc(MATT, radius, 0.012, at, '#17171a', FLAT);
  to.hoop(DULL_METAL, radius, radius * 0.06, [at[0], at[1], at[2] + 0.012], '#6d7076', [0, 0, 0]);
  to.disc(SOFT, radius * 0.82, 0.01, [at[0], at[1], at[2] + 0.006], '#303036', FLAT);
  to.ball(SOFT, [radius * 0.3, radius * 0.3, radius * 0.14], [at[0], at[1], at[2] + 0.016], '#1c1c20');
}

/** What each is made of; metres, its foot on the ground, its face to +z. */
export const MAKE_WARE: Readonly<Record<WareForm, (to: Tools, color: Srgb) => void>> = {
  saw(to, color) {
    // It lies flat: teeth along one edge, a handle with a hole for the hand.
    const teeth = Array.from({ length: 30 }, (_, i) => [0.02 + (i * 0.4) / 30 + 0.0133, i % 2 ? 0.0 : 0.011]).flat();
    to.plate(POLISHED, [0, 0, ...teeth, 0.44, 0.004, 0.44, 0.055, 0.02, 0.115, 0, 0.115], 0.004, '#8f979f', {
      rotate: [-Math.PI / 2, 0, 0],
      at: [-0.16, 0.006, 0.06],
    });
    to.plate(
      WOOD,
      [-0.135, -0.012, -0.05, -0.022, 0.03, 0.005, 0.035, 0.1, 0.012, 0.128, -0.07, 0.135, -0.14, 0.118, -0.158, 0.06],
      0.022,
      color,
      { rotate: [-Math.PI / 2, 0, 0], at: [-0.15, 0.004, 0.06] },
      0.004,
    );
    to.plate(MATT, [-0.105, 0.024, -0.04, 0.018, -0.034, 0.09, -0.105, 0.094, -0.12, 0.058], 0.0235, '#3a2a1e', {
      rotate: [-Math.PI / 2, 0, 0],
      at: [-0.15, 0.004, 0.06],
    });
  },
  amplifier(to, color) {
    to.block(SOFT, [0.68, 0.6, 0.3], [0, 0.31, 0], color, 0.03);
    to.block(FABRIC, [0.6, 0.4, 0.02], [0, 0.25, 0.146], mixColors(color, '#8a7d66', 0.45), 0.008);
    to.block(DULL_METAL, [0.6, 0.075, 0.02], [0, 0.53, 0.146], '#c9a45a', 0.006);
    for (let i = 0; i < 7; i++) to.disc(SOFT, 0.015, 0.022, [-0.24 + i * 0.07, 0.53, 0.154], '#111113', FLAT);
    to.disc(LIT, 0.011, 0.014, [0.265, 0.53, 0.154], '#ff4632', FLAT);
    to.block(POLISHED, [0.17, 0.035, 0.012], [-0.19, 0.41, 0.158], '#e7e2d4', 0.006);
    to.bar(SOFT, [-0.12, 0.605, 0, -0.08, 0.645, 0, 0.08, 0.645, 0, 0.12, 0.605, 0], 0.014, '#141414');
    for (const x of [-0.31, 0.31])
      for (const y of [0.03, 0.59]) to.ball(DULL_METAL, [0.035, 0.03, 0.035], [x, y, 0.125], '#8b8d90');
  },
  speaker(to, color) {
    to.block(SOFT, [0.26, 0.42, 0.24], [0, 0.21, 0], color, 0.025);
    addCone(to, 0.1, [0, 0.145, 0.118]);
    addCone(to, 0.045, [0, 0.325, 0.118]);
  },
  toaster(to, color) {
    to.block(POLISHED, [0.3, 0.18, 0.17], [0, 0.105, 0], color, 0.045);
    to.block(SOFT, [0.28, 0.024, 0.16], [0, 0.012, 0], '#1f1f22', 0.008);
    for (const z of [-0.035, 0.035]) {
      to.block(MATT, [0.21, 0.01, 0.032], [0, 0.193, z], '#161617', 0.003);
      to.block(SOFT, [0.17, 0.1, 0.018], [0, 0.205, z], '#d29a52', 0.008);
      to.block(SOFT, [0.15, 0.084, 0.0195], [0, 0.206, z], '#e9c48a', 0.006);
    }
    to.block(SOFT, [0.025, 0.018, 0.06], [0.16, 0.15, 0], '#1f1f22', 0.006);
    to.disc(SOFT, 0.02, 0.014, [0.15, 0.06, 0.02], '#1f1f22', [0, 0, -Math.PI / 2]);
  },
  blender(to, color) {
    to.turned(GLOSSY, [0, 0, 0.095, 0, 0.1, 0.012, 0.085, 0.1, 0.07, 0.13, 0, 0.13], color);
    for (const x of [-0.035, 0, 0.035]) to.disc(POLISHED, 0.012, 0.012, [x, 0.06, 0.09], '#e8eaec', FLAT);
    const wall = [0.058, 0.13, 0.062, 0.15, 0.085, 0.36] as const;
    to.add(
      CLEAR,
      insideOut(
        lathe(
          [
            [wall[0], wall[1]],
            [wall[2], wall[3]],
            [wall[4], wall[5]],
          ],
          '#dfeaf0',
          to.segments(36),
        ),
      ),
    );
    to.turned(GLOSSY, [0, 0.135, 0.056, 0.135, 0.06, 0.15, 0.076, 0.29, 0, 0.29], '#e7657f');
    to.hoop(CLEAR, 0.085, 0.003, [0, 0.36, 0], '#ffffff');
    to.turned(SOFT, [0.088, 0.36, 0.088, 0.385, 0.04, 0.4, 0.03, 0.425, 0, 0.425], '#1c1c1f');
    to.bar(CLEAR, [0.07, 0.34, 0, 0.13, 0.33, 0, 0.13, 0.2, 0, 0.062, 0.18, 0], 0.011, '#e4eef3');
  },
  microwave(to, color) {
    to.block(SOFT, [0.5, 0.29, 0.36], [0, 0.15, 0], color, 0.02);
    to.block(GLOSSY, [0.35, 0.24, 0.012], [-0.06, 0.15, 0.18], '#15171a', 0.01);
    to.block(SOFT, [0.28, 0.17, 0.014], [-0.07, 0.15, 0.18], '#3d3a30', 0.01);
    to.block(POLISHED, [0.014, 0.2, 0.02], [0.125, 0.15, 0.195], '#e9ebed', 0.005);
    to.block(LIT, [0.08, 0.028, 0.008], [0.185, 0.235, 0.18], '#3fd0a0', 0.003);
    for (let i = 0; i < 9; i++)
      to.block(
        GLOSSY,
        [0.02, 0.02, 0.008],
        [0.158 + (i % 3) * 0.028, 0.18 - Math.floor(i / 3) * 0.032, 0.18],
        '#8d9094',
        0.003,
      );
  },
  washer(to, color) {
    to.block(GLOSSY, [0.6, 0.85, 0.58], [0, 0.43, 0], color, 0.02);
    to.block(GLOSSY, [0.58, 0.11, 0.012], [0, 0.78, 0.29], shade(color, 0.86), 0.006);
    to.disc(POLISHED, 0.035, 0.03, [0.19, 0.78, 0.295], '#c9ccd0', FLAT);
    to.block(LIT, [0.1, 0.03, 0.006], [0.04, 0.78, 0.297], '#5fc0ff', 0.003);
    to.disc(POLISHED, 0.2, 0.02, [0, 0.4, 0.29], '#c3c7cc', FLAT);
    to.disc(GLOSSY, 0.155, 0.012, [0, 0.4, 0.304], '#20303c', FLAT);
    to.ball(CLEAR, [0.14, 0.14, 0.05], [0, 0.4, 0.31], '#5d7f94');
  },
  turntable(to, color) {
    to.block(WOOD, [0.45, 0.075, 0.36], [0, 0.055, 0], color, 0.012);
    for (const x of [-0.18, 0.18]) for (const z of [-0.14, 0.14]) to.disc(SOFT, 0.028, 0.02, [x, 0, z], '#1b1b1d');
    to.disc(POLISHED, 0.157, 0.012, [-0.05, 0.092, 0], '#b9bdc2');
    to.disc(POLISHED, 0.03, 0.035, [0.175, 0.092, -0.11], '#d7dade');
    to.bar(
      POLISHED,
      [0.175, 0.132, -0.11, 0.17, 0.132, 0.04, 0.09, 0.122, 0.11, 0.055, 0.118, 0.105],
      0.005,
      '#e4e7ea',
    );
    to.block(SOFT, [0.02, 0.014, 0.034], [0.05, 0.116, 0.104], '#1b1b1d', 0.004, [0, 0.9, 0]);
    to.disc(POLISHED, 0.016, 0.012, [0.185, 0.092, 0.13], '#d7dade');
  },
  ingot(to, color) {
    to.plate(
      POLISHED,
      [-0.04, 0, 0.04, 0, 0.028, 0.04, -0.028, 0.04],
      0.18,
      color,
      { rotate: [0, Math.PI / 2, 0] },
      0.004,
    );
    to.block(POLISHED, [0.09, 0.002, 0.026], [0, 0.0405, 0], shade(color, 0.8), 0.001);
  },
  plate(to, color) {
    to.turned(
      GLOSSY,
      [0, 0, 0.07, 0, 0.074, 0.005, 0.124, 0.018, 0.13, 0.021, 0.126, 0.023, 0.076, 0.01, 0, 0.009],
      color,
    );
    to.hoop(GLOSSY, 0.122, 0.0012, [0, 0.0215, 0], mixColors(color, '#6b86a8', 0.5));
  },
  board(to, color) {
    to.block(WOOD, [0.4, 0.022, 0.26], [0, 0.011, 0], color, 0.008);
    to.disc(WOOD, 0.045, 0.022, [0.225, 0, 0], color);
    to.disc(MATT, 0.014, 0.0226, [0.235, 0, 0], '#3a281a');
  },
  tray(to, color) {
    to.turned(POLISHED, [0, 0, 0.2, 0, 0.225, 0.016, 0.228, 0.02, 0.222, 0.02, 0.198, 0.007, 0, 0.007], color, {
      scale: [1.25, 1, 0.85],
    });
    for (const side of [-1, 1])
      to.bar(
        POLISHED,
        [side * 0.27, 0.02, -0.05, side * 0.31, 0.035, -0.03, side * 0.31, 0.035, 0.03, side * 0.27, 0.02, 0.05],
        0.006,
        color,
      );
  },
  stand(to, color) {
    to.turned(
      GLOSSY,
      [
        0, 0, 0.075, 0, 0.08, 0.006, 0.03, 0.018, 0.018, 0.05, 0.022, 0.09, 0.04, 0.112, 0.165, 0.116, 0.17, 0.124,
        0.163, 0.127, 0, 0.124,
      ],
      color,
      undefined,
      56,
    );
    to.hoop(GLOSSY, 0.166, 0.006, [0, 0.12, 0], color);
  },
  snowGlobe(to, color) {
    to.turned(WOOD, [0, 0, 0.085, 0, 0.088, 0.012, 0.076, 0.03, 0.072, 0.05, 0, 0.05], color);
    to.disc(SOFT, 0.068, 0.008, [0, 0.05, 0], '#f6fafc');
    for (const [x, z, tall] of [
      [-0.03, -0.01, 0.075],
      [0.03, 0.012, 0.055],
      [0.012, -0.035, 0.06],
    ] as const) {
      for (let i = 0; i < 3; i++)
        to.rod(
          SOFT,
          [x, 0.055 + i * tall * 0.25, z],
          [x, 0.055 + tall * (0.5 + i * 0.25), z],
          [0.022 - i * 0.005, 0],
          i % 2 ? '#3f8050' : '#346e45',
        );
    }
    to.block(SOFT, [0.03, 0.024, 0.026], [-0.002, 0.07, 0.028], '#b5402f', 0.002);
    to.rod(SOFT, [-0.002, 0.081, 0.028], [-0.002, 0.102, 0.028], [0.026, 0.001], '#f6fafc');
    for (let i = 0; i < 26; i++) {
      const [a, r] = [i * 2.4, 0.06 * Math.sqrt(chanceOf(i, 3))];
      to.bead(SOFT, 0.0018, [Math.sin(a) * r, 0.07 + 0.09 * chanceOf(i), Math.cos(a) * r], '#ffffff');
    }
    const globe = Array.from({ length: 13 }, (_, i) => {
      const a = -1.02 + (i / 12) * (Math.PI / 2 + 1.02);
      return [Math.cos(a) * 0.083, 0.121 + Math.sin(a) * 0.083] as const;
    });
    to.add(CLEAR, insideOut(lathe(globe, '#cfe2ee', to.segments(40))));
    to.bar(
      { ...CLEAR, emissive: 0.6 },
      [-0.06, 0.15, 0.052, -0.045, 0.175, 0.05, -0.02, 0.19, 0.045],
      0.0025,
      '#ffffff',
    );
  },
  iceCube(to, color) {
    to.block(CLEAR, [0.04, 0.038, 0.04], [0, 0.019, 0], color, 0.008, [0, 0.5, 0]);
    to.block(
      { ...CLEAR, emissive: 0.3 },
      [0.016, 0.014, 0.016],
      [0.003, 0.02, 0.002],
      '#ffffff',
      0.005,
      [0.3, 0.2, 0.4],
    );
  },
  lavaLamp(to, color) {
    to.turned(POLISHED, [0, 0, 0.075, 0, 0.045, 0.075, 0.06, 0.12, 0, 0.12], '#c3c8ce');
    to.turned(
      { ...GLOSSY, emissive: 0.5 },
      [0, 0.12, 0.06, 0.12, 0.064, 0.19, 0.038, 0.35, 0, 0.35],
      mixColors(color, '#ffb25c', 0.55),
    );
    for (const [y, r] of [
      [0.16, 0.04],
      [0.225, 0.026],
      [0.29, 0.02],
    ] as const)
      to.ball(LIT, [r, r * 1.25, r], [0.01 * Math.sin(y * 60), y, 0.022], color);
    to.turned(POLISHED, [0.039, 0.35, 0.022, 0.41, 0, 0.413], '#c3c8ce');
  },
  pearl(to, color) {
    to.ball({ specular: 1, gloss: 40, rim: 0.35, wrap: 0.3 }, 0.012, [0, 0.012, 0], color);
  },
  barrel(to, color) {
    to.turned(
      WOOD,
      [0, 0, 0.25, 0, 0.29, 0.16, 0.315, 0.45, 0.29, 0.74, 0.25, 0.9, 0.24, 0.9, 0.238, 0.87, 0, 0.87],
      color,
      undefined,
      40,
    );
    for (const [y, r] of [
      [0.06, 0.267],
      [0.24, 0.304],
      [0.66, 0.304],
      [0.84, 0.267],
    ] as const)
      to.turned(
        DULL_METAL,
        [r, y - 0.022, r + 0.008, y - 0.018, r + 0.008, y + 0.018, r, y + 0.022],
        '#4a4a4e',
        undefined,
        40,
      );
  },
  terrarium(to, color) {
    const wall = [0.06, 0.0, 0.1, 0.012, 0.125, 0.07, 0.12, 0.14, 0.085, 0.19, 0.07, 0.2, 0.072, 0.215];
    const profile = wall.flatMap((r, i) => (i % 2 ? [] : [[r, wall[i + 1]!] as const]));
    to.turned(SOFT, [0, 0.006, 0.09, 0.01, 0.112, 0.04, 0, 0.046], '#b9a68a');
    to.turned(MATT, [0, 0.04, 0.113, 0.04, 0.118, 0.062, 0.06, 0.07, 0, 0.072], '#4a3626');
    for (let i = 0; i < 7; i++) {
      const [a, r] = [i * 2.4, 0.022 + 0.05 * Math.sqrt(i / 7)];
      const at = [Math.sin(a) * r, 0.07, Math.cos(a) * r] as const;
      const tone = ['#5f9e58', '#7fb56b', '#9cc08a', '#4d8a63', '#b58a9a'][i % 5]!;
      for (const [k, b] of around(i % 2 ? 9 : 7).entries())
        to.ball(
          SOFT,
          [0.007, 0.02 + 0.008 * (i % 3), 0.005],
          [at[0] + Math.sin(b) * 0.012, at[1] + 0.014, at[2] + Math.cos(b) * 0.012],
          k % 2 ? tone : shade(mixColors(tone, '#ffffff', 0.12), 1),
          [Math.cos(b) * 0.6, 0, -Math.sin(b) * 0.6],
        );
    }
    for (let i = 0; i < 6; i++)
      to.bead(
        MATT,
        0.008 + 0.004 * chanceOf(i),
        [Math.sin(i * 1.1) * 0.09, 0.068, Math.cos(i * 1.1) * 0.09],
        '#a9a49a',
      );
    to.add(CLEAR, insideOut(lathe(profile, '#d5e8ea', to.segments(44))));
    to.hoop(CLEAR, 0.072, 0.004, [0, 0.215, 0], color);
    for (const turn of [-0.7, -0.5, 0.8])
      to.bar(
        { ...CLEAR, emissive: 0.5 },
        [0.05, 0.09, 0.13, 0.16].flatMap((y) => [
          Math.sin(turn) * 0.126,
          y,
          Math.cos(turn) * 0.126 * (y > 0.14 ? 0.92 : 1),
        ]),
        0.0022,
        '#ffffff',
      );
  },
  coin(to, color) {
    to.turned(
      POLISHED,
      [0, 0, 0.0158, 0, 0.016, 0.0004, 0.016, 0.0028, 0.0158, 0.0032, 0.0142, 0.0032, 0.0138, 0.0026, 0, 0.0026],
      color,
    );
    to.plate(
      POLISHED,
      around(10).flatMap((a, i) => [Math.cos(a) * (i % 2 ? 0.0034 : 0.008), Math.sin(a) * (i % 2 ? 0.0034 : 0.008)]),
      0.0005,
      mixColors(color, '#fff4c8', 0.45),
      { rotate: [-Math.PI / 2, 0, 0], at: [0, 0.0029, 0] },
    );
  },
};
