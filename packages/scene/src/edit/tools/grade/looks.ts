import { smoothstep } from '../restyle/planes.ts';
import type { Color, ColorChange } from './cube.ts';
import {
  add,
  contrast,
  expose,
  fromHue,
  gamma,
  hueBand,
  lumaAt,
  mixTo,
  multiply,
  saturate,
  splitTone,
  squeeze,
  toHue,
  vibrance,
} from './tone.ts';

/** Colour treatments, each from one colour to another; where things are in the picture is not known here. */

export const cinematicColor: ColorChange = (color) => {
  expose(color, 0.94);
  contrast(color, 0.2, 0.45);
  saturate(color, 0.9);
  splitTone(color, [-0.045, 0.012, 0.05], [0.05, 0.012, -0.055]);
  squeeze(color, 0.014, 0.985);
};

export const blackAndWhiteColor: ColorChange = (color) => {
  const l = color[0] * 0.36 + color[1] * 0.54 + color[2] * 0.1;
  color.fill(l);
  contrast(color, 0.16, 0.48);
};

export const sepiaColor: ColorChange = (color) => {
  const l = color[0] * 0.34 + color[1] * 0.55 + color[2] * 0.11;
  color.fill(l);
  contrast(color, 0.06);
  const v = 0.045 + color[0] * 0.93;
  color[0] = v ** 0.86;
  color[1] = v ** 1.04 * 0.93;
  color[2] = v ** 1.3 * 0.79;
};

export const vintageColor: ColorChange = (color) => {
  saturate(color, 0.74);
  contrast(color, 0.08);
  splitTone(color, [0.015, 0.02, 0.05], [0.055, 0.026, -0.07]);
  squeeze(color, 0.075, 0.955);
  multiply(color, 1.03, 0.99, 0.9);
};

export const warmColor: ColorChange = (color) => {
  multiply(color, 1.07, 1.005, 0.86);
  splitTone(color, [0.012, 0, -0.012], [0.03, 0.014, -0.03]);
  vibrance(color, 0.1);
};

export const coolColor: ColorChange = (color) => {
  multiply(color, 0.89, 0.995, 1.09);
  splitTone(color, [-0.012, 0, 0.028], [-0.015, 0.004, 0.02]);
};

export const brightColor: ColorChange = (color) => {
  gamma(color, 0.74);
  expose(color, 1.12);
  vibrance(color, 0.12);
};

export const darkColor: ColorChange = (color) => {
  expose(color, 0.5);
  contrast(color, 0.12, 0.35);
  saturate(color, 0.93);
};

export const vividColor: ColorChange = (color) => {
  contrast(color, 0.14);
  vibrance(color, 0.5);
  saturate(color, 1.2);
};

export const fadedColor: ColorChange = (color) => {
  saturate(color, 0.62);
  squeeze(color, 0.13, 0.93);
  splitTone(color, [0.005, 0.01, 0.03], [0.02, 0.01, -0.02]);
};

/** Of a day picture's ground: the eye at night sees blue, few colours, and little of the shade. */
export const nightColor: ColorChange = (color) => {
  const own = lumaAt(color);
  saturate(color, 0.5);
  expose(color, 0.215);
  contrast(color, 0.1, 0.2);
  multiply(color, 0.68, 0.86, 1.2);
  add(color, 0.004, 0.01, 0.03);
  // White walls stay readable and do not shine.
  const cap = 1 - smoothstep(0.75, 1, own) * 0.22;
  multiply(color, cap, cap, cap);
};

/** Of a night picture: up with the exposure, most where it is darkest, and the blue taken back. */
export const dayColor: ColorChange = (color) => {
  const l = lumaAt(color);
  const lift = 1 + (1 - smoothstep(0, 0.75, l)) * 0.52;
  gamma(color, 1 / (lift * 1.12));
  saturate(color, 0.92);
  multiply(color, 1.05, 1.015, 0.93);
  splitTone(color, [0, 0.005, 0.012], [0.03, 0.024, -0.004]);
  squeeze(color, 0.015, 1);
};

export const sunsetColor: ColorChange = (color) => {
  expose(color, 0.8);
  contrast(color, 0.12, 0.42);
  multiply(color, 1.13, 0.93, 0.76);
  splitTone(color, [0.012, -0.016, 0.055], [0.12, 0.034, -0.1]);
};

export const summerColor: ColorChange = (color) => {
  const { hue } = toHue(color);
  vibrance(color, 0.34);
  turnHue(color, hueBand(hue, 95, 25, 60) * -4, 1 + hueBand(hue, 105, 30, 60) * 0.12);
  multiply(color, 1.05, 1.015, 0.93);
  gamma(color, 0.94);
};

export const springColor: ColorChange = (color) => {
  const { hue } = toHue(color);
  const green = hueBand(hue, 95, 35, 65);
  turnHue(color, green * -10, 1 + green * 0.2);
  gamma(color, 0.88);
  if (green > 0) add(color, green * 0.02, green * 0.035, -green * 0.01);
  splitTone(color, [0.006, 0.008, 0.012], [0.018, 0.008, 0.006]);
  vibrance(color, 0.14);
};

/** Greens and yellows of leaves become amber, orange and red; the deeper the green, the redder. */
export const autumnColor: ColorChange = (color) => {
  const { hue, saturation, value } = toHue(color);
  const leaf = hueBand(hue, 96, 46, 68) * smoothstep(0.06, 0.22, saturation) * smoothstep(0.02, 0.12, value);
  if (leaf > 0) {
    const gold: Color = [0, 0, 0];
    const turned = 40 - smoothstep(58, 135, hue) * 24 - smoothstep(0.55, 0.12, value) * 8;
    fromHue(
      { hue: turned, saturation: Math.min(0.92, saturation * 1.25 + 0.16), value: Math.min(1, value * 1.1 + 0.03) },
      gold,
    );
    mixTo(color, gold[0], gold[1], gold[2], leaf);
  }
  multiply(color, 1.035, 0.995, 0.93);
  splitTone(color, [0.004, 0, 0.006], [0.03, 0.012, -0.03]);
};

export const winterColor: ColorChange = (color) => {
  const { hue, saturation } = toHue(color);
  const green = hueBand(hue, 90, 45, 75) * smoothstep(0.05, 0.2, saturation);
  const skin = hueBand(hue, 18, 18, 34);
  saturate(color, 0.66 - green * 0.46 + skin * 0.1);
  gamma(color, 0.93);
  multiply(color, 0.955 + skin * 0.035, 0.995, 1.05 - skin * 0.04);
  add(color, green * 0.02, green * 0.03, green * 0.05);
};

/** What hoar frost makes of a colour: pale blue white that keeps its shade. */
export const frostColor: ColorChange = (color) => {
  const l = lumaAt(color);
  const v = 0.5 + smoothstep(0.02, 0.75, l) * 0.47;
  color[0] = v * 0.955;
  color[1] = v * 0.985;
  color[2] = Math.min(1, v * 1.03);
};

/** Under a closed sky before or in the rain. */
export const overcastColor: ColorChange = (color) => {
  saturate(color, 0.72);
  expose(color, 0.62);
  contrast(color, 0.06, 0.4);
  multiply(color, 0.95, 1, 1.05);
};

export const stormColor: ColorChange = (color) => {
  saturate(color, 0.58);
  expose(color, 0.36);
  contrast(color, 0.12, 0.32);
  multiply(color, 0.9, 0.99, 1.1);
};

export const snowLightColor: ColorChange = (color) => {
  const skin = hueBand(toHue(color).hue, 18, 18, 34);
  saturate(color, 0.74 + skin * 0.14);
  gamma(color, 0.9);
  multiply(color, 0.975, 1, 1.035);
};

export const sunnyColor: ColorChange = (color) => {
  expose(color, 1.14);
  contrast(color, 0.1);
  vibrance(color, 0.32);
  multiply(color, 1.05, 1.012, 0.92);
};

function turnHue(color: Color, degrees: number, saturation: number): void {
  const own = toHue(color);
  fromHue({ ...own, hue: own.hue + degrees, saturation: Math.min(1, own.saturation * saturation) }, color);
}
