/** Pencil, charcoal, pure lines, blueprint. */
import type { InkOptions, PainterMaker } from './canvas.ts';
import { createBlur, createColors } from './sheets.ts';
import { hatchTile, paperTile } from './tiles.ts';

interface Graphite {
  readonly ink: InkOptions;
  /** Width of a stroke and its gap, pixels of a picture 720 rows high; the paper's teeth. */
  readonly pitch: number;
  readonly teeth: number;
  readonly smear: number;
  readonly press: number;
  readonly toothed: number;
  readonly cream: number;
  readonly sharp: number;
  readonly wobble: number;
  /** Brightness that all is raised by. */
  readonly lift: number;
}

const graphite =
  (look: Graphite): PainterMaker =>
  (canvas) => {
    const { kernel, unit } = canvas;
    const colors = createColors(canvas);
    const ink = canvas.ink(look.ink);
    const [blur, widen] = [createBlur(canvas, 3), createBlur(canvas, 44)];
    const [tone, around] = [canvas.plane(), canvas.plane()];
    const paper = canvas.hold(paperTile(look.teeth * unit, 11));
    const count = 512 / (look.pitch * unit);
    const strokes = (degrees: number, closer: number, salt: number) => {
      const angle = (degrees * Math.PI) / 180;
      const [across, down] = [Math.cos(angle) * count * closer, Math.sin(angle) * count * closer];
      return canvas.hold(hatchTile(Math.round(across), Math.round(down), look.wobble, salt));
    };
    const [light, middle, deep] = [strokes(48, 1, 1), strokes(-38, 1.05, 2), strokes(84, 1.15, 3)];
    const { smear, press, toothed, cream, sharp } = look;
    return () => {
      colors.fill();
      blur(colors.luma, tone);
      widen(tone, around);
      // Drawn against its surroundings: an artist lifts what lies in the dark.
      kernel.blendSheet(tone, 1.3, around, -0.62, look.lift, 0, tone);
      kernel.graphiteFrame(ink(), tone, paper, light, middle, deep, smear, press, toothed, cream, sharp);
    };
  };

export const paintSketch = graphite({
  ink: { outer: 1, inner: 1, near: 12, border: 0.7, creases: 0.7 },
  ...{ pitch: 7, teeth: 1.7, smear: 0.16, press: 1.05, toothed: 0.75, cream: 0.05, sharp: 2.6, wobble: 0.6, lift: 0.3 },
});

export const paintCharcoal = graphite({
  ink: { outer: 2, inner: 1, near: 16, border: 0.7, creases: 0.4 },
  ...{
    pitch: 11,
    teeth: 1.9,
    smear: 1.05,
    press: 0.5,
    toothed: 1.25,
    cream: 0.085,
    sharp: 1.4,
    wobble: 0.5,
    lift: 0.22,
  },
});

interface Lines {
  readonly ground: readonly [number, number, number];
  readonly line: readonly [number, number, number];
  /** Pixels between the lines of a grid; 0: none. */
  readonly grid: number;
  readonly wear: number;
}

const lines =
  ({ ground, line, grid, wear }: Lines): PainterMaker =>
  (canvas) => {
    const { kernel, unit } = canvas;
    const outlines = canvas.ink({ outer: 1.7, inner: 1, near: 30, border: 0, creases: 0 });
    const details = canvas.ink({ outer: 0.8, inner: 1, near: 20, border: 0.9, creases: 0.9 });
    const pressure = canvas.hold(paperTile(26 * unit, 5));
    const pitch = Math.round(grid * unit);
    return () => kernel.linesFrame(outlines(), details(), pressure, ...ground, ...line, pitch, wear);
  };

export const paintLineArt = lines({ ground: [1, 1, 1], line: [0.03, 0.03, 0.04], grid: 0, wear: 0 });
export const paintBlueprint = lines({ ground: [0.075, 0.2, 0.47], line: [0.9, 0.95, 1], grid: 24, wear: 0.16 });
