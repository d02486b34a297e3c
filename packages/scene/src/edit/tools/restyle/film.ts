import { buildCube, lookUpRow } from '../grade/cube.ts';
import { cinematicColor } from '../grade/looks.ts';
import { contrast, vibrance } from '../grade/tone.ts';
import { createFlattener } from './flatten.ts';
import { boxBlur, clamp01, enlargeRows, lumaOf, type Plane, planeFor, shrinkFrame, softBlur } from './planes.ts';
import type { StyleMaker } from './style.ts';
import { cloudAt, grainTexture, noiseAt, paintTexture } from './texture.ts';
import { vignetteRow } from './vignette.ts';

/** A good print of what is there: grey haze lifted, a little more presence, colours a little fuller. */
export const makeNatural: StyleMaker = ({ sheet }) => {
  const [red, green, blue, luma, soft, spare] = Array.from({ length: 6 }, () => planeFor(sheet)) as [
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  const cube = buildCube((color) => {
    contrast(color, 0.07);
    vibrance(color, 0.16);
  });
  const colors = new Float32Array(sheet.frameWidth * 3);
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    softBlur(luma, soft, spare, sheet, 14 * sheet.unit);
    for (let i = 0; i < soft.length; i++) soft[i] = (luma[i]! - soft[i]!) * 34;
    boxBlur(soft, soft, spare, sheet, 2 * sheet.unit);
    enlargeRows([soft], sheet, (y, [presence]) => {
      lookUpRow(cube, frame.rgba, y, frame.width, colors);
      for (let x = 0, i = y * frame.width * 4, c = 0; x < frame.width; x++, i += 4, c += 3) {
        const lift = presence![x]! * 0.55 + 0.5;
        for (let k = 0; k < 3; k++) {
          const v = colors[c + k]! + lift;
          frame.rgba[i + k] = v <= 0 ? 0 : v >= 255 ? 255 : v;
        }
      }
    });
  };
};

/** A film print: teal shade, amber light, red halation round what shines, a vignette and fine grain that stays put. */
export const makeCinematic: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, shine, spare] = Array.from({ length: 5 }, () => planeFor(sheet)) as [
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  const cube = buildCube(cinematicColor);
  const grain = grainTexture(sheet.frameWidth, sheet.frameHeight, seed);
  const colors = new Float32Array(sheet.frameWidth * 3);
  const vignette = vignetteRow(sheet.frameWidth, sheet.frameHeight, 0.36);
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    for (let i = 0; i < shine.length; i++) {
      const l = 0.299 * red[i]! + 0.587 * green[i]! + 0.114 * blue[i]!;
      shine[i] = l > 0.74 ? (l - 0.74) * 3.4 : 0;
    }
    softBlur(shine, shine, spare, sheet, 8 * sheet.unit);
    enlargeRows([shine], sheet, (y, [halo]) => {
      lookUpRow(cube, frame.rgba, y, frame.width, colors);
      const dark = vignette(y);
      for (let x = 0, i = y * frame.width * 4, c = 0, n = y * frame.width; x < frame.width; x++, i += 4, c += 3, n++) {
        const glow = halo![x]! * 30;
        const v = dark[x]!;
        const g = (grain[n]! - 128) * 0.05 + 0.5;
        const r1 = (colors[c]! + glow * (1 - colors[c]! * 0.0036)) * v + g;
        const g1 = (colors[c + 1]! + glow * 0.42 * (1 - colors[c + 1]! * 0.0036)) * v + g;
        const b1 = (colors[c + 2]! + glow * 0.2 * (1 - colors[c + 2]! * 0.0036)) * v + g;
        frame.rgba[i] = r1 <= 0 ? 0 : r1 >= 255 ? 255 : r1;
        frame.rgba[i + 1] = g1 <= 0 ? 0 : g1 >= 255 ? 255 : g1;
        frame.rgba[i + 2] = b1 <= 0 ? 0 : b1 >= 255 ? 255 : b1;
      }
    });
  };
};

/** Hard black and white: tones pulled apart where they meet, deep blacks, a pool of light, silver grain. */
export const makeNoir: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, luma, local, spare] = Array.from({ length: 6 }, () => planeFor(sheet)) as [
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  const grain = grainTexture(sheet.frameWidth, sheet.frameHeight, seed);
  const vignette = vignetteRow(sheet.frameWidth, sheet.frameHeight, 0.78);
  const curve = new Float32Array(1025);
  for (let i = 0; i <= 1024; i++) {
    const t = i / 1024;
    curve[i] = t ** 1.25 * (1 - t) + (1 - (1 - t) ** 2.3) * t;
    curve[i] =
      (curve[i]! * 0.45 + 0.55 * (t < 0.45 ? 0.45 * (t / 0.45) ** 2.2 : 1 - 0.55 * ((1 - t) / 0.55) ** 1.9)) * 255;
  }
  return (frame) => {
    shrinkFrame(frame, sheet, red, green, blue);
    lumaOf(red, green, blue, luma);
    softBlur(luma, local, spare, sheet, 26 * sheet.unit);
    enlargeRows([local], sheet, (y, [around]) => {
      const dark = vignette(y);
      const { rgba } = frame;
      for (let x = 0, i = y * frame.width * 4, n = y * frame.width; x < frame.width; x++, i += 4, n++) {
        // As through an orange filter: skies go dark, skin glows.
        const l = (rgba[i]! * 0.46 + rgba[i + 1]! * 0.44 + rgba[i + 2]! * 0.1) * (1 / 255);
        const a = around![x]!;
        const toned = clamp01(l + (l - a) * 0.55 + (0.4 - a) * 0.2 - 0.05);
        const g = (grain[n]! - 128) * 0.085;
        const v = (curve[(toned * 1024) | 0]! + g * (1 - Math.abs(toned - 0.5))) * dark[x]! + 3.5;
        const value = v <= 0 ? 0 : v >= 252 ? 252 : v;
        rgba[i] = value;
        rgba[i + 1] = value;
        rgba[i + 2] = value;
      }
    });
  };
};

/** Modelling clay: forms rounded off and lit from the upper left, thumb prints, a soft sheen. The prints jump at 12 a second. */
export const makeClay: StyleMaker = ({ sheet, seed }) => {
  const [red, green, blue, luma, height, spare] = Array.from({ length: 6 }, () => planeFor(sheet)) as [
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  const { width, unit } = sheet;
  const flatten = createFlattener(sheet, { reach: 12 * unit, edge: 0.42, rounds: 2 });
  const u = 1 / (unit * sheet.factor);
  const prints = paintTexture(sheet.frameWidth, sheet.frameHeight, (x, y) => {
    // Ridges that follow a slow field: fingerprints, here and there.
    const turn = cloudAt(x * u * 0.008, y * u * 0.008, seed, 2) * 42;
    const pressed = noiseAt(x * u * 0.014, y * u * 0.014, seed + 4);
    const ridge = Math.sin(turn * 3.1 + noiseAt(x * u * 0.05, y * u * 0.05, seed + 6) * 2);
    return (
      0.5 + ridge * 0.3 * Math.max(0, pressed - 0.42) + (noiseAt(x * u * 0.12, y * u * 0.12, seed + 7) - 0.5) * 0.22
    );
  });
  return (frame, moment) => {
    shrinkFrame(frame, sheet, red, green, blue);
    flatten(red, green, blue);
    lumaOf(red, green, blue, luma);
    boxBlur(luma, height, spare, sheet, 2 * unit);
    boxBlur(height, height, spare, sheet, 2 * unit);
    for (let i = 0; i < luma.length; i++) {
      const x = i % width;
      const right = x < width - 1 ? i + 1 : i;
      const below = i + width < luma.length ? i + width : i;
      luma[i] = (height[i]! - height[right]! + height[i]! - height[below]!) * -0.8;
    }
    boxBlur(luma, luma, spare, sheet, unit);
    const step = Math.floor(moment.seconds * 12 + 1e-6) & 3;
    const shift = step * 37 * frame.width + step * 53;
    enlargeRows([red, green, blue, luma], sheet, (y, rows) => {
      const [r0, g0, b0, relief] = rows as [Plane, Plane, Plane, Plane];
      for (let x = 0, i = y * frame.width * 4, n = y * frame.width; x < frame.width; x++, i += 4, n++) {
        const print = (prints[(n + shift) % prints.length]! - 128) * 0.0006;
        const l = 0.299 * r0[x]! + 0.587 * g0[x]! + 0.114 * b0[x]!;
        const even = 0.05 + l * 0.93;
        // Edges of things are steep; without a limit they would shine like neon.
        const slope = Math.min(0.075, Math.max(-0.1, relief[x]!));
        const light = 1 + slope * 2.4 + print * 1.6;
        const sheen = Math.max(0, slope - 0.012) * 0.9 + print * 0.4;
        const gain = (even / (l + 0.03)) * 0.6 + 0.42;
        for (let k = 0; k < 3; k++) {
          const own = k === 0 ? r0[x]! : k === 1 ? g0[x]! : b0[x]!;
          frame.rgba[i + k] = clamp01((even + (own - l) * gain * 1.22) * light + sheen) * 254 + 0.5;
        }
      }
    });
  };
};
