/** Light of an sRGB byte, 0 to 1. */
export const LIGHT_OF_BYTE: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

const STEPS = 4096;
const BYTE_OF_LIGHT = Float32Array.from({ length: STEPS + 1 }, (_, step) => {
  // Over the square root of light, so that the dark end has steps enough.
  const value = (step / STEPS) ** 2;
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
});

/** The sRGB value of some light, 0 to 255, not rounded; light outside 0 … 1 is cut. */
export function byteOfLight(light: number): number {
  return BYTE_OF_LIGHT[Math.round(Math.sqrt(Math.min(1, Math.max(0, light))) * STEPS)]!;
}
