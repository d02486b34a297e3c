import { type Srgb, shade } from '../model/color.ts';
import { multiply, rotationY, translation } from '../model/matrix.ts';
import { around, LIT, TILES } from './prop.ts';
import { FINE_WOOD, POLISHED, SOFT, type Tools } from './prop-tools.ts';

const STAGES = 5;
const STONY = { pattern: 'grain', patternScale: 3, specular: 0.05 } as const;

/** A tower of five roofs with upturned eaves over red galleries, on a base of stone. */
export function pagoda(to: Tools, color: Srgb, isNight: boolean): void {
  const slate = '#3f4a4e';
  to.block(STONY, [9, 0.8, 9], [0, 0.4, 0], '#b9b2a2', 0.06);
  for (let i = 0; i < 4; i++) to.block(STONY, [2.6, 0.2, 0.4], [0, 0.1 + i * 0.2, 5.4 - i * 0.3], '#a8a192', 0.03);
  for (let stage = 0; stage < STAGES; stage++) {
    const half = 3 - stage * 0.42;
    const foot = 0.8 + stage * 3;
    to.block(SOFT, [half * 2, 2.2, half * 2], [0, foot + 1.1, 0], '#f2ead8', 0.03);
    to.block(FINE_WOOD, [half * 2 + 0.9, 0.14, half * 2 + 0.9], [0, foot + 0.06, 0], shade(color, 0.8), 0.03);
    for (const turn of around(4)) {
      const face = multiply(translation(0, foot, 0), rotationY(turn));
      for (const x of [-1, -0.36, 0.36, 1])
        to.add(
          SOFT,
          to.rounded([0.24, 2.2, 0.24], 0.05, color, 1),
          multiply(face, translation(x * (half - 0.02), 1.1, half)),
        );
      to.add(SOFT, to.rounded([half * 2, 0.2, 0.2], 0.04, color, 1), multiply(face, translation(0, 2.05, half + 0.02)));
      to.add(
        SOFT,
        to.rounded([half * 2 + 0.8, 0.1, 0.1], 0.03, color, 1),
        multiply(face, translation(0, 0.62, half + 0.4)),
      );
      to.add(
        isNight ? LIT : SOFT,
        to.rounded([half * 0.56, 1.5, 0.1], 0.02, isNight ? '#ffbe62' : '#5a3420', 1),
        multiply(face, translation(0, 0.9, half + 0.02)),
      );
    }
    addEaves(to, half, foot + 2.2, slate, color);
  }
  const top = 0.8 + STAGES * 3;
  to.rod(POLISHED, [0, top, 0], [0, top + 3.4, 0], [0.12, 0.04], '#c9a24a');
  for (let i = 0; i < 7; i++) to.hoop(POLISHED, 0.42 - i * 0.035, 0.05, [0, top + 0.7 + i * 0.32, 0], '#c9a24a');
}

/** A roof of four curved slopes whose corners turn up. */
function addEaves(to: Tools, half: number, foot: number, slate: string, color: Srgb): void {
  const reach = (half + 1.7) * Math.SQRT2;
  const inner = (half - 0.3) * Math.SQRT2;
  const square = { rotate: [0, Math.PI / 4, 0] as const };
  to.turned(
    TILES,
    [
      inner * 0.6,
      foot + 0.02,
      reach * 0.97,
      foot + 0.12,
      reach,
      foot + 0.26,
      reach * 0.86,
      foot + 0.4,
      reach * 0.72,
      foot + 0.62,
      inner,
      foot + 1.02,
      inner * 0.9,
      foot + 1.06,
    ],
    slate,
    square,
    4,
  );
  for (const turn of around(4)) {
    const [s, c] = [Math.sin(turn + Math.PI / 4), Math.cos(turn + Math.PI / 4)];
    const at = (r: number, y: number): readonly number[] => [s * r, foot + y, c * r];
    to.bar(
      TILES,
      [...at(inner * 0.9, 1.08), ...at(reach * 0.8, 0.56), ...at(reach * 1.02, 0.42), ...at(reach * 1.1, 0.72)],
      0.13,
      shade(slate, 1.15),
    );
    to.bead(POLISHED, 0.12, [s * reach * 1.02, foot + 0.12, c * reach * 1.02], '#c9a24a');
  }
  to.block(FINE_WOOD, [half * 2 + 1.6, 0.16, half * 2 + 1.6], [0, foot + 0.02, 0], shade(color, 0.7), 0.03);
}
