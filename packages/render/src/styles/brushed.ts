/** Paint in strokes: oil, impressionist, pastel. */
import type { Canvas, PainterMaker } from './canvas.ts';
import { createBlur, createColors, createFlow } from './sheets.ts';
import { canvasTile, chance, paperTile } from './tiles.ts';

/** One layer of strokes; lengths in pixels of a picture 720 rows high. */
interface Layer {
  readonly spacing: number;
  /** Half the length and half the width of a stroke. */
  readonly half: number;
  readonly wide: number;
  /** Only where the picture is at least, and at most, so busy. */
  readonly least: number;
  readonly most: number;
  readonly opacity: number;
}
interface Brush {
  readonly layers: readonly Layer[];
  readonly jitter: number;
  readonly ground: number;
  readonly flow: number;
  readonly relief: number;
  readonly weave: number;
  readonly vivid: number;
  readonly chalk: number;
  readonly surface: (unit: number) => Uint8Array;
}

const brushed =
  (brush: Brush): PainterMaker =>
  (canvas) => {
    const { kernel, unit } = canvas;
    const colors = createColors(canvas);
    const flowOf = createFlow(canvas, brush.flow);
    const detail = canvas.plane();
    const blur = createBlur(canvas, 6);
    const layers = brush.layers.map((layer, i) => {
      const places = strokePlaces(canvas, layer.spacing * unit, i);
      return { ...layer, list: canvas.hold(places), count: places.length / 3 };
    });
    const bristles = canvas.hold(bristleProfile());
    const surface = canvas.hold(brush.surface(unit));
    return () => {
      colors.fill();
      const { red, green, blue, luma } = colors;
      const { x, y } = flowOf(luma);
      kernel.edgeSheet(red, green, blue, detail);
      blur(detail, detail);
      kernel.groundFrame(brush.ground);
      for (const { list, count, least, most, half, wide, opacity } of layers) {
        const shape = [half * unit, wide * unit, brush.jitter, opacity];
        kernel.dabFrame(list, count, red, green, blue, x, y, detail, least, most, bristles, ...shape);
      }
      kernel.reliefFrame(surface, brush.relief, brush.weave, brush.vivid, brush.chalk);
    };
  };

/** Where strokes lie: a jittered grid in an order that does not show it. Three floats each: x, y, chance. */
function strokePlaces({ width, height }: Canvas, spacing: number, salt: number): Float32Array {
  const columns = Math.ceil(width / spacing) + 1;
  const rows = Math.ceil(height / spacing) + 1;
  const count = columns * rows;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(chance(i, 5, salt) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const places = new Float32Array(count * 3);
  order.forEach((cell, i) => {
    places[i * 3] = ((cell % columns) + chance(cell, 1, salt) * 0.9) * spacing;
    places[i * 3 + 1] = (Math.floor(cell / columns) + chance(cell, 2, salt) * 0.9) * spacing;
    places[i * 3 + 2] = chance(cell, 3, salt);
  });
  return places;
}

/** How much paint each hair leaves, across a stroke: 64 floats 0 … 1, thin at the sides. */
function bristleProfile(): Float32Array {
  return Float32Array.from({ length: 64 }, (_, i) => {
    const across = Math.abs(i / 31.5 - 1);
    const hair = chance(i >> 2, 7, 1) * 0.6 + chance(i, 7, 2) * 0.25;
    return Math.max(0, 0.3 + hair - across ** 3 * 0.45);
  });
}

/** Thick paint on canvas: broad strokes along the forms, small ones where there is something to see. */
export const paintOil = brushed({
  layers: [
    { spacing: 13.5, half: 22, wide: 6.5, least: 0, most: 9, opacity: 1 },
    { spacing: 7.5, half: 9, wide: 2.7, least: 0.06, most: 9, opacity: 1 },
  ],
  ...{ jitter: 0.16, ground: 0.06, flow: 7, relief: 0.85, weave: 0.06, vivid: 1.2, chalk: 0 },
  surface: (unit) => canvasTile(2.6 * unit, 2),
});

/** Short separate dabs of clean colour; light is made of them. */
export const paintImpressionist = brushed({
  layers: [
    { spacing: 11, half: 12, wide: 5.2, least: 0, most: 9, opacity: 1 },
    { spacing: 8, half: 7, wide: 3, least: 0.06, most: 9, opacity: 1 },
  ],
  ...{ jitter: 0.32, ground: 0.12, flow: 11, relief: 0.7, weave: 0.1, vivid: 1.34, chalk: 0 },
  surface: (unit) => canvasTile(3 * unit, 2),
});

/** Soft chalk on toned, toothed paper. */
export const paintPastel = brushed({
  layers: [
    { spacing: 14, half: 20, wide: 6.5, least: 0, most: 9, opacity: 0.72 },
    { spacing: 8, half: 9, wide: 3, least: 0.06, most: 9, opacity: 0.8 },
  ],
  ...{ jitter: 0.2, ground: 0.22, flow: 10, relief: 0, weave: 0.16, vivid: 1.08, chalk: 0.5 },
  surface: (unit) => paperTile(1.5 * unit, 7),
});
