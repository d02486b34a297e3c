import { createField } from '../field.ts';
import { CELL, type Field } from '../mover.ts';
import type { Frame } from '../planes.ts';
import { type Flow, readGrid } from './dense-flow.ts';
import type { Kinship } from './kinship.ts';
import type { TwoViews } from './two-views.ts';

/** Goes from one picture to a similar one: what is in both moves from here to there, the rest fades. */
export interface Morph {
  /**
   * @param share 0 the first picture … 1 the second, exactly.
   * @param live Says where each node reads both pictures before the morph, as a camera does.
   * @param into The bytes of the frame that it gives.
   */
  draw(share: number, live: (field: Field) => void, into: Uint8Array): Frame;
}

/** @param views Hold both pictures. */
export function createMorph(views: TwoViews, kinship: Kinship): Morph {
  const { width, height, fields, weights } = views;
  const life = createField(width, height);
  return {
    draw(share, live, into) {
      live(life);
      aim(fields[0], life, kinship.there, kinship.step, share);
      aim(fields[1], life, kinship.back, kinship.step, 1 - share);
      weigh(weights, fields, kinship, share);
      return views.mix(into);
    },
  };
}

/** Finds for each node the place whose content has come there after `share` of its way. */
function aim(field: Field, life: Field, flow: Flow, step: number, share: number): void {
  const { columns, rows, dx, dy } = field;
  const scale = 1 / step;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const x = column * CELL + life.dx[at]!;
      const y = row * CELL + life.dy[at]!;
      let [px, py] = [x, y];
      for (let round = 0; round < 4 && share > 0; round++) {
        const [u, v] = [(px + 0.5) * scale - 0.5, (py + 0.5) * scale - 0.5];
        const qx = x - share * step * readGrid(flow.dx, flow.width, flow.height, u, v);
        const qy = y - share * step * readGrid(flow.dy, flow.width, flow.height, u, v);
        // Not all of the way where a flow folds: it would swing to and fro.
        px += (qx - px) * (round === 0 ? 1 : 0.75);
        py += (qy - py) * (round === 0 ? 1 : 0.75);
      }
      dx[at] = px - column * CELL;
      dy[at] = py - row * CELL;
    }
  }
}

/** How much of the second picture each node shows. Where only one of the two knows what is there, that one counts. */
function weigh(weights: Float32Array, fields: readonly [Field, Field], kinship: Kinship, share: number): void {
  const { step, trustThere, trustBack, there } = kinship;
  const { columns, rows } = fields[0];
  const front = smooth((share - 0.12) / 0.76);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const trustAt = (trust: Float32Array, field: Field) =>
        readGrid(
          trust,
          there.width,
          there.height,
          (column * CELL + field.dx[at]! + 0.5) / step - 0.5,
          (row * CELL + field.dy[at]! + 0.5) / step - 0.5,
        );
      const a = (1 - front) * (0.08 + trustAt(trustThere, fields[0]));
      const b = front * (0.08 + trustAt(trustBack, fields[1]));
      weights[at] = front <= 0 ? 0 : front >= 1 ? 1 : b / (a + b);
    }
  }
}

function smooth(value: number): number {
  const t = value < 0 ? 0 : value > 1 ? 1 : value;
  return t * t * (3 - 2 * t);
}
